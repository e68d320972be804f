#include "nearest.h"

#include <algorithm>

namespace fihris::cli {
namespace {

// Optimal string alignment, of bytes: names of commands and options are ASCII.
std::size_t changes_between(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view given, const std::vector<std::string>& names) {
  constexpr std::size_t kLongest = 40;
  std::string best;
  if (given.size() > kLongest) return best;
  std::size_t fewest = given.size() / 3 + 1;
  for (const std::string& name : names) {
    const std::size_t changes = changes_between(given, name);
    if (changes >= fewest && !(changes == fewest && best.empty())) continue;
    best = name;
    fewest = changes;
  }
  return best;
}

std::string did_you_mean(std::string_view given, const std::vector<std::string>& names) {
  const std::string meant = nearest(given, names);
  return meant.empty() ? "" : " Did you mean " + meant + "?";
}

}  // namespace fihris::cli
