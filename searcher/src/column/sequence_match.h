// Words in a row and words near one another, in any sequence that can say what stands at an index.
// Used on the fingerprints of the token column and on the tokens of a text, so that both mean the
// same by a phrase.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace fihris::searcher::column {

// Calls found(i) for each i in [begin, end - length] with is(i + k, k) for all k in [0, length),
// until it returns false.
template <class Is, class Found>
void each_in_order(std::size_t begin, std::size_t end, std::size_t length, Is is, Found found) {
  if (length == 0 || end < begin + length) return;
  for (std::size_t i = begin; i + length <= end; ++i) {
    std::size_t k = 0;
    while (k < length && is(i + k, k)) ++k;
    if (k == length && !found(i)) return;
  }
}

// Calls found(first, last) for each stretch of at most `width` members of [begin, end) that holds
// every key k at least need[k] times and both begins and ends with a wanted one, until it returns
// false. key_at(i) is a key or -1.
template <class KeyAt, class Found>
void each_near(std::size_t begin, std::size_t end, std::span<const unsigned> need,
               std::size_t width, KeyAt key_at, Found found) {
  std::vector<unsigned> have(need.size(), 0);
  std::vector<std::size_t> places;  // of wanted members in the window
  std::size_t front = 0;
  std::size_t missing = need.size();
  for (std::size_t i = begin; i < end; ++i) {
    const int key = key_at(i);
    if (key < 0) continue;
    places.push_back(i);
    const auto arrived = static_cast<std::size_t>(key);
    if (++have[arrived] == need[arrived]) --missing;
    for (;; ++front) {
      const auto leaving = static_cast<std::size_t>(key_at(places[front]));
      const bool too_far = i - places[front] + 1 > width;
      if (!too_far && have[leaving] <= need[leaving]) break;
      if (have[leaving]-- == need[leaving]) ++missing;
    }
    if (missing == 0 && !found(places[front], i)) return;
  }
}

}  // namespace fihris::searcher::column
