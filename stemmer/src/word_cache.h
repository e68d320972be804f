// Words already analysed: raw bytes → what the analyser made of them. One per analyser, bounded.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"
#include "months.h"

namespace fihris {

struct CachedWord {
  std::string_view raw;
  std::string_view norm;
  std::string_view lemma;
  const CachedWord* next = nullptr;  // further words of a ligature such as U+FDFA
  std::uint32_t lemma_id = 0;
  TokenKind kind = TokenKind::kArabic;
  bool stop = false;
  MonthRole month;
};

// Bytes with stable addresses.
class Arena {
 public:
  std::string_view copy(std::string_view bytes);
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kBlock = 64 * 1024;
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = kBlock;
  std::size_t size_ = 0;
};

// Open addressing over a 64-bit hash; entries never move, so tokens may point to them until
// clear().
class WordCache {
 public:
  WordCache();
  // The entry, or nullptr. `kind` is part of the key: a compound and a word may have the same
  // bytes.
  const CachedWord* find(std::string_view raw, TokenKind kind) const;
  // `norm`, `lemma` and `raw` are copied. The returned entry can still be linked by `next`.
  CachedWord* insert(const CachedWord& word, TokenKind key_kind);
  // An entry that no raw form leads to.
  CachedWord* add_unlisted(const CachedWord& word);
  bool full() const;
  void clear();

 private:
  struct Slot {
    std::uint64_t hash = 0;
    const CachedWord* word = nullptr;
  };
  CachedWord* store(const CachedWord& word);
  void grow();

  std::vector<Slot> slots_;
  std::deque<CachedWord> words_;
  Arena arena_;
  std::size_t used_ = 0;
};

// Gives equal terms equal small numbers.
class LemmaIds {
 public:
  LemmaIds();
  std::uint32_t id_of(TokenKind kind, std::string_view lemma);
  std::uint32_t bound() const { return next_; }
  void clear();

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t id = 0;
  };
  void grow();

  std::vector<Slot> slots_;
  std::uint32_t next_ = 0;
};

}  // namespace fihris
