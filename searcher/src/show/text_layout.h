// Sentences and lengths of a text, counted in the tokens of its sequence.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "show/text_marker.h"

namespace fihris::searcher::show {

inline constexpr std::string_view kBlanks = " \t\r\n";

// Tokens [first, last] of the text's sequence.
struct Passage {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  double score = 0;
  bool overlaps(const Passage& other) const { return first <= other.last && other.first <= last; }
};

// Distances and sentences of one text, in positions of its sequence.
class TextLayout {
 public:
  explicit TextLayout(const AnalyzedText& text);

  std::uint32_t size() const { return static_cast<std::uint32_t>(text_.size()); }
  std::size_t length(std::uint32_t first, std::uint32_t last) const {
    return place(last + 1) - place(first);
  }
  // Before the token; of size(): of the whole text.
  std::size_t place(std::uint32_t position) const {
    const std::size_t known = begins_[position];
    return known != kUnknown ? known : count_place(position);
  }
  // Whether a blank follows: «كوفيد» and «19» in «كوفيد-19» print as one word, which is not to be
  // torn.
  bool ends_printed_word(std::uint32_t position) const;
  std::uint32_t sentence_begin(std::uint32_t position) const { return *sentence_of(position); }
  std::uint32_t sentence_end(std::uint32_t position) const {
    const auto next = sentence_of(position) + 1;
    return (next == sentences_.end() ? size() : *next) - 1;
  }

 private:
  std::vector<std::uint32_t>::const_iterator sentence_of(std::uint32_t position) const {
    return std::upper_bound(sentences_.begin(), sentences_.end(), position) - 1;
  }

  static constexpr std::size_t kUnknown = ~std::size_t{0};
  static constexpr std::size_t kStretch = 64;  // bytes
  std::size_t count_place(std::uint32_t position) const;

  const AnalyzedText& text_;
  std::vector<std::size_t> stretches_;       // units before each stretch of the text
  mutable std::vector<std::size_t> begins_;  // places, once asked for
  std::vector<std::uint32_t> sentences_;
};

// Bytes of a passage with the punctuation that clings to its outer words.
Span bytes_of(const AnalyzedText& text, const Passage& passage);

}  // namespace fihris::searcher::show
