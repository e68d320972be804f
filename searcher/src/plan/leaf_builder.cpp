#include "plan/leaf_builder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "fihris/stemmer/family.h"
#include "fihris/store/token_column.h"
#include "plan/date_order.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::plan {
namespace {

using Xapian::Query;

// Of one query; a single "word" such as a-b-c-… may fall into many.
constexpr std::size_t kMaxTokens = 256;

WantedToken wanted_token(const Token& token, bool exact) {
  return {token.kind, std::string(token.lemma), exact ? std::string(token.norm) : std::string()};
}

column::PatternToken pattern_token(const Token& token, bool exact) {
  column::PatternToken pattern;
  pattern.lemma = lemma_fingerprint(token.kind, token.lemma);
  if (exact) pattern.norm = norm_fingerprint(token.norm);
  return pattern;
}

Clause nothing() {
  Clause clause;
  clause.empty = true;
  return clause;
}

double factor_of(const Token& token) {
  if (token.kind == TokenKind::kNumber) return WordWeights::kNumber;
  return token.name ? WordWeights::kName : 1;
}

}  // namespace

LeafBuilder::Leaf LeafBuilder::analyze(std::string_view text) {
  Leaf leaf;
  analyzer_.analyze(text, tokens_);
  for (const Token& token : tokens_) {
    if (tokens_used_ >= kMaxTokens) break;
    if (token.also && !leaf.sequence.empty()) {
      leaf.also.emplace_back(leaf.sequence.size() - 1, token);
      continue;
    }
    // A telephone number is a number besides its parts.
    if (!token.in_sequence && token.kind != TokenKind::kCompound &&
        token.kind != TokenKind::kNumber)
      continue;
    ++tokens_used_;
    (token.in_sequence ? leaf.sequence : leaf.compounds).push_back(token);
  }
  return leaf;
}

// 0 for a term that is nowhere: no article can gain by it.
double LeafBuilder::idf_of(Xapian::doccount articles_with) const {
  const double with = articles_with;
  if (articles_with == 0) return 0;
  return std::log(1 + (articles_ - with + 0.5) / (with + 0.5));
}

// The number of articles with a term, remembered: it is asked for several times a word, and each
// look-up reads two blocks of the database.
Xapian::doccount LeafBuilder::articles_with(const std::string& term) {
  const auto [known, is_new] = plan_.articles_with.try_emplace(term, 0);
  if (is_new) known->second = database_.get_termfreq(term);
  return known->second;
}

double LeafBuilder::idf(const std::string& term) { return idf_of(articles_with(term)); }

std::size_t LeafBuilder::want(Wanted wanted, bool is_stop) {
  plan_.wanted.push_back(std::move(wanted));
  plan_.shown.push_back(!is_stop);
  return plan_.wanted.size() - 1;
}

void LeafBuilder::remember_typed(const Token& token) {
  const WantedToken typed = wanted_token(token, true);
  typed_sequence_.push_back(typed);
  const auto same = [&typed](const WantedToken& t) {
    return t.lemma == typed.lemma && t.norm == typed.norm;
  };
  if (token.stop || std::any_of(typed_words_.begin(), typed_words_.end(), same)) return;
  typed_words_.push_back(typed);
}

std::size_t LeafBuilder::ranked_word(const Token& token, bool title_only) {
  const std::string term = term_of(token.kind, token.lemma, false);
  const auto [at, is_new] = ranked_.try_emplace(term, plan_.words.size());
  if (is_new) {
    const double weight = factor_of(token) * idf(term);
    PlanWord word{lemma_fingerprint(token.kind, token.lemma), {}, weight, {}, {}, title_only};
    if (token.kind == TokenKind::kArabic) {
      for (const std::string& origin : origins_of(token.lemma)) {
        word.origins.push_back(lemma_fingerprint(token.kind, origin));
      }
      word.relatives = relatives_of(token.lemma);
    }
    plan_.words.push_back(std::move(word));
  }
  plan_.words[at->second].title_only &= title_only;
  std::vector<std::uint8_t>& forms = plan_.words[at->second].forms;
  const std::uint8_t form = norm_fingerprint(token.norm);
  if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
  return at->second;
}

