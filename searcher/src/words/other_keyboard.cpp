#include "words/other_keyboard.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/stemmer/keyboard.h"
#include "fihris/stemmer/letters.h"

namespace fihris::searcher::words {
namespace {

// A shorter word is too easily hit by chance.
constexpr std::size_t kShortestRescued = 4;

bool is_latin_word(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_latin_letter);
}

std::string lower_case(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// The word without a full stop or comma behind it, which may be a letter of the other layout, or
// what it looks like.
std::string_view without_punctuation(std::string_view word) {
  while (!word.empty() && std::string_view(".,;:!?").find(word.back()) != std::string_view::npos) {
    word.remove_suffix(1);
  }
  return word;
}

bool has_arabic(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead >= 0xD8 && lead <= 0xDB;  // U+0600–U+06FF
  });
}

// Whether letters can be an Arabic word: two letters stand at the end of a word only, and three
// never at its beginning.
bool is_well_formed(std::string_view letters) {
  if (letters.find_first_of("}&'") == 0) return false;  // U+0626, U+0624, U+0621
  const std::size_t odd = letters.find_first_of("pY");  // U+0629 TEH MARBUTA, U+0649 ALEF MAKSURA
  return odd == std::string_view::npos || odd + 1 == letters.size();
}

// What a word may be in the other layout.
struct Reading {
  std::string text;
  bool whole = true;  // no letter was taken for punctuation
};

std::vector<Reading> readings(std::string_view word, LatinKeyboard keyboard) {
  std::vector<Reading> all;
  if (has_arabic(word)) {
    for (std::string& latin : latin_keys(word, keyboard)) {
      if (is_latin_word(latin)) all.push_back({std::move(latin)});
    }
    // A letter no key gives was pasted or typed otherwise: «چ,gn».
    if (std::none_of(word.begin(), word.end(), is_latin_letter)) return all;
  }
  // A capital is a shifted key, or the keyboard's own at the beginning of a sentence.
  for (const std::string& typed : {std::string(word), lower_case(word)}) {
    for (const std::string_view part : {std::string_view(typed), without_punctuation(typed)}) {
      std::string arabic = arabic_keys(part, keyboard);
      const std::optional<std::string> letters = to_letters(arabic);
      if (letters && is_well_formed(*letters)) {
        all.push_back({std::move(arabic), part.size() == typed.size()});
      }
    }
  }
  return all;
}

// Of one layout.
struct Attempt {
  Retyped retyped;
  std::size_t printed = 0;  // rescued words that stand so in print
  std::size_t cut = 0;
  std::size_t sure = 0;
};

bool is_vowel(char lower) {
  return std::string_view("aeiouy").find(lower) != std::string_view::npos;
}

// Whether names begin with these two consonants in languages that are written in Latin letters.
bool begins_a_word(std::string_view two) {
  constexpr std::string_view kOnsets =
      " bh bj bl br ch cl cr cz dh dj dl dm dn dr dw dz fj fl fr gb gd gh gj gl gn gr gw hj hl "
      "hr jh kh kj kl km kn kr kv kw lh lj ll mb mc ml mr mw nd ng nj nk nz pf ph pj pl pr ps "
      "pt rh rw sb sc sf sh sj sk sl sm sn sp sq sr st sv sw sz th tj tl tr ts tv tw tz vl vr "
      "wh wr zb zd zh zl zn zv zw ";
  return kOnsets.find(' ' + std::string(two) + ' ') != std::string_view::npos;
}

// Whether what was typed looks like a Latin word that can be spoken: vowels and consonants by
// turns, sh, kh and the like counted as one.
bool looks_latin(std::string_view typed, std::size_t least_vowels) {
  const std::string word = lower_case(typed);
  std::size_t vowels = 0;
  std::size_t consonants = 0;  // in a row
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!is_latin_letter(word[i])) return false;
    const bool digraph = word[i] == 'h' && i > 0 &&
                         std::string_view("bcdgkpstz").find(word[i - 1]) != std::string_view::npos;
    consonants = is_vowel(word[i]) ? 0 : consonants + (digraph ? 0 : 1);
    vowels += is_vowel(word[i]) ? 1 : 0;
    if (consonants > 2 || (i == 1 && consonants == 2 && !begins_a_word(word.substr(0, 2)))) {
      return false;
    }
  }
  return vowels >= least_vowels;
}

// Whether the evidence is enough for a reading on the other keyboard. What looks Latin and is rare
// in Arabic may be either. Fewer letters are a word by chance too often, in either alphabet.
bool is_sure(std::string_view typed, PrintedEvidence evidence) {
  constexpr std::size_t kLongLatin = 5;
  return evidence == PrintedEvidence::kPrinted || typed.size() < kLongLatin ||
         !looks_latin(typed, 1);
}

// A reading that stands in the index.
struct Found {
  Reading reading;
  PrintedEvidence evidence = PrintedEvidence::kNone;
};

