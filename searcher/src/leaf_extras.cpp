// The part of LeafBuilder that lets other words match as well.
#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "leaf_builder.h"
#include "ranking_weights.h"

namespace fihris::internal {
namespace {

using Xapian::Query;

Clause scaled(Clause clause, double weight) {
  clause.by_fingerprint = clause.trusts_fingerprints();
  clause.query = Query(Query::OP_SCALE_WEIGHT, self_contained(clause), weight);
  clause.patterns.clear();
  return clause;
}

// What token_clause() looks for in the text, before anything is added to it.
std::size_t typed_wanted(const Clause& clause) {
  const Condition* condition = &clause.condition;
  while (condition->kind == Condition::Kind::kAny) condition = &condition->children.front();
  return condition->wanted;
}

Clause demanded(std::vector<Clause> words) {
  Parts parts;
  parts.must = std::move(words);
  return join(std::move(parts), {});
}

}  // namespace

void LeafBuilder::add_variants(const Token& token, Place place, Clause& clause) {
  if (extras_.variants == nullptr) return;
  std::vector<std::string> terms;
  PlanAlternative alternative{{clause.condition.wanted}, {}};
  std::vector<Condition> conditions = {clause.condition};
  for (const std::string& lemma : extras_.variants->find(token)) {
    terms.push_back(term_of(TokenKind::kArabic, lemma, place.title));
    Wanted wanted;
    wanted.tokens.push_back({TokenKind::kArabic, lemma, {}});
    wanted.title_only = place.title;
    wanted.weight = OtherWordWeights::kVariant * idf(terms.back());
    alternative.others.push_back(want(std::move(wanted), false));
    conditions.push_back({Condition::Kind::kWanted, alternative.others.back(), {}});
  }
  if (terms.empty()) return;
  const Query light(Query::OP_SCALE_WEIGHT, as_one_word(terms), OtherWordWeights::kVariant);
  clause.query = Query(Query::OP_OR, clause.query, light);
  clause.condition = any_of(std::move(conditions));
  plan_.alternatives.push_back(std::move(alternative));
}

std::vector<Clause> LeafBuilder::other_members(const Synonyms::Match& match, Place place,
                                               PlanAlternative& alternative) {
  std::vector<Clause> others;
  for (const Synonyms::Member* member : match.others) {
    Clause clause = sequence_clause({*member, {}}, {}, place);
    alternative.others.push_back(clause.condition.wanted);
    others.push_back(scaled(std::move(clause), OtherWordWeights::kSynonym));
  }
  return others;
}

void LeafBuilder::add_synonyms(const Leaf& leaf, Place place,
                               const std::vector<std::size_t>& word_of, WordRun& run) {
  if (extras_.synonyms == nullptr) return;
  const std::span<const Token> sequence(leaf.sequence);
  for (std::size_t i = 0; i < sequence.size();) {
    const auto match = extras_.synonyms->at_front_of(sequence.subspan(i));
    if (!match) {
      ++i;
      continue;
    }
    PlanAlternative alternative;
    const std::size_t first = word_of[i];
    std::size_t last = first;
    for (const std::size_t end = i + match->length; i < end; ++i) {
      last = std::max(last, word_of[i]);
      alternative.typed.push_back(typed_wanted(run.words[word_of[i]]));
    }
    std::vector<Clause> others = other_members(*match, place, alternative);
    plan_.alternatives.push_back(std::move(alternative));
    if (match->length == 1) {
      others.insert(others.begin(), std::move(run.words[first]));
      run.words[first] = any_of_clauses(std::move(others));
    } else if (run.alternatives.empty() || run.alternatives.back().last < first) {
      run.alternatives.push_back({first, last, any_of_clauses(std::move(others))});
    }
  }
}

void demand_alternatives(WordRun& run) {
  // From the back, so that earlier indexes stay right.
  while (!run.alternatives.empty()) {
    WordRun::Alternative each = std::move(run.alternatives.back());
    run.alternatives.pop_back();
    const auto first = run.words.begin() + static_cast<std::ptrdiff_t>(each.first);
    const auto behind = run.words.begin() + static_cast<std::ptrdiff_t>(each.last + 1);
    std::vector<Clause> typed(std::make_move_iterator(first), std::make_move_iterator(behind));
    std::vector<Clause> either;
    either.push_back(demanded(std::move(typed)));
    either.push_back(std::move(each.clause));
    *first = any_of_clauses(std::move(either));
    run.words.erase(first + 1, behind);
  }
}

}  // namespace fihris::internal
