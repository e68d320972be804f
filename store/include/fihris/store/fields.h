// The one table of an article's fields, and what is in a Xapian document of ours: term prefixes and
// value slots.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"
#include "fihris/store/article.h"
#include "fihris/store/settings.h"

namespace fihris {

// Term prefixes. Lemmas carry none: they never begin with an ASCII capital, which every prefix
// does.
namespace prefix {
inline constexpr std::string_view kTitle = "S";      // lemma in the title
inline constexpr std::string_view kId = "Q";         // unique article id
inline constexpr std::string_view kMonth = "XM";     // month name of any system: XMm01 … XMm12
inline constexpr std::string_view kCompound = "XC";  // whole of a compound token
inline constexpr std::string_view kTitleMonth = "XTM";
inline constexpr std::string_view kTitleCompound = "XTC";
inline constexpr std::string_view kDay = "D";      // of the article's date in UTC: D20251223
inline constexpr std::string_view kMonthOf = "M";  // M202512
inline constexpr std::string_view kYear = "Y";     // Y2025
inline constexpr std::string_view kLength =
    "XL";  // in every document; its wdf is the length in words
}  // namespace prefix

// Value slots.
namespace slot {
inline constexpr std::uint32_t kDate = 0;     // yyyymmddHHMMSS in UTC, as digits: sorts as text
inline constexpr std::uint32_t kColumn = 1;   // token column, see token_column.h
inline constexpr std::uint32_t kArticle = 2;  // the stored article, see document_codec.h
inline constexpr std::uint32_t kSource = 3;   // as printed; facets
inline constexpr std::uint32_t kAuthor = 4;
inline constexpr std::uint32_t kSection = 5;
inline constexpr std::uint32_t kTags = 6;  // joined by U+001F
inline constexpr std::uint32_t kSignature =
    7;  // near_duplicate.h; absent when the text is too short
inline constexpr std::uint32_t kLast = kSignature;
// Two for each attribute of the index's own: its values (attribute_values.h), and what it is sorted
// by.
inline constexpr std::uint32_t kFirstOwn = 16;
// No slot in use is as high.
inline constexpr std::uint32_t kEnd = kFirstOwn + 2 * static_cast<std::uint32_t>(kMaxAttributes);
}  // namespace slot
inline constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;

// Between several values in one text: in slots, and in an Article's source, author and section.
inline constexpr char kTagSeparator = '\x1F';

// Calls visit(value) for each of the values in a text; not at all for an empty one.
template <class Visit>
void each_value(std::string_view joined, Visit visit) {
  while (!joined.empty()) {
    const std::size_t end = joined.find(kTagSeparator);
    visit(joined.substr(0, end));
    if (end == std::string_view::npos) return;
    joined.remove_prefix(end + 1);
  }
}

// Values that are the same normalised have the same text here; those that normalisation leaves
// nothing of are gone.
std::string normalized_values(std::string_view joined);
// For people: «أ، ب».
std::string shown_values(std::string_view joined);

// What is done with a field of an article.
enum class FieldRole : std::uint8_t {
  kId,       // names the article; its term has the prefix below
  kTitle,    // its words are searched, alone with `title:…`, and count kTitleWeight times
  kText,     // its words are searched
  kBody,     // likewise; too long to be printed with a hit
  kDate,     // filters by days, sorts, and is counted by months and years
  kExact,    // filters by whole values, normalised, each of which is a boolean term
  kNumber,   // filters by ranges of numbers, or of moments in seconds since 1970
  kWords,    // its words are searched, alone with `name:…`
  kStored,   // is given back, no more
  kUnknown,  // a JSON object of the members that no other field has
};

// The fields that can be counted, in the order in which the columns file has them: a new one is the
// last. Those of the index's own attributes have the numbers behind.
enum class FacetField : std::uint8_t { kSource, kAuthor, kSection, kTag, kNone = 0xFF };

// A field of an article, and all that indexer and searcher need to know of it.
struct FieldSpec {
  std::string_view json_name = {};    // its member in JSON, read and written; empty: none
  std::string_view name = {};         // in queries, filters and facets: `source:…`; may be empty
  std::string_view arabic_name = {};  // likewise, «مصدر:…»
  std::string Article::*text = nullptr;               // where it is: the one or …
  std::vector<std::string> Article::*list = nullptr;  // … the other
  FieldRole role = FieldRole::kStored;
  std::uint8_t record = 0;  // place in the stored article; never changes, a new one is the last
  std::string_view prefix = {};  // of its terms
  std::uint32_t slot = kNoSlot;
  FacetField facet = FacetField::kNone;
  bool always_printed = false;  // in JSON even when empty
  // Of an attribute of the index's own; see FieldTable.
  const Attribute* attribute = nullptr;
  std::string_view word_prefix = {};  // of the terms of its words, when they are searched
  std::uint32_t sort_slot = kNoSlot;  // compared as text; absent without a value
};

// Every field of Article, in the order in which JSON has them. A built-in field is added here and
// in article.h, and nowhere else.
inline constexpr auto kFields = std::to_array<FieldSpec>({
    {.json_name = "id",
     .text = &Article::id,
     .role = FieldRole::kId,
     .record = 0,
     .prefix = prefix::kId,
     .always_printed = true},
    {.json_name = "title",
     .name = "title",
     .arabic_name = "عنوان",
     .text = &Article::title,
     .role = FieldRole::kTitle,
     .record = 1,
     .prefix = prefix::kTitle,
     .always_printed = true},
    {.json_name = "summary", .text = &Article::summary, .role = FieldRole::kText, .record = 2},
    {.json_name = "body",
     .text = &Article::body,
     .role = FieldRole::kBody,
     .record = 3,
     .always_printed = true},
    {.json_name = "url", .text = &Article::url, .record = 8, .always_printed = true},
    {.json_name = "date",
     .name = "date",
     .arabic_name = "تاريخ",
     .text = &Article::date,
     .role = FieldRole::kDate,
     .record = 4,
     .slot = slot::kDate,
     .always_printed = true},
    {.json_name = "source",
     .name = "source",
     .arabic_name = "مصدر",
     .text = &Article::source,
     .role = FieldRole::kExact,
     .record = 5,
     .prefix = "XS",
     .slot = slot::kSource,
     .facet = FacetField::kSource,
     .always_printed = true},
    {.json_name = "author",
     .name = "author",
     .arabic_name = "كاتب",
     .text = &Article::author,
     .role = FieldRole::kExact,
     .record = 6,
     .prefix = "A",
     .slot = slot::kAuthor,
     .facet = FacetField::kAuthor},
    {.json_name = "section",
     .name = "section",
     .arabic_name = "قسم",
     .text = &Article::section,
     .role = FieldRole::kExact,
     .record = 7,
     .prefix = "XE",
     .slot = slot::kSection,
     .facet = FacetField::kSection},
    {.json_name = "lang", .text = &Article::lang, .record = 9},
    {.json_name = "path", .text = &Article::path, .record = 10},
    {.json_name = "tags",
     .name = "tag",
     .arabic_name = "وسم",
     .list = &Article::tags,
     .role = FieldRole::kExact,
     .record = 12,
     .prefix = "K",
     .slot = slot::kTags,
     .facet = FacetField::kTag},
    {.json_name = "agencies", .list = &Article::agencies, .record = 13},
    {.text = &Article::extra, .role = FieldRole::kUnknown, .record = 11},
    {.text = &Article::document, .record = 14},
});

inline constexpr auto kFacetFields =
    static_cast<std::size_t>(std::count_if(kFields.begin(), kFields.end(), [](const auto& field) {
      return field.facet != FacetField::kNone;
    }));

// The values of a field: one text, maybe an empty one, or the items of a list.
std::span<const std::string> values_of(const FieldSpec& field, const Article& article);
bool is_empty(const FieldSpec& field, const Article& article);

// The field that a query calls so, in English or Arabic (compared normalised); null for none.
const FieldSpec* find_field(std::string_view name);
// The field with this member in JSON; null for none.
const FieldSpec* find_json_field(std::string_view json_name);
const FieldSpec& field_of(FacetField facet);

// For messages: the names of the fields in JSON, of those that a query can name, and of those that
// can be counted.
std::vector<std::string_view> json_names();
std::vector<std::string_view> query_names();
std::vector<std::string_view> facet_names();
// {"a", "b", "c"}, "and" → "a, b and c".
std::string enumerated(const std::vector<std::string_view>& names, std::string_view conjunction);

// An occurrence in the title counts as this many in the body.
inline constexpr std::uint32_t kTitleWeight = 3;

// Terms longer than this are cut to a prefix plus a hash, so that they stay findable: Xapian allows
// 245 bytes and counts NUL twice.
inline constexpr std::size_t kMaxTermBytes = 240;
std::string bounded_term(std::string term);

// The term under which a token is indexed in the body (in_title = false) or additionally in the
// title. The only place that maps tokens to terms.
std::string term_of(TokenKind kind, std::string_view lemma, bool in_title);

// The term under which a token of this field's text is indexed besides: of the title, or of an own
// attribute.
std::string field_term(const FieldSpec& field, TokenKind kind, std::string_view lemma);

// The unique term of an article id.
std::string id_term(std::string_view id);

// The boolean term of a day, a month or a year: of 8, 6 or 4 digits.
std::string date_term(std::string_view digits);

// The boolean term of a field value, e.g. {"source", "رويترز"} → "XS" + normalised value.
std::string exact_term(const FieldSpec& field, std::string_view value);

}  // namespace fihris
