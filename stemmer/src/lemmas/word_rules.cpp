#include "lemmas/word_rules.h"

#include <array>
#include <limits>

#include "lemmas/clitics.h"
#include "text/letters.h"
#include "text/table_bytes.h"

namespace fihris::stemmer::lemmas {
namespace {

using lemma_image::Source;

// Costs are on the scale of LemmaEntry::frequency: 10 for each halving of credibility.
struct EndingRule {
  std::string_view ending;
  std::string_view instead;
  int cost;
  bool verb;
};

constexpr std::array<EndingRule, 26> kEndings = {{
    {"", "", 0, false},      {"p", "", 15, false},     {"h", "p", 5, false},
    {"A", "", 15, false},    {"At", "p", 10, false},   {"At", "", 15, false},
    {"An", "", 25, false},   {"yn", "", 20, false},    {"wn", "", 20, false},
    {"tAn", "p", 15, false}, {"tyn", "p", 15, false},  {"yp", "y", 10, false},
    {"yp", "", 25, false},   {"yAt", "yp", 10, false}, {"ywn", "y", 10, false},
    {"yyn", "y", 10, false}, {"yA", "y", 15, false},   {"", "", 0, true},
    {"wn", "", 10, true},    {"wA", "", 10, true},     {"w", "", 25, true},
    {"An", "", 15, true},    {"A", "", 15, true},      {"t", "", 10, true},
    {"nA", "", 20, true},    {"tm", "", 25, true},
}};
constexpr int kCliticCost = 15;
constexpr int kArticleCost = 5;
constexpr int kPronounCost = 25;
constexpr int kPersonCost = 5;
constexpr int kLeastCredit = 20;
constexpr int kNameBonus =
    100;  // a protected name with nothing but proclitics before it: وغابون, للناصرة

int cost_of(const CliticSplit& split) {
  int cost = 0;
  const std::size_t article = split.article ? 2 : 0;
  if (split.article) cost += kArticleCost;
  if (split.before > article) cost += kCliticCost * static_cast<int>(split.before - article);
  if (split.behind > 0) cost += kPronounCost;
  return cost;
}

class Search {
 public:
  Search(std::string_view word, int whole_frequency, const LemmaTable& table)
      : word_(word), whole_frequency_(whole_frequency), table_(table) {}

  std::optional<RuleResult> run() {
    for (const CliticSplit& split : clitic_splits(word_)) {
      const bool decided = is_decided(split);
      for (const EndingRule& rule : kEndings) {
        if (decided && !rule.ending.empty()) continue;
        if (!split.core.ends_with(rule.ending)) continue;
        if (rule.verb ? may_stand_before_verb(split) : !split.future) try_rule(split, rule);
      }
    }
    return std::move(best_);
  }

 private:
  // Whether what is split off may stand before a verb: ب, ك and the article stand before nouns
  // only.
  bool may_stand_before_verb(const CliticSplit& split) const {
    return !split.article &&
           word_.substr(0, split.before).find_first_of("bk") == std::string_view::npos;
  }

  // Whether the table has decided on the core: مكتبة in بالمكتبة is not مكتب + ة.
  bool is_decided(const CliticSplit& split) const {
    if (split.before == 0 || split.behind > 0) return false;
    const std::optional<LemmaEntry> entry = find(split.core);
    return entry && !entry->lemma.empty() && entry->source != Source::kStop &&
           (entry->source != Source::kVerb || !split.article);
  }

  std::optional<LemmaEntry> find(const std::string& core) const {
    const std::optional<LemmaEntry> entry = table_.find(core);
    if (entry) return entry;
    const std::string folded = fold_letters(core);
    return folded == core ? entry : table_.find(folded);
  }

  // What was seen in one form only, be it a name or a word of the dictionary nobody uses, is
  // believed to stand in no other: كلاودين is no dual of كلاود, سافا no accusative of ساف.
  bool is_inflected(const CliticSplit& split, const std::string& core, bool verb) const {
    const bool person = verb && core[0] == 'y' && word_[split.before] != 'y';
    return person || split.behind > 0 || core.size() + split.before < word_.size();
  }

