#include "careful_spellings.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

// Of a folded word: its spelling with the most letters that folding would change, among those that
// are no rarities beside the commonest. Hamzas are left out far more often than put in.
class Spelled {
 public:
  Spelled(const Forms& forms, const WordCounts& counts) {
    for (const auto& [letters, form] : forms) {
      if (form.letters_before + form.letters_behind > 0) continue;
      const std::uint64_t count =
          counts.printed_count(letters) + counts.printed_count("Al" + letters);
      by_folded_[fold_letters(letters)].push_back({letters, count});
    }
  }

  std::string of(const std::string& folded) const {
    const auto found = by_folded_.find(folded);
    if (found == by_folded_.end()) return folded;
    std::uint64_t most = 0;
    for (const auto& [letters, count] : found->second) most = std::max(most, count);
    std::pair<std::size_t, std::uint64_t> best;
    std::string chosen = folded;
    for (const auto& [letters, count] : found->second) {
      if (count * kRarity < most) continue;
      const std::pair candidate{differences(letters, folded), count};
      if (candidate < best) continue;
      best = candidate;
      chosen = letters;
    }
    return chosen;
  }

 private:
  static constexpr std::uint64_t kRarity = 4;

  static std::size_t differences(std::string_view letters, std::string_view folded) {
    std::size_t found = 0;
    // A maksura for a yeh is carelessness as often as care.
    for (std::size_t i = 0; i < letters.size(); ++i)
      found += letters[i] != folded[i] && letters[i] != 'Y' ? 1 : 0;
    return found;
  }

  std::unordered_map<std::string, std::vector<std::pair<std::string, std::uint64_t>>> by_folded_;
};

}  // namespace

Spellings careful_spellings(const Forms& forms, const WordCounts& counts,
                            const std::unordered_map<std::string, std::string>& presents) {
  const Spelled spelled(forms, counts);
  Spellings found;
  for (const auto& [past, present] : presents) found.emplace(present, spelled.of(past));
  for (const auto& [letters, form] : forms) {
    if (form.lemma.empty() || found.contains(form.lemma)) continue;
    if (std::string spelling = spelled.of(form.lemma); spelling != form.lemma)
      found.emplace(form.lemma, std::move(spelling));
  }
  return found;
}

}  // namespace fihris::lemma_tool
