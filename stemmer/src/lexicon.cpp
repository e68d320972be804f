#include "fihris/stemmer/lexicon.h"

#include <array>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "lemma_table.h"
#include "letters.h"

namespace fihris {
namespace {

using lemma_image::Source;

bool is_whole(const LemmaEntry& entry) {
  return !entry.lemma.empty() && entry.letters_before == 0 && entry.letters_behind == 0;
}

// A name is written in one way, a word of the language in several (نفط, نفطي, نفطية), with the
// article and with pronouns behind it.
constexpr std::size_t kFormsOfAName = 2;

bool has_article_or_pronoun(std::string_view letters, const LemmaEntry& entry) {
  const std::string_view clitics = letters.substr(0, entry.letters_before);
  return entry.letters_behind > 0 || clitics.ends_with("Al") || clitics.ends_with("ll");
}

// Lemmas that have what only words have, by where they stand in the image.
std::unordered_set<const char*> lemmas_of_words(const LemmaTable& table) {
  std::unordered_map<const char*, std::array<std::size_t, kFormsOfAName>> first_forms;
  first_forms.reserve(table.size());
  std::unordered_set<const char*> words;
  std::unordered_set<const char*> once;  // a name may look like another one with a pronoun
  table.for_each([&](std::string_view letters, const LemmaEntry& entry) {
    if (entry.lemma.empty()) return;
    if (!is_whole(entry)) {
      const bool again =
          has_article_or_pronoun(letters, entry) && !once.insert(entry.lemma.data()).second;
      if (again) words.insert(entry.lemma.data());
      return;
    }
    const std::size_t form = std::hash<std::string>()(fold_letters(letters)) | 1;
    auto& seen = first_forms[entry.lemma.data()];
    for (std::size_t& one : seen) {
      if (one == 0) one = form;
      if (one == form) return;
    }
    words.insert(entry.lemma.data());
  });
  return words;
}

}  // namespace

Familiarity familiarity(std::string_view letters) {
  const LemmaTable& table = LemmaTable::embedded();
  static const std::unordered_set<const char*> words = lemmas_of_words(table);
  const auto entry = table.find(letters);
  if (!entry || entry->lemma.empty()) return Familiarity::kUnknown;
  if (entry->source == Source::kName) return Familiarity::kName;
  if (entry->source == Source::kVerb) return Familiarity::kWord;
  if (entry->source != Source::kTable) return Familiarity::kCommon;
  return words.contains(entry->lemma.data()) ? Familiarity::kWord : Familiarity::kRare;
}

std::optional<LexiconWord> find_in_lexicon(std::string_view letters) {
  const LemmaTable& table = LemmaTable::embedded();
  auto entry = table.find(letters);
  if (!entry || entry->lemma.empty()) entry = table.find(fold_letters(letters));
  if (!entry || entry->lemma.empty()) return std::nullopt;
  return LexiconWord{entry->lemma, entry->source == Source::kStop};
}

void for_each_lexicon_form(const std::function<void(const LexiconForm&)>& visit) {
  LemmaTable::embedded().for_each([&](std::string_view letters, const LemmaEntry& entry) {
    if (is_whole(entry)) visit({letters, entry.lemma, entry.frequency});
  });
}

}  // namespace fihris
