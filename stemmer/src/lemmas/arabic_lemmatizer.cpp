#include "lemmas/arabic_lemmatizer.h"

#include <algorithm>

#include "lemmas/clitics.h"
#include "lemmas/lemma_table.h"
#include "lemmas/other_readings.h"
#include "lemmas/snowball.h"
#include "lemmas/word_rules.h"
#include "text/letters.h"
#include "text/orthography.h"

namespace fihris::stemmer::lemmas {
namespace {

LemmaSource to_source(lemma_image::Source source) {
  switch (source) {
    case lemma_image::Source::kStop:
      return LemmaSource::kStop;
    case lemma_image::Source::kName:
      return LemmaSource::kName;
    case lemma_image::Source::kException:
      return LemmaSource::kException;
    case lemma_image::Source::kPlural:
      return LemmaSource::kPlural;
    case lemma_image::Source::kTable:
    case lemma_image::Source::kVerb:
      return LemmaSource::kTable;
    case lemma_image::Source::kCounted:
      break;
  }
  return LemmaSource::kGuarded;
}

ArabicLemma plain(std::string_view printed) {
  ArabicLemma out;
  out.lemma = out.core = text::fold_arabic(printed);
  return out;
}

void add_clitics(std::string_view word, std::size_t before, std::size_t behind, ArabicLemma& out) {
  for (const std::string& clitic : separate_proclitics(word.substr(0, before))) {
    out.clitics.push_back(from_letters(clitic));
  }
  if (behind > 0) out.clitics.push_back(from_letters(word.substr(word.size() - behind)));
}

ArabicLemma from_entry(std::string_view word, const LemmaEntry& entry) {
  ArabicLemma out;
  out.lemma = from_letters(entry.lemma);
  const std::size_t cut = std::size_t{entry.letters_before} + entry.letters_behind;
  out.core = from_letters(fold_letters(
      cut < word.size() ? word.substr(entry.letters_before, word.size() - cut) : word));
  if (cut < word.size()) add_clitics(word, entry.letters_before, entry.letters_behind, out);
  out.source = to_source(entry.source);
  out.stop = entry.source == lemma_image::Source::kStop;
  return out;
}

ArabicLemma from_rules(std::string_view word, const RuleResult& result) {
  ArabicLemma out;
  out.lemma = from_letters(result.lemma);
  out.core = from_letters(fold_letters(result.core));
  add_clitics(word, result.before, result.behind, out);
  out.source = to_source(result.source);
  return out;
}

ArabicLemma guarded(std::string_view word, const LemmaTable& table) {
  ArabicLemma out;
  std::size_t before = 0;
  // Only the article is sure to be one in a word nobody knows.
  for (const CliticSplit& split : clitic_splits(word)) {
    if (split.article && split.behind == 0 && split.core.size() > 2)
      before = std::max(before, split.before);
  }
  const std::string_view core = word.substr(before);
  add_clitics(word, before, 0, out);
  out.core = from_letters(fold_letters(core));
  out.lemma = from_letters(guarded_stem(core, table));
  out.source = LemmaSource::kGuarded;
  return out;
}

}  // namespace

ArabicLemma lemmatize_arabic(std::string_view printed) {
  const std::optional<std::string> letters = to_letters(printed);
  if (!letters || letters->size() < 2 || letters->size() > lemma_image::kMaxFormLength)
    return plain(printed);
  const LemmaTable& table = LemmaTable::embedded();
  const std::string word = plain_letters(*letters);
  std::optional<LemmaEntry> entry = table.find(word);
  if (!entry) entry = find_careless(word, table);
  if (entry && !entry->lemma.empty()) {
    ArabicLemma out = from_entry(word, *entry);
    out.also = from_letters(verb_beside_noun(word, *entry, table));
    return out;
  }
  const auto result = find_by_rules(word, entry ? entry->frequency : 0, table);
  return result ? from_rules(word, *result) : guarded(word, table);
}

}  // namespace fihris::stemmer::lemmas
