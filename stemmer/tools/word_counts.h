// Counted words: how often each printed form occurs in an archive (lexicon/word_counts.tsv).
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <unordered_map>
#include <vector>

namespace fihris::lemma_tool {

struct CountedWord {
  std::string letters;  // as printed, marks gone (src/text/letters.h)
  std::uint64_t count = 0;
};

class WordCounts {
 public:
  // Lines "word<TAB>count", UTF-8; "#" begins a comment line. Throws std::runtime_error.
  static WordCounts read(const std::filesystem::path& path);

  void add(const std::string& letters, std::uint64_t count);
  // By falling count, then by letters.
  std::vector<CountedWord> sorted() const;
  // Sum over all spellings that fold to `folded`.
  std::uint64_t folded_count(const std::string& folded) const;
  std::uint64_t printed_count(const std::string& letters) const;
  // Writes words counted at least `least` times.
  void write(std::ostream& out, std::uint64_t least) const;

 private:
  std::unordered_map<std::string, std::uint64_t> printed_, folded_;
};

// Adds the words of JSON Lines on `in`: the strings of "title", "summary" and "body". Lines that
// are not JSON are skipped; their number is returned.
std::size_t count_json_lines(std::istream& in, WordCounts& counts);

}  // namespace fihris::lemma_tool
