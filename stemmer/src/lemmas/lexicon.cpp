#include "fihris/stemmer/lexicon.h"

#include "lemmas/lemma_table.h"
#include "text/letters.h"

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
