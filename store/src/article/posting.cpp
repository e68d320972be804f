#include "fihris/store/posting.h"

#include <algorithm>
#include <cmath>

namespace fihris {
namespace {

// The last step begins at some 11,000 words.
constexpr double kRatio = 1.16;

}  // namespace

std::uint32_t length_step(std::uint64_t words) {
  if (words <= 1) return 0;
  const double step = std::log(static_cast<double>(words)) / std::log(kRatio);
  return std::min(static_cast<std::uint32_t>(std::lround(step)), kLengthSteps - 1);
}

double length_at(std::uint32_t step) { return std::pow(kRatio, step); }

}  // namespace fihris
