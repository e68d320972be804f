// The cheapest way from one word to another, for any costs.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "fihris/stemmer/names.h"

namespace fihris::stemmer::spelling {

// Longer words are no words: no way leads to them.
inline constexpr std::size_t kMaxComparedLetters = 32;
inline constexpr Cost kTooFar = 100 * kMaxComparedLetters;

// `Costs` has gap(word, i): a letter one of the words does not have; substitution(a, i, b, j): one
// letter for another, 0 for the same; swap(a, i): a[i-1] and a[i] in the wrong order. Stops when
// every way costs more than `limit`.
template <class Costs>
Cost edit_cost(std::string_view a, std::string_view b, Cost limit, const Costs& costs) {
  if (a.size() > kMaxComparedLetters || b.size() > kMaxComparedLetters) return kTooFar;
  std::array<std::array<Cost, kMaxComparedLetters + 1>, 3> rows{};
  for (std::size_t j = 0; j < b.size(); ++j) rows[0][j + 1] = rows[0][j] + costs.gap(b, j);
  for (std::size_t i = 0; i < a.size(); ++i) {
    const auto& above = rows[i % 3];
    const auto& two_above = rows[(i + 2) % 3];
    auto& row = rows[(i + 1) % 3];
    const Cost gap = costs.gap(a, i);
    Cost best = row[0] = above[0] + gap;
    for (std::size_t j = 0; j < b.size(); ++j) {
      Cost cost = above[j] + (a[i] == b[j] ? 0 : costs.substitution(a, i, b, j));
      cost = std::min({cost, above[j + 1] + gap, row[j] + costs.gap(b, j)});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
        cost = std::min(cost, two_above[j - 1] + costs.swap(a, i));
      }
      row[j + 1] = cost;
      best = std::min(best, cost);
    }
    if (best > limit) return kTooFar;
  }
  return rows[a.size() % 3][b.size()];
}

// Costs of pairs of letters, the same both ways. `groups` are strings of letters of which each may
// stand for each other one.
class LetterPairs {
 public:
  struct Group {
    std::string_view left;
    std::string_view right;
    Cost cost;
  };
  template <std::size_t N>
  explicit LetterPairs(const std::array<Group, N>& groups) {
    cost_.fill(100);
    for (const Group& group : groups) {
      for (const char a : group.left) {
        for (const char b : group.right) set(a, b, group.cost);
      }
    }
  }
  Cost operator()(char a, char b) const { return cost_[index(a, b)]; }

 private:
  static std::size_t index(char a, char b) {
    return (static_cast<unsigned char>(a) & 0x7FU) * 128U + (static_cast<unsigned char>(b) & 0x7FU);
  }
  void set(char a, char b, Cost cost) {
    if (a == b) return;
    cost_[index(a, b)] = cost_[index(b, a)] = static_cast<unsigned char>(cost);
  }
  std::array<unsigned char, 128U * 128U> cost_{};
};

}  // namespace fihris::stemmer::spelling
