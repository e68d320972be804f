#include "fihris/store/internal/article_columns.h"

#include <utility>

#include "bytes/numbers.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"
#include "side_files/column_sections.h"

namespace fihris::store {

namespace {

template <class Number>
Number number_at(std::string_view numbers, std::size_t i) {
  return load_little_endian<Number>(numbers.data() + i * sizeof(Number));
}

// Calls visit(column) with something that gives the number of a row, whatever the width.
template <class Visit>
void with_width(std::string_view numbers, std::size_t rows, Visit visit) {
  if (numbers.size() == rows) {
    visit([numbers](std::size_t i) { return number_at<std::uint8_t>(numbers, i); });
  } else if (numbers.size() == 2 * rows) {
    visit([numbers](std::size_t i) { return number_at<std::uint16_t>(numbers, i); });
  } else {
    visit([numbers](std::size_t i) { return number_at<std::uint32_t>(numbers, i); });
  }
}

}  // namespace

// The sections of a file, as far as the table tells the truth.
class ArticleColumns::Sections {
 public:
  // `bytes` has a header of the first sections at least. They begin where the table ends.
  explicit Sections(std::string_view bytes) : bytes_(bytes) {
    const auto first = number_at<std::uint64_t>(bytes.substr(columns_header(0)), 0);
    if (first > bytes.size() || first < columns_header(kFirstSections)) return;
    count_ = static_cast<std::size_t>(first - columns_header(0)) / 16;
  }
  bool whole() const { return whole_ && count_ >= kFirstSections; }
  bool has(std::size_t index) const { return index < count_; }

  std::string_view take(std::size_t index, std::size_t unit, std::size_t count) {
    const std::string_view section = take(index);
    if (section.size() != unit * count) whole_ = false;
    return section;
  }
  std::string_view take(std::size_t index) {
    if (!has(index)) return {};
    const std::string_view entry = bytes_.substr(columns_header(index), 16);
    const auto offset = number_at<std::uint64_t>(entry, 0);
    const auto size = number_at<std::uint64_t>(entry, 1);
    if (offset > bytes_.size() || size > bytes_.size() - offset) {
      whole_ = false;
      return {};
    }
    return bytes_.substr(offset, size);
  }

