// The words and phrases of an index that are suggested while typing, by their beginning. Made once
// with a generation; the bytes: docs/index-format.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris::store {

struct Phrase {
  std::string key;   // phrase_key() of the text
  std::string text;  // as it is printed
  std::uint32_t count = 0;
  bool name = false;  // all of its words are proper names
};

inline constexpr const char* kPhrasesFile = "phrases";

// Under what a word is found by its beginning: normalised, without what is written in front of it
// (و, ب, ل, ال …).
struct WordKey {
  std::string key;
  bool bare = true;  // nothing but the article was in front of it, and nothing behind
  bool name = false;
};
WordKey word_key(std::string_view word, Analyzer& analyzer);

// `phrases` in any order, keys unique; counted in so many articles.
std::string encode_phrases(std::vector<Phrase> phrases, std::uint64_t articles);

// A read-only view, by ascending keys. Objects may be copied; thread-safe as long as the bytes
// stay.
class PhraseTable {
 public:
  PhraseTable() = default;
  // Throws Error{kIndexDamaged} naming `where` when the bytes are no such table.
  PhraseTable(std::string_view bytes, const std::filesystem::path& where);
  std::size_t size() const { return size_; }
  std::uint64_t articles() const { return articles_; }
  std::string_view key(std::size_t i) const;
  std::string_view text(std::size_t i) const;
  std::uint32_t count(std::size_t i) const;
  bool is_name(std::size_t i) const;
  // The first whose key is not before `key`.
  std::size_t lower_bound(std::string_view key) const;

 private:
  std::uint32_t number(std::size_t i, std::size_t which) const;
  std::string_view piece(std::size_t begin, std::size_t end) const;

  std::size_t size_ = 0;
  std::uint64_t articles_ = 0;
  std::string_view entries_;
  std::string_view texts_;
};

}  // namespace fihris::store
