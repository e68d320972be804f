// What facets and the folding of near-duplicates need of every article of a generation, by document
// number: read in constant time, without Xapian. Made once with the generation, from its values.
// The bytes: docs/index-format.md.
#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/fields.h"
#include "fihris/store/internal/mapped_file.h"
#include "fihris/store/internal/tombstones.h"
#include "fihris/store/near_duplicate.h"

namespace fihris::store {

enum class FacetField : std::uint8_t { kSource, kAuthor, kSection, kTag };
inline constexpr std::size_t kFacetFields = 4;

// The value slot of a field, and what separates several values in it.
std::uint32_t slot_of(FacetField field);
// Calls visit(value) for each value in a slot's text.
template <class Visit>
void each_value(std::string_view joined, Visit visit);

inline constexpr const char* kColumnsFile = "columns";

// The columns of all documents of `database`, as bytes.
std::string encode_columns(const Xapian::Database& database);

// A read-only view. Objects may be copied; thread-safe as long as the bytes stay.
class ArticleColumns {
 public:
  // `where` names the bytes in messages. Throws Error{kIndexDamaged} when they are not columns.
  ArticleColumns(std::string_view bytes, const std::filesystem::path& where);

  // Values that are the same normalised are one. They are numbered 1 … values(); others have no
  // text.
  std::size_t values(FacetField field) const { return dictionary(field).count; }
  std::string_view key(FacetField field, std::size_t value) const;      // normalised
  std::string_view printed(FacetField field, std::size_t value) const;  // as it is most often
  // Adds 1 to counts[value] for each value of each document; `counts` has values() + 1 places.
  void count(FacetField field, std::span<const DocId> documents,
             std::vector<std::uint64_t>& counts) const;
  // The value of a document; 0 without one, and for tags.
  std::size_t number(FacetField field, DocId document) const;
  // yyyymmdd in UTC; 0 without a date.
  std::uint32_t day(DocId document) const;
  TextSignature signature(DocId document) const;

 private:
  struct Dictionary {
    std::size_t count = 0;
    std::string_view ends;
    std::string_view text;
  };
  const Dictionary& dictionary(FacetField field) const {
    return dictionaries_[static_cast<std::size_t>(field)];
  }
  std::string_view text(FacetField field, std::size_t index) const;
  void count_tags(std::span<const DocId> documents, std::vector<std::uint64_t>& counts) const;
  bool read(std::string_view bytes);

  std::size_t rows_ = 0;  // document numbers are below
  std::array<Dictionary, kFacetFields> dictionaries_;
  std::array<std::string_view, kFacetFields - 1> numbers_;  // 1, 2 or 4 bytes a document
  std::string_view tag_starts_;
  std::string_view tag_numbers_;
  std::string_view days_;
  std::string_view signatures_;
};

template <class Visit>
void each_value(std::string_view joined, Visit visit) {
  while (!joined.empty()) {
    const std::size_t end = joined.find(kTagSeparator);
    visit(joined.substr(0, end));
    if (end == std::string_view::npos) return;
    joined.remove_prefix(end + 1);
  }
}

}  // namespace fihris::store