 private:
  std::string_view bytes_;
  std::size_t count_ = 0;
  bool whole_ = true;
};

ArticleColumns::ArticleColumns(std::string_view bytes, const std::filesystem::path& where,
                               const FieldTable& fields)
    : columns_(fields.facets()) {
  if (read(bytes, fields)) return;
  throw Error(ErrorCode::kIndexDamaged, "the file " + where.string() + " is not readable",
              "Run `fihris check --db DIR` to see which files are damaged.");
}

bool ArticleColumns::read(std::string_view bytes, const FieldTable& fields) {
  if (bytes.size() < columns_header(kFirstSections) || bytes.substr(0, 16) != kColumnsMagic) {
    return false;
  }
  const auto rows = number_at<std::uint64_t>(bytes.substr(16), 0);
  if (rows > bytes.size()) return false;
  rows_ = static_cast<std::size_t>(rows);
  Sections sections(bytes);
  for (std::size_t facet = 0; facet < fields.facets(); ++facet) {
    const FieldSpec& field = fields.field_of(static_cast<FacetField>(facet));
    if (!read_column(sections, field)) return false;
  }
  const auto index = [](ColumnSection section) { return static_cast<std::size_t>(section); };
  days_ = sections.take(index(ColumnSection::kDays), 4, rows_);
  signatures_ = sections.take(index(ColumnSection::kSignatures), kSignatureBytes, rows_);
  return sections.whole();
}

// Reads one column. A field that came after the file has no values in it.
bool ArticleColumns::read_column(Sections& sections, const FieldSpec& field) {
  const FacetSections places = sections_of(field.facet);
  if (!sections.has(places.dictionary)) return true;
  Column& column = columns_[static_cast<std::size_t>(field.facet)];
  column.numbers = sections.take(places.numbers);
  const bool is_list = field.list != nullptr || field.attribute != nullptr;
  if (is_list) column.starts = sections.take(places.starts, 4, rows_ + 1);
  if (field.role == FieldRole::kNumber) return true;
  if (!read_dictionary(sections.take(places.dictionary), column)) return false;
  const std::size_t size = column.numbers.size();
  return is_list || size == rows_ || size == 2 * rows_ || size == 4 * rows_;
}

bool ArticleColumns::read_dictionary(std::string_view all, Column& column) {
  if (all.size() < 4) return false;
  const std::size_t count = number_at<std::uint32_t>(all, 0);
  if (count > (all.size() - 4) / 8) return false;
  column.values = count;
  column.ends = all.substr(4, count * 8);
  column.text = all.substr(4 + count * 8);
  return true;
}

// Where the items of a document are in a column of lists, as far as the bytes tell the truth.
ArticleColumns::Items ArticleColumns::items_of(const Column& column, DocId document,
                                               std::size_t width) const {
  if (document >= rows_ || column.starts.empty()) return {};
  const std::size_t all = column.numbers.size() / width;
  const std::size_t begin = number_at<std::uint32_t>(column.starts, document);
  const std::size_t end = number_at<std::uint32_t>(column.starts, document + 1);
  return {std::min(begin, all), std::min(end, all)};
}

double ArticleColumns::item(const Column& column, std::size_t index) const {
  return std::bit_cast<double>(number_at<std::uint64_t>(column.numbers, index));
}

bool ArticleColumns::has_number(FacetField field, DocId document, const NumberRange& range) const {
  const Column& from = column(field);
  const Items items = items_of(from, document, kNumberBytes);
  for (std::size_t i = items.begin; i < items.end; ++i) {
    if (range.has(item(from, i))) return true;
  }
  return false;
}

// The text with this index. There are two a value: the key, then as printed. Each ends where `ends`
// says and begins where the one before ends.
std::string_view ArticleColumns::text(FacetField field, std::size_t index) const {
  const Column& all = column(field);
  if (index / 2 >= all.values) return {};  // also value 0
  const std::size_t begin = index == 0 ? 0 : number_at<std::uint32_t>(all.ends, index - 1);
  const std::size_t end = number_at<std::uint32_t>(all.ends, index);
  if (begin > end || end > all.text.size()) return {};
  return all.text.substr(begin, end - begin);
}

std::string_view ArticleColumns::key(FacetField field, std::size_t value) const {
  return text(field, 2 * (value - 1));
}

std::string_view ArticleColumns::printed(FacetField field, std::size_t value) const {
  return text(field, 2 * (value - 1) + 1);
}

void ArticleColumns::count(FacetField field, std::span<const DocId> documents,
                           std::vector<std::uint64_t>& counts) const {
  const Column& from = column(field);
  if (!from.starts.empty()) return count_items(from, documents, counts);
  if (from.numbers.empty()) return;
  with_width(from.numbers, rows_, [&](auto number_of) {
    for (const DocId document : documents) {
      if (document >= rows_) continue;
      const std::size_t value = number_of(document);
      if (value != 0 && value < counts.size()) ++counts[value];
    }
  });
  share_out(field, counts);
}

// Keys ascend.
std::size_t ArticleColumns::find(FacetField field, std::string_view key) const {
  std::size_t first = 1;
  std::size_t end = values(field) + 1;
  while (first < end) {
    const std::size_t middle = first + (end - first) / 2;
    if (this->key(field, middle) < key) {
      first = middle + 1;
    } else {
      end = middle;
    }
  }
  return first <= values(field) && this->key(field, first) == key ? first : 0;
}

// Gives what several values in one text were counted to each of them.
void ArticleColumns::share_out(FacetField field, std::vector<std::uint64_t>& counts) const {
  for (std::size_t value = 1; value < counts.size(); ++value) {
    const std::string_view joined = counts[value] != 0 ? key(field, value) : std::string_view();
    if (joined.find(kTagSeparator) == std::string_view::npos) continue;
    const std::uint64_t count = std::exchange(counts[value], 0);
    each_value(joined, [&](std::string_view single) { counts[find(field, single)] += count; });
  }
}

std::size_t ArticleColumns::number(FacetField field, DocId document) const {
  const Column& from = column(field);
  if (document >= rows_ || !from.starts.empty() || from.numbers.empty()) return 0;
  std::size_t value = 0;
  with_width(from.numbers, rows_, [&](auto number_of) { value = number_of(document); });
  return value <= values(field) ? value : 0;
}

std::size_t ArticleColumns::first_value(FacetField field, DocId document) const {
  const Column& from = column(field);
  if (from.starts.empty()) {
    const std::size_t value = number(field, document);
    const std::string_view joined = key(field, value);
    const std::size_t end = joined.find(kTagSeparator);
    return end == std::string_view::npos ? value : find(field, joined.substr(0, end));
  }
  const Items items = items_of(from, document, 4);
  for (std::size_t i = items.begin; i < items.end; ++i) {
    const std::size_t value = number_at<std::uint32_t>(from.numbers, i);
    if (value != 0 && value <= from.values) return value;
  }
  return 0;
}

void ArticleColumns::count_items(const Column& column, std::span<const DocId> documents,
                                 std::vector<std::uint64_t>& counts) const {
  for (const DocId document : documents) {
    const Items items = items_of(column, document, 4);
    for (std::size_t i = items.begin; i < items.end; ++i) {
      const std::size_t value = number_at<std::uint32_t>(column.numbers, i);
      if (value != 0 && value < counts.size()) ++counts[value];
    }
  }
}

std::uint32_t ArticleColumns::day(DocId document) const {
  return document < rows_ ? number_at<std::uint32_t>(days_, document) : 0;
}

TextSignature ArticleColumns::signature(DocId document) const {
  if (document >= rows_) return {};
  TextSignature signature;
  const std::string_view bytes = signatures_.substr(document * kSignatureBytes, kSignatureBytes);
  for (std::size_t i = 0; i < signature.words.size(); ++i) {
    signature.words[i] = number_at<std::uint64_t>(bytes, i);
  }
  return signature;
}

}  // namespace fihris::store
