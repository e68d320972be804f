#include "lemmas/other_readings.h"

#include <algorithm>

#include "text/letters.h"

namespace fihris::stemmer::lemmas {
namespace {

using lemma_image::Source;

// Behind these letters from the start of a word an alef may still be the first of the core.
constexpr std::size_t kLastFirstAlef = 4;

std::optional<LemmaEntry> decided(std::string_view word, const LemmaTable& table) {
  std::optional<LemmaEntry> entry = table.find(word);
  return entry && !entry->lemma.empty() ? entry : std::nullopt;
}

std::string with_letter(std::string_view word, std::size_t at, char letter) {
  std::string other(word);
  other[at] = letter;
  return other;
}

// ملاءمة and ملائمة.
std::optional<LemmaEntry> find_other_seat(std::string_view word, const LemmaTable& table) {
  for (std::size_t at = 1; at + 1 < word.size(); ++at) {
    const char seat = word[at] == '\'' ? '}' : word[at] == '}' ? '\'' : '\0';
    if (seat == '\0' || word[at - 1] != 'A') continue;
    if (const auto entry = decided(with_letter(word, at, seat), table)) return entry;
  }
  return std::nullopt;
}

// بطئ and بطيء, طواريء and طوارئ.
std::optional<LemmaEntry> find_other_end(std::string_view word, const LemmaTable& table) {
  const std::string_view begin = word.substr(0, word.size() - 1);
  if (word.ends_with('}')) return decided(std::string(begin) + "y'", table);
  if (word.ends_with("y'")) return decided(with_letter(begin, begin.size() - 1, '}'), table);
  return std::nullopt;
}

// The one word that it is with a hamza on an alef: اسمى is أسمى. Only where the rest is spelled
// with care, else folding does as well.
std::optional<LemmaEntry> find_with_hamza(std::string_view word, const LemmaTable& table) {
  if (word.find_first_of("Yp&}'") == std::string_view::npos) return std::nullopt;
  std::optional<LemmaEntry> found;
  for (std::size_t at = 0; at < std::min(word.size(), kLastFirstAlef); ++at) {
    if (word[at] != 'A' || word.substr(at, 2) == "Al") continue;
    for (const char alef : {'>', '<'}) {
      const auto entry = decided(with_letter(word, at, alef), table);
      if (!entry) continue;
      if (found && found->lemma != entry->lemma) return std::nullopt;
      found = entry;
    }
  }
  return found;
}

// The list of exceptions does not say which of its words are verbs.
bool is_verb(std::string_view past, const LemmaEntry& entry) {
  if (entry.letters_before + entry.letters_behind > 0) return false;
  if (entry.source == Source::kVerb) return true;
  const std::string folded = fold_letters(past);
  return entry.source == Source::kException &&
         (entry.lemma == folded || entry.lemma == "y" + folded);
}

bool has_article(std::string_view word, const LemmaEntry& entry) {
  const std::string_view before = word.substr(0, entry.letters_before);
  return before.ends_with("Al") || before.ends_with("ll");
}

}  // namespace

std::optional<LemmaEntry> find_careless(std::string_view word, const LemmaTable& table) {
  const std::string folded = fold_letters(word);
  if (folded == word) return find_other_seat(word, table);
  auto entry = table.find(folded);
  const int frequency = entry ? entry->frequency : 0;
  // How much rarer than the folded word it may be, in steps of LemmaEntry::frequency.
  constexpr int kMuchRarer = 40;
  const auto hamza = find_with_hamza(word, table);
  if (hamza && hamza->source != Source::kStop && hamza->frequency + kMuchRarer >= frequency)
    return hamza;
  const auto end = find_other_end(word, table);
  if (end && end->frequency >= frequency) return end;
  if (entry && !entry->lemma.empty()) return entry;
  auto other = find_other_seat(word, table);
  return other ? other : entry;
}

std::string_view verb_beside_noun(std::string_view word, const LemmaEntry& entry,
                                  const LemmaTable& table) {
  // As frequent as this, in steps of LemmaEntry::frequency, must the feminine be beside the form.
  constexpr int kFeminineOf = 40;
  constexpr std::size_t kLeastPast = 3;
  if (entry.source == Source::kVerb || entry.source == Source::kStop ||
      entry.source == Source::kName || entry.letters_behind > 0 || entry.letters_before > 1 ||
      word.size() < kLeastPast + entry.letters_before || has_article(word, entry))
    return {};
  if (entry.letters_before == 1 && word[0] != 'w' && word[0] != 'f') return {};
  const std::string_view past = word.substr(entry.letters_before);
  if (std::string_view("phY").find(past.back()) != std::string_view::npos) return {};
  const auto feminine = table.find(std::string(past) + "t");
  if (!feminine || !is_verb(past, *feminine) || feminine->lemma == entry.lemma) return {};
  return feminine->frequency + kFeminineOf >= entry.frequency ? feminine->lemma
                                                              : std::string_view();
}

std::string plain_letters(std::string_view word) {
  std::string plain(word);
  for (char& letter : plain) {
    switch (letter) {
      case 'P':  // PEH
        letter = 'b';
        break;
      case 'J':  // TCHEH
        letter = 'j';
        break;
      case 'R':  // JEH
        letter = 'z';
        break;
      case 'V':  // VEH
        letter = 'f';
        break;
      case 'G':  // GAF
        letter = 'k';
        break;
      default:
        break;
    }
  }
  return plain;
}

}  // namespace fihris::stemmer::lemmas
