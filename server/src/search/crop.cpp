#include "search/crop.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::search {
namespace {

// Letters, digits and the marks on them, of any script.
bool is_of_word(char32_t c) {
  const auto type = static_cast<UChar32>(c);
  return u_isalnum(type) != 0 || (U_GET_GC_MASK(type) & U_GC_M_MASK) != 0;
}

std::vector<Span> words_of(std::string_view text) {
  std::vector<Span> words;
  bool inside = false;
  stemmer::each_code_point(text, [&](char32_t c, std::size_t at) {
    const bool letter = is_of_word(c);
    if (letter && !inside) words.push_back({at, text.size()});
    if (!letter && inside) words.back().end = at;
    inside = letter;
  });
  return words;
}

// How many marks begin in each of the words, as sums from the first word on.
std::vector<std::size_t> sums_of_marks(const std::vector<Span>& words,
                                       const std::vector<Span>& marks) {
  std::vector<std::size_t> sums(words.size() + 1, 0);
  auto mark = marks.begin();
  for (std::size_t i = 0; i < words.size(); ++i) {
    sums[i + 1] = sums[i];
    for (; mark != marks.end() && mark->begin < words[i].end; ++mark) ++sums[i + 1];
  }
  return sums;
}

// The first of the windows with the most marks; marks stand near its middle where they can.
std::size_t best_window(const std::vector<std::size_t>& sums, std::size_t length) {
  const std::size_t words = sums.size() - 1;
  std::size_t best = 0;
  std::size_t most = 0;
  for (std::size_t first = 0; first + length <= words; ++first) {
    const std::size_t marks = sums[first + length] - sums[first];
    if (marks > most) {
      most = marks;
      best = first;
    }
  }
  if (most == 0) return 0;
  // This window ends with its last mark: as many words may follow it as precede its first one.
  std::size_t leading = 0;
  while (sums[best + leading + 1] == sums[best]) ++leading;
  return std::min(best + leading / 2, words - length);
}

}  // namespace

Span cropped(std::string_view text, const std::vector<Span>& marks, std::size_t length) {
  const std::vector<Span> words = words_of(text);
  if (length == 0 || words.size() <= length) return {0, text.size()};
  const std::size_t first = best_window(sums_of_marks(words, marks), length);
  const std::size_t last = first + length - 1;
  return {first == 0 ? 0 : words[first].begin,
          last + 1 == words.size() ? text.size() : words[last].end};
}

}  // namespace fihris::server::search
