// The part of LeafBuilder that lets other words match as well.
#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "fihris/stemmer/family.h"
#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"
#include "plan/leaf_builder.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::plan {
namespace {

using Xapian::Query;

std::vector<std::string> terms_of(const std::vector<std::string>& lemmas, Scope scope) {
  std::vector<std::string> terms;
  terms.reserve(lemmas.size());
  for (const std::string& lemma : lemmas) {
    terms.push_back(scope.term(TokenKind::kArabic, lemma));
  }
  return terms;
}

Clause demanded(std::vector<Clause> words) {
  GroupMembers parts;
  parts.must = std::move(words);
  return join(std::move(parts), {});
}

}  // namespace

void LeafBuilder::add_variants(const Token& token, Scope scope, Clause& clause) {
  if (extras_.variants == nullptr) return;
  const std::vector<std::string>& lemmas = extras_.variants->find(token);
  const double weight = idf_together(terms_of(lemmas, scope));
  add_lemmas(lemmas, OtherWordWeights::kVariant * weight, scope, clause);
}

// The verb of a noun's form and the noun of a verb: قتل finds يقتل, and is found by it.
void LeafBuilder::add_other_keys(const Leaf& leaf, Scope scope,
                                 const std::vector<std::size_t>& word_of, WordRun& run) {
  const auto add = [&](const std::string& lemma, std::size_t index) {
    const double weight = idf(scope.term(TokenKind::kArabic, lemma));
    Clause& clause = run.words[word_of[index]];
    if (weight > 0) add_lemmas({lemma}, OtherWordWeights::kOtherKey * weight, scope, clause);
  };
  for (const auto& [index, key] : leaf.also) add(std::string(key.lemma), index);
  for (std::size_t i = 0; i < leaf.sequence.size(); ++i) {
    const std::string noun = noun_beside_verb(leaf.sequence[i].lemma);
    if (!noun.empty()) add(noun, i);
  }
}

// Adds the word in ة that a typed ه may be meant for. Most words so typed are nothing else, and are
// analysed as meant.
void LeafBuilder::add_ta_marbuta(const Token& token, Scope scope, Clause& clause) {
  if (token.kind != TokenKind::kArabic || token.stop) return;
  std::optional<std::string> letters = to_letters(token.norm);
  if (!letters || !letters->ends_with('h')) return;
  letters->back() = 'p';
  const std::optional<LexiconWord> word = find_in_lexicon(*letters);
  if (!word || word->stop) return;
  const std::string lemma = from_letters(word->lemma);
  if (lemma == token.lemma) return;
  const double weight = idf(scope.term(TokenKind::kArabic, lemma));
  if (weight > 0) add_lemmas({lemma}, OtherWordWeights::kTaMarbuta * weight, scope, clause);
}

// Adds the place of an adjective of origin and the adjective of a place: «ودائع اللبنانيين» is
// answered by «ودائع في لبنان».
void LeafBuilder::add_origins(const Token& token, Scope scope, const TermCounts& typed,
                              Clause& clause) {
  if (token.kind != TokenKind::kArabic || token.stop) return;
  std::vector<std::string> lemmas = origins_of(token.lemma);
  std::erase_if(lemmas, [&](const std::string& lemma) {
    const std::string term = scope.term(TokenKind::kArabic, lemma);
    return typed.contains(term) || articles_with(term) == 0;
  });
  if (lemmas.empty()) return;
  std::vector<std::string> terms = terms_of(lemmas, scope);
  terms.push_back(scope.term(token.kind, token.lemma));
  const double alone = idf(terms.back());
  const double together = idf_together(terms);
  if (alone > 0) scale_weight(clause, together / alone);
  add_lemmas(lemmas, OtherWordWeights::kOrigin * together, scope, clause);
}

void LeafBuilder::add_lemmas(const std::vector<std::string>& lemmas, double weight, Scope scope,
                             Clause& clause) {
  if (lemmas.empty()) return;
  PlanAlternative alternative{{typed_wanted(clause)}, {}};
  std::vector<Condition> conditions = {clause.condition};
  for (const std::string& lemma : lemmas) {
    Wanted wanted;
    wanted.tokens.push_back({TokenKind::kArabic, lemma, {}});
    wanted.title_only = scope.title;
    wanted.weight = weight;
    alternative.others.push_back(want(std::move(wanted), false));
    conditions.push_back({Condition::Kind::kWanted, alternative.others.back(), {}});
  }
  add_members(clause, weighing(terms_of(lemmas, scope), weight));
  clause.condition = any_of(std::move(conditions));
  plan_.alternatives.push_back(std::move(alternative));
}

std::vector<Clause> LeafBuilder::other_members(const words::Synonyms::Match& match, Scope scope,
                                               PlanAlternative& alternative) {
  std::vector<Clause> others;
  for (const words::Synonyms::Member* member : match.others) {
    Clause clause = sequence_clause({*member, {}, {}}, {}, scope);
    alternative.others.push_back(clause.condition.wanted);
    others.push_back(scaled(std::move(clause), OtherWordWeights::kSynonym));
  }
  return others;
}

void LeafBuilder::add_synonyms(const Leaf& leaf, Scope scope,
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
    std::vector<Clause> others = other_members(*match, scope, alternative);
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

}  // namespace fihris::searcher::plan
