#include "inspect/inspect_side_files.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "bytes/numbers.h"
#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/names.h"
#include "fihris/store/internal/article_columns.h"
#include "fihris/store/internal/mapped_file.h"
#include "fihris/store/internal/phrase_table.h"
#include "side_files/column_sections.h"
#include "side_files/name_words.h"

namespace fihris::store {

namespace fs = std::filesystem;

namespace {

std::string name_of_facet(std::size_t facet, const FieldTable& fields) {
  return std::string(fields.field_of(static_cast<FacetField>(facet)).name);
}

std::string name_of_section(std::size_t section, const FieldTable& fields) {
  if (section == static_cast<std::size_t>(ColumnSection::kDays)) return "days";
  if (section == static_cast<std::size_t>(ColumnSection::kSignatures)) return "signatures";
  for (std::size_t facet = 0; facet < fields.facets(); ++facet) {
    const FacetSections places = sections_of(static_cast<FacetField>(facet));
    const std::string name = name_of_facet(facet, fields);
    if (section == places.dictionary) return name + ": dictionary";
    if (section == places.numbers) return name + ": value of each";
    if (section == places.starts) return name + ": where the values of each begin";
  }
  return "section " + std::to_string(section);
}

// What the header says, true or not.
void read_header(std::string_view bytes, const FieldTable& fields, InspectedColumns& columns) {
  if (bytes.size() < columns_header(kFirstSections)) return;
  columns.rows = load_little_endian<std::uint64_t>(bytes.data() + 16);
  const std::size_t first = load_little_endian<std::uint64_t>(bytes.data() + 24);
  for (std::size_t i = 0; i < column_sections(fields.facets()); ++i) {
    // The first section lies behind the table.
    if (columns_header(i + 1) > std::min(first, bytes.size())) return;
    const char* size = bytes.data() + 24 + i * 16 + 8;
    columns.sections.push_back(
        {name_of_section(i, fields), load_little_endian<std::uint64_t>(size)});
  }
}

void count_rows(const ArticleColumns& all, InspectedColumns& columns) {
  for (std::uint64_t row = 0; row < columns.rows; ++row) {
    const auto document = static_cast<DocId>(row);
    if (!all.signature(document).empty()) ++columns.signed_texts;
    const std::uint32_t day = all.day(document);
    if (day == 0) continue;
    ++columns.dated;
    columns.first_day = columns.first_day == 0 ? day : std::min(columns.first_day, day);
    columns.last_day = std::max(columns.last_day, day);
  }
}

// The numbers below `size` with the largest count(i), at most kInspectedSample; of equal ones the
// first.
template <class Count>
std::vector<std::size_t> most_frequent(std::size_t size, Count count) {
  std::vector<std::size_t> all(size);
  std::iota(all.begin(), all.end(), std::size_t{0});
  const std::size_t kept = std::min(size, kInspectedSample);
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(kept), all.end(),
                    [&](std::size_t a, std::size_t b) {
                      return count(a) != count(b) ? count(a) > count(b) : a < b;
                    });
  all.resize(kept);
  return all;
}

}  // namespace

void inspect_columns(const fs::path& path, const FieldTable& fields,
                     std::optional<InspectedColumns>& columns) {
  const MappedFile file(path);
  read_header(file.bytes(), fields, columns.emplace());
  const ArticleColumns all(file.bytes(), path, fields);
  for (std::size_t i = 0; i < fields.facets(); ++i) {
    const auto facet = static_cast<FacetField>(i);
    if (fields.field_of(facet).role == FieldRole::kNumber) continue;
    columns->different_values.push_back({name_of_facet(i, fields), all.values(facet)});
  }
  count_rows(all, *columns);
}

InspectedNames inspect_names(const fs::path& path) {
  const MappedFile file(path);
  const std::vector<NameWord> words = words_of_names(file.bytes(), path);
  InspectedNames inspected;
  inspected.entries = words.size();
  const auto articles = [&](std::size_t i) { return words[i].articles; };
  for (const std::size_t i : most_frequent(words.size(), articles)) {
    inspected.most_frequent.push_back(
        {from_letters(words[i].letters), name_skeleton(words[i].letters), words[i].articles});
  }
  return inspected;
}

InspectedPhrases inspect_phrases(const fs::path& path) {
  const MappedFile file(path);
  const PhraseTable phrases(file.bytes(), path);
  InspectedPhrases inspected;
  inspected.file = path.filename().string();
  inspected.entries = phrases.size();
  inspected.articles = phrases.articles();
  const auto count = [&](std::size_t i) { return phrases.count(i); };
  for (const std::size_t i : most_frequent(phrases.size(), count)) {
    inspected.most_frequent.push_back(
        {std::string(phrases.text(i)), phrases.count(i), phrases.is_name(i)});
  }
  return inspected;
}

}  // namespace fihris::store