// Notes what the second pass and the tier need to know of the leaf's words.
void LeafBuilder::add_ranked_words(const Leaf& leaf, Scope scope, bool quoted) {
  if (scope.excluded) return;
  const Token* previous = nullptr;
  std::size_t left = 0;
  for (const Token& token : leaf.sequence) {
    remember_typed(token);
    if (token.stop) continue;
    const std::size_t word = ranked_word(token, scope.title);
    if (previous != nullptr && word != left) {
      plan_.pairs.push_back({left, word, token.position - previous->position, quoted});
    }
    previous = &token;
    left = word;
  }
}

Clause LeafBuilder::token_clause(const Token& token, Scope scope, Xapian::termcount times) {
  Clause clause;
  const std::string term = scope.term(token.kind, token.lemma);
  if (token.stop) {
    column::ColumnPattern pattern;
    pattern.tokens.push_back(pattern_token(token, false));
    pattern.title_only = scope.title;
    clause.patterns.push_back(std::move(pattern));
  } else {
    const double factor = factor_of(token);
    clause.any.terms.push_back({term, times, factor});
    clause.query = query_of(clause.any);
  }
  if (scope.excluded) return clause;
  Wanted wanted;
  wanted.tokens.push_back(wanted_token(token, false));
  wanted.title_only = scope.title;
  wanted.weight = idf(term);
  clause.condition = {Condition::Kind::kWanted, want(std::move(wanted), token.stop), {}};
  return clause;
}

WordRun LeafBuilder::run(const Leaf& leaf, Scope scope, bool quoted) {
  add_ranked_words(leaf, scope, quoted);
  WordRun result;
  TermCounts times;
  for (const Token& token : leaf.sequence) ++times[scope.term(token.kind, token.lemma)];
  std::unordered_map<std::string, std::size_t> seen;
  std::vector<std::size_t> word_of;
  const bool extras = !quoted && !scope.excluded;
  for (const Token& token : leaf.sequence) {
    const std::string term = scope.term(token.kind, token.lemma);
    const auto [at, is_new] = seen.try_emplace(term, result.words.size());
    word_of.push_back(at->second);
    if (!is_new) continue;
    result.words.push_back(token_clause(token, scope, times[term]));
    if (!extras) continue;
    add_variants(token, scope, result.words.back());
    add_ta_marbuta(token, scope, result.words.back());
    add_origins(token, scope, times, result.words.back());
  }
  if (scope.being_typed && extras && !leaf.sequence.empty()) {
    add_longer_words(leaf.sequence.back(), scope, result.words[word_of.back()]);
  }
  add_wholes(leaf, scope, extras, word_of, result);
  if (extras) add_other_keys(leaf, scope, word_of, result);
  if (extras) add_synonyms(leaf, scope, word_of, result);
  if (extras) add_spacings(leaf, scope, word_of, result);
  return result;
}

WordRun LeafBuilder::words(std::string_view text, Scope scope) {
  return run(analyze(text), scope, false);
}

WordRun LeafBuilder::quoted_words(std::string_view text, Scope scope) {
  const Leaf leaf = analyze(text);
  if (leaf.sequence.size() > 1 && !scope.excluded) {
    Wanted wanted;
    wanted.weight = 0;
    wanted.title_only = scope.title;
    for (const Token& token : leaf.sequence) {
      wanted.tokens.push_back(wanted_token(token, false));
      if (!token.stop) wanted.weight += idf(scope.term(token.kind, token.lemma));
    }
    want(std::move(wanted), false);
  }
  return run(leaf, scope, true);
}

Clause LeafBuilder::whole_word(std::string_view text, Scope scope) {
  WordRun found = words(text, scope);
  demand_alternatives(found);
  GroupMembers parts;
  parts.must = std::move(found.words);
  parts.optional = std::move(found.wholes);
  return join(std::move(parts), {});
}

