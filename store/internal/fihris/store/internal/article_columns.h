// What facets and the folding of near-duplicates need of every article of a generation, by document
// number: read in constant time, without Xapian. Made once with the generation, from its values.
// The bytes: docs/index-format.md.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/field_table.h"
#include "fihris/store/internal/attribute_values.h"
#include "fihris/store/internal/mapped_file.h"
#include "fihris/store/internal/tombstones.h"
#include "fihris/store/near_duplicate.h"

namespace fihris::store {

inline constexpr const char* kColumnsFile = "columns";

// The columns of all documents of `database`, which has these fields, as bytes.
std::string encode_columns(const Xapian::Database& database,
                           const FieldTable& fields = FieldTable());

// A read-only view. Objects may be copied; thread-safe as long as the bytes stay.
class ArticleColumns {
 public:
  // `where` names the bytes in messages. Throws Error{kIndexDamaged} when they are not columns.
  ArticleColumns(std::string_view bytes, const std::filesystem::path& where,
                 const FieldTable& fields = FieldTable());

  // Values that are the same normalised are one. They are numbered 1 … values(); others have no
  // text.
  std::size_t values(FacetField field) const { return column(field).values; }
  std::string_view key(FacetField field, std::size_t value) const;      // normalised
  std::string_view printed(FacetField field, std::size_t value) const;  // as it is most often
  // Adds 1 to counts[value] for each value of each document; `counts` has values() + 1 places.
  void count(FacetField field, std::span<const DocId> documents,
             std::vector<std::uint64_t>& counts) const;
  // The value of a document; 0 without one, and for lists. Several values in one text are one here:
  // its key is theirs with kTagSeparator between them, and count() gives it nothing.
  std::size_t number(FacetField field, DocId document) const;
  // The first of a document's values, of several in one text or in a list; 0 without one.
  std::size_t first_value(FacetField field, DocId document) const;
  // The value with this key; 0 for none.
  std::size_t find(FacetField field, std::string_view key) const;
  // Of a field of numbers: calls visit(number) for each of a document's.
  template <class Visit>
  void each_number(FacetField field, DocId document, Visit visit) const;
  bool has_number(FacetField field, DocId document, const NumberRange& range) const;
  // Document numbers are below.
  std::size_t rows() const { return rows_; }
  // yyyymmdd in UTC; 0 without a date.
  std::uint32_t day(DocId document) const;
  TextSignature signature(DocId document) const;

 private:
  struct Column {
    std::size_t values = 0;
    std::string_view ends;  // of the texts below
    std::string_view text;
    std::string_view numbers;  // 1, 2 or 4 bytes a document; in a list 4 bytes an item
    std::string_view starts;   // of a list: where the items of a document begin in `numbers`
  };
  struct Items {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  class Sections;
  const Column& column(FacetField field) const { return columns_[static_cast<std::size_t>(field)]; }
  bool read_column(Sections& sections, const FieldSpec& field);
  static bool read_dictionary(std::string_view all, Column& column);
  Items items_of(const Column& column, DocId document, std::size_t width) const;
  double item(const Column& column, std::size_t index) const;
  std::string_view text(FacetField field, std::size_t index) const;
  void share_out(FacetField field, std::vector<std::uint64_t>& counts) const;
  void count_items(const Column& column, std::span<const DocId> documents,
                   std::vector<std::uint64_t>& counts) const;
  bool read(std::string_view bytes, const FieldTable& fields);

  std::size_t rows_ = 0;
  std::vector<Column> columns_;  // by FacetField
  std::string_view days_;
  std::string_view signatures_;
};

template <class Visit>
void ArticleColumns::each_number(FacetField field, DocId document, Visit visit) const {
  const Column& from = column(field);
  const Items items = items_of(from, document, kNumberBytes);
  for (std::size_t i = items.begin; i < items.end; ++i) visit(item(from, i));
}

}  // namespace fihris::store
