// When parts are merged: few of them, and each article copied seldom.
#include "build/tiers.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>
#include <random>
#include <vector>

namespace fihris::indexer::build {
namespace {

// Parts to which more is added; all of it is counted that is written.
class Archive {
 public:
  void add(std::uint64_t documents) {
    const std::size_t kept = parts_to_keep(parts_, documents);
    for (std::size_t i = kept; i < parts_.size(); ++i) documents += parts_[i].documents;
    parts_.resize(kept);
    parts_.push_back({documents, 0});
    written_ += documents;
    most_parts_ = std::max(most_parts_, parts_.size());
  }
  std::uint64_t documents() const {
    std::uint64_t sum = 0;
    for (const PartSize& part : parts_) sum += part.documents;
    return sum;
  }
  const std::vector<PartSize>& parts() const { return parts_; }
  std::uint64_t written() const { return written_; }
  std::size_t most_parts() const { return most_parts_; }

 private:
  std::vector<PartSize> parts_;
  std::uint64_t written_ = 0;
  std::size_t most_parts_ = 0;
};

std::size_t kept(const std::vector<PartSize>& parts, std::uint64_t added) {
  return parts_to_keep(parts, added);
}

TEST(Tiers, AFirstPartTakesTheEmptyOneIn) {
  EXPECT_EQ(kept({}, 10), 0U);
  EXPECT_EQ(kept({{0, 0}}, 10), 0U);
  EXPECT_EQ(kept({{0, 0}}, 0), 0U);
}

TEST(Tiers, AnAdditionLeavesALargePartAlone) {
  EXPECT_EQ(kept({{1'000'000, 0}}, 2000), 1U);
  EXPECT_EQ(kept({{1'000'000, 0}, {2000, 0}, {2000, 0}}, 2000), 3U);
}

TEST(Tiers, FourOfASizeBecomeOne) {
  EXPECT_EQ(kept({{1'000'000, 0}, {2000, 0}, {2000, 0}, {2000, 0}}, 2000), 1U);
  // … and with three of the size that comes of it, again one.
  EXPECT_EQ(kept({{1'000'000, 0}, {8000, 0}, {8000, 0}, {8000, 0}, {2000, 0}, {2000, 0}, {2000, 0}},
                 2000),
            1U);
}

TEST(Tiers, MuchSmallerPartsAreTakenIn) {
  EXPECT_EQ(kept({{1'000'000, 0}, {2000, 0}, {1500, 0}}, 100'000), 1U);
  EXPECT_EQ(kept({{50, 0}}, 1001), 0U);
}

TEST(Tiers, APartThatIsMostlyDeadIsTakenInWithAllBehindIt) {
  EXPECT_EQ(kept({{1'000'000, 190'000}, {2000, 0}}, 2000), 2U);
  EXPECT_EQ(kept({{1'000'000, 210'000}, {2000, 0}}, 2000), 0U);
  EXPECT_EQ(kept({{1'000'000, 1000}, {300'000, 100'000}, {2000, 0}}, 2000), 1U);
  const std::vector<PartSize> few{{2000, 300}};
  EXPECT_FALSE(has_many_dead(few, 0));
  const std::vector<PartSize> many{{2000, 500}};
  EXPECT_TRUE(has_many_dead(many, 0));
  EXPECT_FALSE(has_many_dead(many, 1000));
}

// Thirty days after a million.
TEST(Tiers, AMonthOfDailyAdditionsWritesLittle) {
  Archive archive;
  archive.add(1'000'000);
  std::vector<std::uint64_t> days;
  for (int day = 0; day < 30; ++day) {
    const std::uint64_t before = archive.written();
    archive.add(2000);
    days.push_back(archive.written() - before);
  }
  EXPECT_EQ(archive.documents(), 1'060'000U);
  EXPECT_LE(archive.most_parts(), 9U);
  EXPECT_LE(std::accumulate(days.begin(), days.end(), std::uint64_t{0}), 130'000U);
  std::sort(days.begin(), days.end());
  EXPECT_EQ(days[days.size() / 2], 2000U);
  EXPECT_LE(days.back(), 32'000U);
}

// Each article is copied once for each size it passes, and there are three parts of a size.
TEST(Tiers, PartsAndCopiesGrowWithTheLogarithm) {
  std::mt19937 random(3);  // NOLINT: the same each time
  for (int run = 0; run < 20; ++run) {
    Archive archive;
    std::lognormal_distribution<double> size(7.5, 0.2 + 0.1 * run);
    while (archive.documents() < 3'000'000) {
      archive.add(1 + static_cast<std::uint64_t>(std::min(size(random), 500'000.0)));
    }
    const double sizes = 1 + std::log(archive.documents() / 4000.0) / std::log(kFanIn);
    EXPECT_LE(static_cast<double>(archive.most_parts()), 3 * (sizes + 1)) << "run " << run;
    EXPECT_LE(archive.written(), (sizes + 3) * static_cast<double>(archive.documents()))
        << "run " << run;
  }
}

}  // namespace
}  // namespace fihris::indexer::build