Clause LeafBuilder::sequence_clause(const Leaf& leaf, const query::Phrase& phrase, Scope scope) {
  Clause clause;
  column::ColumnPattern pattern;
  pattern.ordered = phrase.slop == 0;
  pattern.slop = phrase.slop;
  pattern.title_only = scope.title;
  Wanted wanted;
  wanted.slop = phrase.slop;
  wanted.weight = 0;
  wanted.title_only = scope.title;
  std::vector<std::string> terms;
  for (const Token& token : leaf.sequence) {
    pattern.tokens.push_back(pattern_token(token, phrase.exact));
    wanted.tokens.push_back(wanted_token(token, phrase.exact));
    if (token.stop) continue;
    if (terms.empty()) pattern.anchor = pattern.tokens.size() - 1;  // not a function word
    terms.push_back(scope.term(token.kind, token.lemma));
    wanted.weight += idf(terms.back());
  }
  std::vector<std::size_t> other_order;
  if (pattern.ordered && !phrase.exact) other_order = other_order_of_dates(leaf.sequence);
  for (const std::size_t i : other_order) pattern.other_order.push_back(pattern.tokens[i]);
  if (!terms.empty()) clause.query = Query(Query::OP_AND, terms.begin(), terms.end());
  if (pattern.tokens.size() > 1 || phrase.exact || terms.empty()) {
    clause.patterns.push_back(std::move(pattern));
  }
  if (!scope.excluded) {
    clause.condition = want_sequence(std::move(wanted), other_order, terms.empty());
  }
  if (terms.size() == 1 && clause.patterns.empty()) {
    clause.any.terms.push_back({std::move(terms.front())});
  } else if (!terms.empty()) {
    auto patterns = std::make_shared<const column::Patterns>(clause.patterns);
    clause.any.phrases.push_back({std::move(terms), 1, std::move(patterns)});
  }
  return clause;
}

Condition LeafBuilder::want_sequence(Wanted wanted, const std::vector<std::size_t>& other_order,
                                     bool is_stop) {
  Wanted other = wanted;
  other.tokens.clear();
  for (const std::size_t i : other_order) other.tokens.push_back(wanted.tokens[i]);
  Condition as_typed{Condition::Kind::kWanted, want(std::move(wanted), is_stop), {}};
  if (other.tokens.empty()) return as_typed;
  const Condition turned{Condition::Kind::kWanted, want(std::move(other), is_stop), {}};
  return any_of({as_typed, turned});
}

Clause LeafBuilder::phrase(const query::Phrase& phrase, Scope scope) {
  Leaf leaf = analyze(phrase.text);
  const bool has_word = std::any_of(leaf.sequence.begin(), leaf.sequence.end(),
                                    [](const Token& token) { return !token.stop; });
  if (phrase.slop != 0 && has_word) {
    // Near one another: the function words among them do not matter.
    const auto stop = [](const Token& token) { return token.stop; };
    leaf.sequence.erase(std::remove_if(leaf.sequence.begin(), leaf.sequence.end(), stop),
                        leaf.sequence.end());
  }
  if (leaf.sequence.empty()) return nothing();
  add_ranked_words(leaf, scope, true);
  return spaced_phrase(leaf, phrase, scope);
}

Clause LeafBuilder::exact_word(std::string_view text, Scope scope) {
  const Leaf leaf = analyze(text);
  if (leaf.sequence.empty()) return nothing();
  add_ranked_words(leaf, scope, false);
  return sequence_clause(leaf, {std::string(text), 0, true}, scope);
}

void LeafBuilder::finish() {
  // Function words are marked only when nothing else is.
  const bool shows = std::find(plan_.shown.begin(), plan_.shown.end(), true) != plan_.shown.end();
  if (!shows) plan_.shown.assign(plan_.shown.size(), true);
  plan_.first_typed = plan_.wanted.size();
  plan_.typed_words = typed_words_.size();
  for (WantedToken& token : typed_words_) {
    plan_.wanted.emplace_back().tokens.push_back(std::move(token));
  }
  if (!typed_sequence_.empty()) plan_.wanted.emplace_back().tokens = std::move(typed_sequence_);
  plan_.shown.resize(plan_.wanted.size(), false);
}

}  // namespace fihris::searcher::plan
