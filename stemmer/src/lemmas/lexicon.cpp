#include "fihris/stemmer/lexicon.h"

#include "lemmas/arabic_lemmatizer.h"
#include "lemmas/lemma_table.h"
#include "lemmas/other_readings.h"
#include "text/letters.h"
#include "text/orthography.h"

namespace fihris {
namespace {

using stemmer::lemma_image::Source;

bool is_whole(const stemmer::lemmas::LemmaEntry& entry) {
  return !entry.lemma.empty() && entry.letters_before == 0 && entry.letters_behind == 0;
}

}  // namespace

Familiarity familiarity(std::string_view letters) {
  const stemmer::lemmas::LemmaTable& table = stemmer::lemmas::LemmaTable::embedded();
  const auto entry = table.find(letters);
  if (!entry || entry->lemma.empty()) return Familiarity::kUnknown;
  if (entry->source == Source::kName) return Familiarity::kName;
  if (entry->source == Source::kVerb) return Familiarity::kWord;
  if (entry->source != Source::kTable) return Familiarity::kCommon;
  return entry->inflected ? Familiarity::kWord : Familiarity::kRare;
}

std::optional<LexiconWord> find_in_lexicon(std::string_view letters) {
  const stemmer::lemmas::LemmaTable& table = stemmer::lemmas::LemmaTable::embedded();
  auto entry = table.find(letters);
  if (!entry || entry->lemma.empty()) entry = table.find(fold_letters(letters));
  if (!entry || entry->lemma.empty()) return std::nullopt;
  return LexiconWord{entry->lemma, entry->source == Source::kStop};
}

std::string key_of_word(std::string_view utf8) {
  return stemmer::lemmas::lemmatize_arabic(stemmer::text::printed_arabic(utf8)).lemma;
}

std::string spelled_lemma(std::string_view lemma) {
  const std::optional<std::string> letters = to_letters(lemma);
  if (!letters) return std::string(lemma);
  const std::string_view spelling = stemmer::lemmas::LemmaTable::embedded().spelling(*letters);
  return spelling.empty() ? std::string(lemma) : from_letters(spelling);
}

std::string noun_beside_verb(std::string_view lemma) {
  const std::optional<std::string> letters = to_letters(lemma);
  if (!letters || !letters->starts_with('y')) return {};
  const std::string noun = letters->substr(1);
  const stemmer::lemmas::LemmaTable& table = stemmer::lemmas::LemmaTable::embedded();
  const auto entry = table.find(noun);
  const bool verb = entry && entry->lemma == noun &&
                    stemmer::lemmas::verb_beside_noun(noun, *entry, table) == *letters;
  return verb ? from_letters(noun) : std::string();
}

bool lemma_table_has_dictionary() {
  return stemmer::lemmas::LemmaTable::embedded().has_dictionary();
}

void for_each_lexicon_form(const std::function<void(const LexiconForm&)>& visit) {
  stemmer::lemmas::LemmaTable::embedded().for_each(
      [&](std::string_view letters, const stemmer::lemmas::LemmaEntry& entry) {
        if (is_whole(entry)) visit({letters, entry.lemma, entry.frequency});
      });
}

}  // namespace fihris
