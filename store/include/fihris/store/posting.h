// What a posting says besides which article has the word: how often, and how long the article is.
#pragma once

#include <cstdint>

namespace fihris {

// Xapian keeps the lengths of articles in a list of their own, and looking them up takes a third of
// a match. So they come along with each posting, in steps of a sixth, as others keep them in a
// byte (Lucene's norms): Xapian's wdf holds both. Such wdfs can be compared but not added up, so
// OP_SYNONYM, which adds them, must not be used with a weight that reads them.
struct Posting {
  std::uint32_t occurrences = 1;  // at least 1; kMaxOccurrences stand for more
  std::uint32_t length_step = 0;
};

inline constexpr std::uint32_t kMaxOccurrences = 1U << 20;
inline constexpr std::uint32_t kLengthSteps = 64;

// Words of an article (weighted occurrences, stop words left out) → the step it is in.
std::uint32_t length_step(std::uint64_t words);
// A length in the middle of the step, in words.
double length_at(std::uint32_t step);

// 1 … kMaxOccurrences · kLengthSteps; one byte in the index for up to three occurrences.
constexpr std::uint32_t wdf_of(const Posting& posting) {
  const std::uint32_t occurrences =
      posting.occurrences < kMaxOccurrences ? posting.occurrences : kMaxOccurrences;
  return (occurrences - 1) * kLengthSteps + posting.length_step + 1;
}
// Of a wdf of ours, which is not 0.
constexpr Posting posting_of(std::uint32_t wdf) {
  return {(wdf - 1) / kLengthSteps + 1, (wdf - 1) % kLengthSteps};
}

}  // namespace fihris
