#include "word_counts.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "fihris/stemmer/internal/utf8.h"
#include "text/letters.h"
#include "text/orthography.h"

namespace fihris::lemma_tool {
namespace {

std::uint64_t value_or_zero(const std::unordered_map<std::string, std::uint64_t>& map,
                            const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? 0 : found->second;
}

void count_word(std::string_view utf8, WordCounts& counts) {
  if (const auto letters = to_letters(stemmer::text::printed_arabic(utf8));
      letters && !letters->empty())
    counts.add(*letters, 1);
}

void count_text(const std::string& text, WordCounts& counts) {
  std::size_t begin = std::string::npos;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t at = pos;
    const stemmer::text::CharClass kind =
        stemmer::text::classify(stemmer::next_code_point(text, pos));
    const bool inside = kind == stemmer::text::CharClass::kArabic ||
                        kind == stemmer::text::CharClass::kMark ||
                        kind == stemmer::text::CharClass::kFormat;
    if (inside && begin == std::string::npos) begin = at;
    if (inside || begin == std::string::npos) continue;
    count_word(std::string_view(text).substr(begin, at - begin), counts);
    begin = std::string::npos;
  }
  if (begin != std::string::npos) count_word(std::string_view(text).substr(begin), counts);
}

}  // namespace

WordCounts WordCounts::read(const std::filesystem::path& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  WordCounts counts;
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    if (const auto letters = to_letters(line.substr(0, tab)))
      counts.add(*letters, std::stoull(line.substr(tab + 1)));
  }
  return counts;
}

void WordCounts::add(const std::string& letters, std::uint64_t count) {
  printed_[letters] += count;
  folded_[fold_letters(letters)] += count;
}

std::vector<CountedWord> WordCounts::sorted() const {
  std::vector<CountedWord> words;
  words.reserve(printed_.size());
  for (const auto& [letters, count] : printed_) words.push_back({letters, count});
  std::sort(words.begin(), words.end(), [](const CountedWord& a, const CountedWord& b) {
    return a.count != b.count ? a.count > b.count : a.letters < b.letters;
  });
  return words;
}

std::uint64_t WordCounts::folded_count(const std::string& folded) const {
  return value_or_zero(folded_, folded);
}

std::uint64_t WordCounts::printed_count(const std::string& letters) const {
  return value_or_zero(printed_, letters);
}

void WordCounts::write(std::ostream& out, std::uint64_t least) const {
  out << "# Counted words: printed form without marks, tab, occurrences; at least " << least
      << " of them.\n"
         "# Made by: fihris-lemma-table counts "
      << least << " < articles.jsonl (docs/lemmatizer.md).\n";
  for (const CountedWord& word : sorted()) {
    if (word.count >= least) out << from_letters(word.letters) << '\t' << word.count << '\n';
  }
}

std::size_t count_json_lines(std::istream& in, WordCounts& counts) {
  std::size_t skipped = 0;
  for (std::string line; std::getline(in, line);) {
    const auto article = nlohmann::json::parse(line, nullptr, false);
    if (!article.is_object()) {
      ++skipped;
      continue;
    }
    for (const char* field : {"title", "summary", "body"}) {
      const auto found = article.find(field);
      if (found != article.end() && found->is_string())
        count_text(found->get_ref<const std::string&>(), counts);
    }
  }
  return skipped;
}

}  // namespace fihris::lemma_tool
