// What an archive says of its own attributes: which members of its articles, besides the built-in
// fields, are searched, filtered and sorted by, and as what.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fihris {

// What the values of an attribute are. kUnknown: to be told from the articles.
enum class AttributeType : std::uint8_t { kUnknown, kText, kNumber, kBoolean, kDate };
std::string_view to_string(AttributeType type);  // "text", …; kUnknown: ""

// A member of the articles. One that is named as a built-in field does what that field does not:
// it filters by whole titles, say, or sorts by authors.
struct Attribute {
  std::string name;         // a member, or a way to one inside others: "place.country"
  std::string arabic_name;  // may stand for it in queries and filters; may be empty
  AttributeType type = AttributeType::kUnknown;
  bool searchable = false;   // its words are searched as those of the body are
  bool filterable = false;   // it filters, and its values are counted
  bool sortable = false;     // hits are sorted by it
  std::uint32_t weight = 1;  // of its words: an occurrence counts as so many in the body
  bool operator==(const Attribute&) const = default;
};

// Numbers and moments compare as numbers, other values as text.
constexpr bool sorts_as_number(const Attribute& attribute) {
  return attribute.type == AttributeType::kNumber || attribute.type == AttributeType::kDate;
}

struct IndexSettings {
  std::vector<Attribute> attributes;  // in the order of their names
  // Whatever else an article has is searched as its body is: each text and number of members that
  // are no built-in fields, at any depth.
  bool search_all = false;
  // Members of hits that are given back; empty: all of them.
  std::vector<std::string> displayed;
  // Of hits that have the same value of this attribute or field only the best is shown; empty: all.
  std::string distinct;
  bool operator==(const IndexSettings&) const = default;

  // Null for none.
  const Attribute* find(std::string_view name) const;
  // Whether an index made with the other settings is one made with these: no article need be
  // analysed again.
  bool same_analysis(const IndexSettings& other) const;
};

inline constexpr std::string_view kSettingsFile = "settings.json";
inline constexpr std::size_t kMaxAttributes = 100;
inline constexpr std::size_t kMaxAttributeNameBytes = 200;
inline constexpr std::uint32_t kMaxAttributeWeight = 10;

// From and to JSON, with the names of Meilisearch where it has one (docs/settings.md). Throws
// Error{kUsage} that names `where` and what is wrong: text that is no JSON, an unknown member, a
// built-in field as an attribute of another kind, types that contradict, too many attributes.
IndexSettings settings_from_json(std::string_view json, std::string_view where);
std::string to_json(const IndexSettings& settings);  // indented, ends with a line break

// Takes settings as they are written on the command line: "filterableAttributes=country,views",
// "attributes.views.type=number". Throws Error{kUsage} as above.
IndexSettings with_setting(const IndexSettings& settings, std::string_view assignment);

// What the file settings.json of an index says, and writes it (durably, by rename). Without a file:
// no attributes. Throws Error: kUsage for a file that is not understood, kInputOutput.
IndexSettings read_settings(const std::filesystem::path& index_dir);
void write_settings(const std::filesystem::path& index_dir, const IndexSettings& settings);
// Those with which the articles of an index were made, with the types that were told from them.
// Throws Error: kIndexMissing, kIndexDamaged, kInputOutput.
IndexSettings settings_of_articles(const std::filesystem::path& index_dir);
// Settings as they are written, with the types that were told from the articles where they name
// none: what is shown to people.
IndexSettings with_found_types(IndexSettings written, const IndexSettings& of_articles);

}  // namespace fihris
