// Words already analysed: raw bytes → what the analyser made of them. One per analyser, bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"
#include "months/months.h"

namespace fihris::stemmer {

struct CachedWord {
  std::string_view raw;
  std::string_view norm;
  std::string_view lemma;
  const CachedWord* next = nullptr;  // further words of a ligature such as U+FDFA, other keys
  std::uint32_t lemma_id = 0;
  TokenKind kind = TokenKind::kArabic;
  bool stop = false;
  bool name = false;
  bool also = false;  // another key of the word before it
  months::MonthRole month;
};

// Bytes with stable addresses.
class Arena {
 public:
  using Handle = std::uint32_t;  // half a pointer

  // Aligned for anything.
  Handle allocate(std::size_t bytes);
  char* at(Handle handle) const {
    return blocks_[handle / kUnits].get() + handle % kUnits * kAlign;
  }
  std::size_t size() const { return size_; }

 private:
  static constexpr std::size_t kBlock = std::size_t{64} * 1024;
  static constexpr std::size_t kAlign = alignof(std::max_align_t);
  static constexpr std::size_t kUnits = kBlock / kAlign;  // that a block can begin with
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t block_size_ = 0;
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

// Open addressing over a 64-bit hash; entries never move, so tokens may point to them until
// clear().
class WordCache {
 public:
  using Key = std::uint64_t;

  WordCache();
  // `kind` is part of the key: a compound and a word may have the same bytes.
  static Key key_of(std::string_view raw, TokenKind kind);
  // The cache is larger than the processor's. Whoever knows which words come next asks for a slot
  // some words ahead and for the entry fewer words ahead, and does not wait for memory.
  void prefetch_slot(Key key) const { __builtin_prefetch(&slots_[place_of(key)]); }
  void prefetch_entry(Key key) const;
  // The entry, or nullptr.
  const CachedWord* find(Key key, std::string_view raw) const;
  // What is known of a word without reading its entry, which is seldom in the processor's cache.
  struct Glance {
    const CachedWord* word = nullptr;
    std::uint32_t lemma_id = 0;
    bool special =
        false;  // there is more to know: it is several words, or has a part in month names
  };
  // By the key alone: two of 10^5 words have the same with a chance below 10^-9.
  Glance glance(Key key) const;
  // `norm`, `lemma` and `raw` are copied. The returned entry can still be linked by `next`: if so,
  // `several` must say it.
  CachedWord* insert(const CachedWord& word, TokenKind key_kind, bool several);
  // An entry that no raw form leads to.
  CachedWord* add_unlisted(const CachedWord& word);
  bool full() const;
  void clear();

 private:
  static constexpr std::uint32_t kSpecial = 1U << 31;
  struct Slot {
    Key key = 0;  // 0: empty
    Arena::Handle word = 0;
    std::uint32_t lemma = 0;  // its id, and kSpecial
  };
  static_assert(sizeof(Slot) == 16, "four to a line of the processor's cache");
  CachedWord* word_of(const Slot& slot) const;
  std::size_t place_of(Key key) const { return key >> 20U & (slots_.size() - 1); }
  Arena::Handle store(const CachedWord& word);
  void put(const Slot& slot);
  void grow();

  std::vector<Slot> slots_;
  Arena arena_;
  std::size_t used_ = 0;   // slots
  std::size_t words_ = 0;  // entries
};

// Gives equal terms equal small numbers.
class LemmaIds {
 public:
  LemmaIds();
  std::uint32_t id_of(TokenKind kind, std::string_view lemma);
  // bound() when it has none yet.
  std::uint32_t find(TokenKind kind, std::string_view lemma) const;
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

}  // namespace fihris::stemmer
