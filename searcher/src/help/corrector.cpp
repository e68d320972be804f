#include "help/corrector.h"

#include <algorithm>
#include <utility>

#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/stemmer/names.h"
#include "fihris/store/fields.h"
#include "query/searched_words.h"

namespace fihris::searcher::help {

using query::slice;

namespace {

// «لبنان» is not mistyped «لبن», whatever the index holds.
bool is_a_word(LemmaSource source) {
  return source != LemmaSource::kGuarded && source != LemmaSource::kPlain;
}

std::vector<std::string_view> texts_of(std::string_view query, const std::vector<Span>& words) {
  std::vector<std::string_view> texts;
  texts.reserve(words.size());
  for (const Span word : words) texts.push_back(slice(query, word));
  return texts;
}

Correction correction_of(std::string_view query, const std::vector<Span>& words,
                         const words::Retyped& retyped) {
  std::vector<Replacement> replacements;
  for (std::size_t i = 0; i < words.size(); ++i) {
    replacements.push_back({words[i], retyped.words[i]});
  }
  return {replaced(query, replacements), Correction::Reason::kKeyboard};
}

}  // namespace

std::string replaced(std::string_view text, const std::vector<Replacement>& replacements) {
  std::string result;
  std::size_t at = 0;
  for (const Replacement& each : replacements) {
    result += text.substr(at, each.span.begin - at);
    result += each.text;
    at = each.span.end;
  }
  return result += text.substr(at);
}

bool Corrector::may_be_mistyped(std::string_view query) {
  const std::vector<Span> words = query::words_between_blanks(query, {0, query.size()});
  return std::any_of(words.begin(), words.end(),
                     [query](Span word) { return words::looks_cut(slice(query, word)); });
}

std::vector<Guess> Corrector::guesses(std::string_view query, const CorrectionKinds& kinds) {
  std::vector<Guess> found;
  if (!kinds.spelling && !kinds.keyboard && !kinds.latin) return found;
  const std::vector<Span> words = query::searched_words(query);
  const auto keep = [&found](std::optional<Guess> guess) {
    if (guess) found.push_back(std::move(*guess));
  };
  if (kinds.keyboard) found = other_keyboard(query, words);
  if (kinds.spelling || kinds.latin) keep(other_words(query, words, kinds));
  return found;
}

std::vector<Guess> Corrector::other_keyboard(std::string_view query,
                                             const std::vector<Span>& words) {
  const std::vector<std::string_view> texts = texts_of(query, words);
  const words::KeyboardJudge judge{[this](std::string_view word) { return makes_sense(word); },
                                   [this](std::string_view word) { return evidence(word); },
                                   [this](std::string_view word) { return is_likely(word); }};
  const std::vector<words::Retyped> all = words::retype(texts, judge);
  if (all.empty()) return {};
  const bool instead = std::none_of(texts.begin(), texts.end(), judge.makes_sense);
  std::vector<Guess> found;
  for (const words::Retyped& retyped : all) {
    found.push_back(
        {correction_of(query, words, retyped), instead, !found.empty(), retyped.unsure});
  }
  return found;
}

std::optional<Guess> Corrector::chance_words(std::string_view query) {
  // Most queries have none, and need not be read again.
  if (std::none_of(query.begin(), query.end(), words::is_latin_letter)) return std::nullopt;
  const std::vector<Span> words = query::searched_words(query);
  const std::vector<std::string_view> texts = texts_of(query, words);
  if (texts.empty() || !std::all_of(texts.begin(), texts.end(), words::is_short_latin))
    return std::nullopt;
  const auto never = [](std::string_view) { return false; };
  const auto printed = [this](std::string_view word) {
    const words::PrintedEvidence found = evidence(word);
    return words::is_printed(found) ? found : words::PrintedEvidence::kNone;
  };
  const std::vector<words::Retyped> found = words::retype(texts, {never, printed, never});
  if (found.empty() || found.front().rescued < texts.size()) return std::nullopt;
  return Guess{correction_of(query, words, found.front())};
}

std::optional<Guess> Corrector::other_words(std::string_view query, const std::vector<Span>& words,
                                            const CorrectionKinds& kinds) {
  std::vector<Replacement> replacements;
  bool latin = false;
  for (const Span word : words) {
    if (is_known(slice(query, word))) continue;
    if (!latin_letters(slice(query, word)).empty()) {
      std::optional<Replacement> name;
      if (kinds.latin) name = latin_name(query, word);
      if (!name) continue;
      latin = true;
      replacements.push_back(std::move(*name));
    } else if (kinds.spelling) {
      for (Replacement& each : misspelled(query, word)) replacements.push_back(std::move(each));
    }
  }
  if (replacements.empty()) return std::nullopt;
  const auto reason = latin ? Correction::Reason::kLatin : Correction::Reason::kSpelling;
  return Guess{{replaced(query, replacements), reason}, false};
}

std::vector<Replacement> Corrector::misspelled(std::string_view query, Span word) {
  const std::string_view text = slice(query, word);
  std::vector<Span> unknown;
  analyzer_.analyze(text, tokens_);
  for (const Token& token : tokens_) {
    if (!token.in_sequence || token.stop || token.kind != TokenKind::kArabic) continue;
    if (!database_.term_exists(term_of(token.kind, token.lemma, false))) {
      unknown.push_back(token.span);
    }
  }
  std::vector<Replacement> replacements;
  for (const Span span : unknown) {
    const WordAnalysis typed = analyzer_.explain(slice(text, span));
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
  analyzer_.analyze(text, tokens_);
  bool content = false;
  for (const Token& token : tokens_) {
    if (!token.in_sequence || token.stop) continue;
    content = true;
    if (!database_.term_exists(term_of(token.kind, token.lemma, false))) return false;
  }
  return content;
}

bool Corrector::makes_sense(std::string_view word) {
  return !words::looks_cut(word) && is_known(word);
}

// First the terms, which is quick; the form is looked for in texts.
words::PrintedEvidence Corrector::evidence(std::string_view retyped) {
  analyzer_.analyze(retyped, tokens_);
  for (const Token& token : tokens_) {
    if (token.kind == TokenKind::kNumber) return words::PrintedEvidence::kNone;
    if (!token.in_sequence || token.stop) continue;
    if (!database_.term_exists(term_of(token.kind, token.lemma, false)))
      return words::PrintedEvidence::kNone;
  }
  return tokens_.empty() ? words::PrintedEvidence::kNone : evidence_(retyped);
}

bool Corrector::is_likely(std::string_view retyped) {
  const std::optional<std::string> letters = to_letters(retyped);
  return letters && find_in_lexicon(*letters) && is_known(retyped);
}

// Candidates are lemmas and forms; what counts is what the analyser makes of them.
const words::Candidate* Corrector::first_known(const words::Candidates& candidates,
                                               const std::vector<std::string>& clitics) {
  const auto known =
      std::find_if(candidates.begin(), candidates.end(), [&](const words::Candidate& each) {
        return is_known(each.text) && analyzer_.explain(each.text).clitics == clitics;
      });
  return known == candidates.end() ? nullptr : &*known;
}

}  // namespace fihris::searcher::help
