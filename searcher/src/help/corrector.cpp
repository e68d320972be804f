#include "help/corrector.h"

#include <algorithm>
#include <utility>

#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/stemmer/names.h"
#include "fihris/store/fields.h"
#include "help/printed_evidence.h"
#include "help/replacement.h"
#include "query/searched_words.h"

namespace fihris::searcher::help {

using query::slice;

namespace {

// Whether the lexicon or a rule knows the word: «لبنان» is not mistyped «لبن», whatever the index
// holds.
bool is_a_word(LemmaSource source) {
  return source != LemmaSource::kGuarded && source != LemmaSource::kPlain;
}

// The words of the query that are searched for.
std::vector<std::string_view> words_of(const query::ParsedQuery& query) {
  std::vector<std::string_view> words;
  words.reserve(query.searched_words.size());
  for (const Span word : query.searched_words) words.push_back(slice(query.text, word));
  return words;
}

// The query with all these words typed on the other keyboard.
Correction correction_of(const query::ParsedQuery& query, const words::Retyped& retyped) {
  std::vector<Replacement> replacements;
  for (std::size_t i = 0; i < retyped.words.size(); ++i) {
    replacements.push_back({query.searched_words[i], retyped.words[i]});
  }
  return {replaced(query.text, replacements), Correction::Reason::kKeyboard};
}

}  // namespace

bool Corrector::may_be_mistyped(std::string_view query) {
  const std::vector<Span> words = query::words_between_blanks(query, {0, query.size()});
  return std::any_of(words.begin(), words.end(),
                     [query](Span word) { return words::looks_cut(slice(query, word)); });
}

std::vector<Guess> Corrector::guesses(const query::ParsedQuery& query,
                                      const CorrectionKinds& kinds) {
  std::vector<Guess> found;
  if (kinds.keyboard) found = other_keyboard(query);
  if (!kinds.spelling && !kinds.latin) return found;
  if (std::optional<Guess> guess = other_words(query, kinds)) found.push_back(std::move(*guess));
  return found;
}

std::vector<Guess> Corrector::other_keyboard(const query::ParsedQuery& query) {
  const std::vector<std::string_view> words = words_of(query);
  const words::KeyboardJudge judge{[this](std::string_view word) { return makes_sense(word); },
                                   [this](std::string_view word) { return evidence(word); },
                                   [this](std::string_view word) { return is_likely(word); }};
  const std::vector<words::Retyped> all = words::retype(words, judge);
  if (all.empty()) return {};
  const bool instead = std::none_of(words.begin(), words.end(), judge.makes_sense);
  std::vector<Guess> found;
  for (const words::Retyped& retyped : all) {
    found.push_back({correction_of(query, retyped), instead, !found.empty(), retyped.unsure});
  }
  return found;
}

std::optional<Guess> Corrector::chance_words(const query::ParsedQuery& query) {
  const auto is_short_latin = [&query](Span word) {
    return words::is_short_latin(slice(query.text, word));
  };
  const std::vector<Span>& spans = query.searched_words;
  if (spans.empty() || !std::all_of(spans.begin(), spans.end(), is_short_latin))
    return std::nullopt;
  const auto never = [](std::string_view) { return false; };
  const auto printed = [this](std::string_view word) {
    const words::PrintedEvidence found = evidence(word);
    return words::is_printed(found) ? found : words::PrintedEvidence::kNone;
  };
  const std::vector<words::Retyped> found = words::retype(words_of(query), {never, printed, never});
  if (found.empty() || found.front().rescued < spans.size()) return std::nullopt;
  return Guess{correction_of(query, found.front())};
}

std::optional<Guess> Corrector::other_words(const query::ParsedQuery& query,
                                            const CorrectionKinds& kinds) {
  std::vector<Replacement> replacements;
  bool latin = false;
  for (const Span word : query.searched_words) {
    const std::string_view text = slice(query.text, word);
    if (is_known(text)) continue;
    if (!latin_letters(text).empty()) {
      std::optional<Replacement> name;
      if (kinds.latin) name = latin_name(query.text, word);
      if (!name) continue;
      latin = true;
      replacements.push_back(std::move(*name));
    } else if (kinds.spelling) {
      for (Replacement& each : misspelled(query.text, word))
        replacements.push_back(std::move(each));
    }
  }
  if (replacements.empty()) return std::nullopt;
  const auto reason = latin ? Correction::Reason::kLatin : Correction::Reason::kSpelling;
  return Guess{{replaced(query.text, replacements), reason}, false};
}

std::vector<Replacement> Corrector::misspelled(std::string_view query, Span word) {
  const std::string_view text = slice(query, word);
  std::vector<Span> unknown;
  context_.analyzer.analyze(text, tokens_);
  for (const Token& token : tokens_) {
    if (!token.in_sequence || token.stop || token.kind != TokenKind::kArabic) continue;
    if (!context_.index.database().term_exists(term_of(token.kind, token.lemma, false))) {
      unknown.push_back(token.span);
    }
  }
  std::vector<Replacement> replacements;
  for (const Span span : unknown) {
    const WordAnalysis typed = context_.analyzer.explain(slice(text, span));
    if (is_a_word(typed.source)) continue;
    const words::Candidates candidates =
        words::spelling_candidates(slice(text, span), vocabulary_.get());
    const words::Candidate* better = first_known(candidates, typed.clitics);
    if (better == nullptr) continue;
    replacements.push_back({{word.begin + span.begin, word.begin + span.end}, better->text});
  }
  return replacements;
}

std::optional<Replacement> Corrector::latin_name(std::string_view query, Span word) {
  const words::Candidates candidates =
      words::latin_candidates(slice(query, word), vocabulary_.get());
  // «بضم» is a lemma of the index, but asked for it is «ب» and another word.
  const words::Candidate* name = first_known(candidates, {});
  if (name == nullptr) return std::nullopt;
  return Replacement{word, name->text};
}

bool Corrector::is_known(std::string_view text) {
  context_.analyzer.analyze(text, tokens_);
  bool content = false;
  for (const Token& token : tokens_) {
    if (!token.in_sequence || token.stop) continue;
    content = true;
    if (!context_.index.database().term_exists(term_of(token.kind, token.lemma, false)))
      return false;
  }
  return content;
}

bool Corrector::makes_sense(std::string_view word) {
  return !words::looks_cut(word) && is_known(word);
}

// How a retyped word stands in the index. First its terms are looked up, which is quick; then the
// form is looked for in texts.
words::PrintedEvidence Corrector::evidence(std::string_view retyped) {
  context_.analyzer.analyze(retyped, tokens_);
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kNumber) return words::PrintedEvidence::kNone;
    if (!token.in_sequence || token.stop) continue;
    if (!context_.index.database().term_exists(term_of(token.kind, token.lemma, false)))
      return words::PrintedEvidence::kNone;
  }
  return tokens_.empty() ? words::PrintedEvidence::kNone
                         : printed_evidence(retyped, search_, context_.index.database());
}

bool Corrector::is_likely(std::string_view retyped) {
  const std::optional<std::string> letters = to_letters(retyped);
  return letters && find_in_lexicon(*letters) && is_known(retyped);
}

// Picks the best candidate that a query for it would find. Candidates are lemmas and forms; what
// counts is what the analyser makes of them.
const words::Candidate* Corrector::first_known(const words::Candidates& candidates,
                                               const std::vector<std::string>& clitics) {
  const auto known =
      std::find_if(candidates.begin(), candidates.end(), [&](const words::Candidate& each) {
        return is_known(each.text) && context_.analyzer.explain(each.text).clitics == clitics;
      });
  return known == candidates.end() ? nullptr : &*known;
}

}  // namespace fihris::searcher::help
