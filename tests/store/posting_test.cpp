#include "fihris/store/posting.h"

#include <gtest/gtest.h>

namespace fihris {
namespace {

TEST(Posting, HoldsOccurrencesAndLength) {
  for (const std::uint32_t occurrences : {1U, 2U, 3U, 77U, kMaxOccurrences}) {
    for (std::uint32_t step = 0; step < kLengthSteps; ++step) {
      const std::uint32_t wdf = wdf_of({occurrences, step});
      ASSERT_GT(wdf, 0U) << "0 means boolean";
      EXPECT_EQ(posting_of(wdf).occurrences, occurrences);
      EXPECT_EQ(posting_of(wdf).length_step, step);
    }
  }
}

TEST(Posting, MoreOccurrencesThanTheLimitCountAsTheLimit) {
  EXPECT_EQ(posting_of(wdf_of({kMaxOccurrences + 1, 63})).occurrences, kMaxOccurrences);
  EXPECT_EQ(posting_of(wdf_of({0xFFFFFFFF, 5})).length_step, 5U);
}

TEST(Posting, LengthsAreKeptToWithinEightPerCent) {
  for (std::uint64_t words = 1; words < 9'000; words += 7) {
    const double kept = length_at(length_step(words));
    EXPECT_NEAR(kept / static_cast<double>(words), 1, 0.08) << words;
  }
}

TEST(Posting, NoLengthIsOutOfRange) {
  EXPECT_EQ(length_step(0), 0U);
  EXPECT_EQ(length_step(1), 0U);
  EXPECT_EQ(length_step(~std::uint64_t{0}), kLengthSteps - 1);
}

}  // namespace
}  // namespace fihris