// The best of the readings of a word: whole ones before others, then those that are printed so. For
// what may be a Latin word nothing less will do.
Found best_reading(std::string_view word, LatinKeyboard keyboard, const KeyboardJudge& judge) {
  Found best;
  const PrintedEvidence least =
      looks_latin(word, 2) ? PrintedEvidence::kPrintedRarely : PrintedEvidence::kFolded;
  for (Reading& reading : readings(word, keyboard)) {
    if (stemmer::count_code_points(reading.text) < kShortestRescued) continue;
    const PrintedEvidence evidence = judge.evidence(reading.text);
    if (evidence < least) continue;
    const bool better =
        best.evidence == PrintedEvidence::kNone || (reading.whole && !best.reading.whole) ||
        (reading.whole == best.reading.whole && is_printed(evidence) && !is_printed(best.evidence));
    if (better) best = {std::move(reading), evidence};
    if (best.reading.whole && is_printed(best.evidence)) break;
  }
  return best;
}

std::optional<std::string> likely_reading(std::string_view word, LatinKeyboard keyboard,
                                          const KeyboardJudge& judge) {
  for (Reading& reading : readings(word, keyboard)) {
    if (stemmer::count_code_points(reading.text) >= kShortestRescued &&
        judge.is_likely(reading.text)) {
      return std::move(reading.text);
    }
  }
  return std::nullopt;
}

// Adds the other words that make no sense as typed, once the layout is known: those that are
// likely, and the short ones.
void complete(Attempt& attempt, const std::vector<std::string_view>& words,
              const KeyboardJudge& judge, LatinKeyboard keyboard) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string& word = attempt.retyped.words[i];
    if (word != words[i] || judge.makes_sense(words[i])) continue;
    if (std::optional<std::string> reading = likely_reading(words[i], keyboard, judge)) {
      word = std::move(*reading);
      continue;
    }
    const std::vector<Reading> all = readings(words[i], keyboard);
    if (!all.empty() && stemmer::count_code_points(all.front().text) < kShortestRescued)
      word = all.front().text;
  }
}

Attempt attempt_with(const std::vector<std::string_view>& words, const KeyboardJudge& judge,
                     LatinKeyboard keyboard) {
  Attempt attempt;
  for (const std::string_view word : words) {
    attempt.retyped.words.emplace_back(word);
    if (judge.makes_sense(word)) continue;
    Found found = best_reading(word, keyboard, judge);
    if (found.evidence == PrintedEvidence::kNone) continue;
    ++attempt.retyped.rescued;
    attempt.printed += is_printed(found.evidence) ? 1 : 0;
    attempt.sure += is_sure(word, found.evidence) ? 1 : 0;
    attempt.cut += found.reading.whole ? 0 : 1;
    attempt.retyped.words.back() = std::move(found.reading.text);
  }
  attempt.retyped.unsure = attempt.sure == 0;
  if (attempt.retyped.rescued > 0) complete(attempt, words, judge, keyboard);
  return attempt;
}

// Whether AZERTY explains the query better; what both layouts explain as well was typed on the
// commoner one.
bool is_likelier(const Attempt& azerty, const Attempt& qwerty) {
  return azerty.cut != qwerty.cut ? azerty.cut < qwerty.cut : azerty.printed > qwerty.printed;
}

}  // namespace

std::vector<Retyped> retype(const std::vector<std::string_view>& words,
                            const KeyboardJudge& judge) {
  Attempt qwerty = attempt_with(words, judge, LatinKeyboard::kQwerty);
  Attempt azerty = attempt_with(words, judge, LatinKeyboard::kAzerty);
  const std::size_t most = std::max(qwerty.retyped.rescued, azerty.retyped.rescued);
  std::vector<Retyped> found;
  if (most == 0) return found;
  if (is_likelier(azerty, qwerty)) std::swap(qwerty, azerty);
  for (Retyped* each : {&qwerty.retyped, &azerty.retyped}) {
    const bool again = !found.empty() && found.front().words == each->words;
    if (each->rescued == most && !again) found.push_back(std::move(*each));
  }
  return found;
}

bool is_short_latin(std::string_view word) {
  constexpr std::size_t kLongest = 4;
  return !word.empty() && word.size() <= kLongest && is_latin_word(word);
}

bool looks_cut(std::string_view word) {
  constexpr std::string_view kKeys = "[]{};'`,./\\^$!:*<>~";
  // The index knows ù as u; with more letters it is hardly ever a Latin one («où», «più»).
  if (word.size() >= kShortestRescued && word.find("\u00F9") != std::string_view::npos) return true;
  // The last one may be what it looks like.
  const bool stop = !word.empty() && without_punctuation(word).size() < word.size();
  const std::string_view inside = word.substr(0, word.size() - (stop ? 1 : 0));
  if (inside.find_first_of(kKeys) == std::string_view::npos) return false;
  const bool nothing_else = word.find_first_not_of(kKeys) == std::string_view::npos;
  return (nothing_else && word.size() >= kShortestRescued) ||
         std::any_of(inside.begin(), inside.end(), is_latin_letter);
}

}  // namespace fihris::searcher::words
