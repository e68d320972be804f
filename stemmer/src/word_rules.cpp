#include "word_rules.h"

#include <array>

#include "clitics.h"
#include "letters.h"

namespace fihris {
namespace {

// Costs are on the scale of LemmaEntry::frequency: 10 for each halving of credibility.
struct EndingRule {
  std::string_view ending;
  std::string_view instead;
  int cost;
};

constexpr std::array<EndingRule, 21> kEndings = {{
    {"", "", 0},      {"p", "", 15},    {"h", "p", 5},    {"A", "", 15},    {"At", "p", 10},  {"At", "", 15},
    {"An", "", 25},   {"yn", "", 20},   {"wn", "", 20},   {"tAn", "p", 15}, {"tyn", "p", 15}, {"yp", "y", 10},
    {"yp", "", 25},   {"y", "", 30},    {"yAt", "yp", 10}, {"ywn", "y", 10}, {"yyn", "y", 10}, {"wA", "", 25},
    {"t", "", 35},    {"wn", "", 20},   {"yA", "y", 15},
}};
constexpr int kCliticCost = 15;
constexpr int kArticleCost = 5;
constexpr int kPronounCost = 25;

int cost_of(const CliticSplit& split) {
  int cost = 0;
  const std::size_t article = split.article ? 2 : 0;
  if (split.article) cost += kArticleCost;
  if (split.before > article) cost += kCliticCost * static_cast<int>(split.before - article);
  if (split.behind > 0) cost += kPronounCost;
  return cost;
}

std::optional<LemmaEntry> look_up(const std::string& core, const LemmaTable& table) {
  std::optional<LemmaEntry> entry = table.find(core);
  if (!entry) entry = table.find(fold_letters(core));
  if (entry && entry->source == lemma_image::Source::kStop) return std::nullopt;
  return entry;
}

}  // namespace

std::optional<RuleResult> find_by_rules(std::string_view word, int whole_frequency, const LemmaTable& table) {
  std::optional<RuleResult> best;
  int best_score = whole_frequency;
  for (const CliticSplit& split : clitic_splits(word)) {
    for (const EndingRule& rule : kEndings) {
      if (!split.core.ends_with(rule.ending) || split.core.size() < rule.ending.size() + 2) continue;
      std::string core = split.core.substr(0, split.core.size() - rule.ending.size()) + std::string(rule.instead);
      if (core.size() < 3 || (split.before + split.behind == 0 && core == word)) continue;
      const auto entry = look_up(core, table);
      if (!entry || (entry->letters_before > 0 && split.before > 0)) continue;
      const int score = entry->frequency - cost_of(split) - rule.cost;
      if (score <= best_score && best) continue;
      if (score <= whole_frequency && whole_frequency > 0) continue;
      best_score = score;
      std::string lemma = entry->lemma.empty() ? fold_letters(core) : std::string(entry->lemma);
      best = RuleResult{std::move(lemma), std::move(core), split.before, split.behind, entry->source};
    }
  }
  return best;
}

}  // namespace fihris