  // بلاك, كولن: names nobody listed look like ب or ك before a word that was never counted.
  bool is_doubtful(const CliticSplit& split, const LemmaEntry& entry) const {
    constexpr int kCountedOnce = 10;
    return entry.frequency < kCountedOnce && split.before > 0 && !split.article && !split.future &&
           word_[0] != 'w';
  }

  void try_rule(const CliticSplit& split, const EndingRule& rule) {
    std::string core =
        split.core.substr(0, split.core.size() - rule.ending.size()) + std::string(rule.instead);
    if (core.size() < (split.article && rule.ending.empty() ? 2U : 3U)) return;
    const int cost = cost_of(split) + rule.cost;
    const bool past_only = rule.ending == "t" || rule.ending == "tm";
    if (core != word_) try_core(split, core, rule.verb, cost, past_only);
    // The table holds presents in the third person only: تفعل, نفعل, أفعل ← يفعل.
    if (rule.verb && core[0] != 'y' &&
        std::string_view("tn>A").find(core[0]) != std::string_view::npos) {
      core[0] = 'y';
      try_core(split, core, true, cost + kPersonCost, past_only);
    }
  }

  // What a noun must be worth that is made likely by nothing but ف ب ل ك before a word nobody
  // counted: most such words are foreign names (كورمان). The article, و and pronouns are surer
  // signs.
  int least_credit(const CliticSplit& split, const std::string& core, bool verb) const {
    const bool in_front = split.before > 1 || (split.before == 1 && word_[0] != 'w');
    if (verb || split.article || split.behind > 0 || !in_front)
      return std::numeric_limits<int>::min();
    return is_inflected(split, core, verb) ? 2 * kLeastCredit : kLeastCredit;
  }

  // Whether a word of that kind may stand with such clitics and endings.
  static bool fits(const LemmaEntry& entry, const CliticSplit& split, const std::string& core,
                   bool verb, bool past_only) {
    if (entry.source == Source::kStop) return false;
    // The list of exceptions does not say which of its words are verbs.
    const bool listed_verb = verb && entry.source == Source::kException;
    if ((entry.source == Source::kVerb) != verb && !listed_verb) return false;
    if (entry.letters_before > 0 && split.before > 0) return false;
    // A present tense takes no ending of the past, a name no pronoun.
    if (verb && core[0] == 'y' && past_only) return false;
    return entry.source != Source::kName || split.behind == 0;
  }

  void try_core(const CliticSplit& split, const std::string& core, bool verb, int cost,
                bool past_only) {
    const std::optional<LemmaEntry> entry = find(core);
    if (!entry || !fits(*entry, split, core, verb, past_only)) return;
    const bool name = entry->source == Source::kName && core.size() >= (split.article ? 3U : 4U) &&
                      core.size() + split.before == word_.size();
    if (!name && is_doubtful(split, *entry)) return;
    if (!entry->inflected && !entry->listed && is_inflected(split, core, verb)) return;
    const int score = entry->frequency - cost + (name ? kNameBonus : 0);
    if (!name && score < least_credit(split, core, verb)) return;
    if (best_ && score <= best_score_) return;
    if (score <= whole_frequency_ && whole_frequency_ > 0) return;
    best_score_ = score;
    std::string lemma = entry->lemma.empty() ? fold_letters(core) : std::string(entry->lemma);
    best_ = RuleResult{std::move(lemma), core, split.before, split.behind, entry->source};
  }

  std::string_view word_;
  int whole_frequency_;
  const LemmaTable& table_;
  std::optional<RuleResult> best_;
  int best_score_ = 0;
};

}  // namespace

std::optional<RuleResult> find_by_rules(std::string_view word, int whole_frequency,
                                        const LemmaTable& table) {
  return Search(word, whole_frequency, table).run();
}

std::string ending_table() {
  std::string table = text::table_row(kCliticCost, kArticleCost, kPronounCost, kPersonCost,
                                      kLeastCredit, kNameBonus);
  for (const EndingRule& rule : kEndings) {
    table += text::table_row(rule.ending, rule.instead, rule.cost, rule.verb);
  }
  return table;
}

}  // namespace fihris::stemmer::lemmas
