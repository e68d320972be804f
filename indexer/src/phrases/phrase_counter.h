// Counts the words and short phrases that articles begin with: what is suggested while typing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::indexer::phrases {

struct CountedPhrase {
  std::uint64_t hash = 0;  // of the normalised words
  std::uint32_t count = 0;
  std::string text;  // as it was printed first
};

// Of a batch of articles. Runs of one to kMaxWords words in which no function word, number or
// punctuation mark stands. One per thread.
class PhraseCounter {
 public:
  static constexpr std::size_t kMaxWords = 3;

  PhraseCounter();
  // At most `limit` tokens of `text`; how many there were. `tokens` are those of the text.
  std::size_t add(std::string_view text, std::span<const Token> tokens, std::size_t limit);
  // What was counted at least `least` times since the last call, in the order in which it was first
  // met.
  std::vector<CountedPhrase> take(std::uint32_t least);

 private:
  struct Word {
    Span span;
    std::uint64_t hash = 0;
  };
  struct Slot {
    std::uint64_t hash = 0;  // 0: free
    std::uint32_t count = 0;
    std::uint32_t phrase = 0;  // in met_
  };
  struct Met {
    std::uint64_t hash = 0;
    std::uint32_t begin = 0;  // in texts_
    std::uint32_t size = 0;
  };
  void count_runs_ending_with(std::string_view text);
  void count(std::uint64_t hash, std::string_view text);
  void grow();

  std::vector<Word> run_;
  std::vector<Slot> slots_;
  std::vector<Met> met_;
  std::string texts_;  // one string: most phrases are met once, and memory is dear to ask for
};

// The sums of several batches, in the order of the batches.
class PhraseTotals {
 public:
  void add(std::vector<CountedPhrase> phrases);
  void add(const PhraseTotals& other);
  const std::unordered_map<std::uint64_t, CountedPhrase>& phrases() const { return phrases_; }

 private:
  void prune();

  std::unordered_map<std::uint64_t, CountedPhrase> phrases_;
};

}  // namespace fihris::indexer::phrases
