#include "other_keyboard.h"

#include <algorithm>
#include <array>

#include "fihris/stemmer/keyboard.h"
#include "fihris/stemmer/letters.h"

namespace fihris::internal {
namespace {

// A shorter word is too easily hit by chance.
constexpr std::size_t kShortestRescued = 4;

using IsKnown = std::function<bool(std::string_view)>;

std::size_t letters_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
  }));
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

std::string lower_case(std::string_view ascii) {
  std::string lower(ascii);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// A full stop or comma behind a word may be a letter of the other layout, or what it looks like.
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

// Readings of a word as typed in the other layout, likelier ones first.
std::vector<std::string> readings(std::string_view word, LatinKeyboard keyboard) {
  std::vector<std::string> all;
  if (has_arabic(word)) {
    all = latin_keys(word, keyboard);
    std::erase_if(all, [](const std::string& latin) { return !is_ascii(latin); });
    return all;
  }
  // A capital is a shifted key, or the keyboard's own at the beginning of a sentence.
  for (const std::string& typed : {std::string(word), lower_case(word)}) {
    for (const std::string_view part : {std::string_view(typed), without_punctuation(typed)}) {
      std::string arabic = arabic_keys(part, keyboard);
      if (to_letters(arabic)) all.push_back(std::move(arabic));
    }
  }
  return all;
}

struct Retyped {
  std::vector<std::string> words;
  std::size_t rescued = 0;
};

Retyped retype_with(const std::vector<std::string_view>& words, const IsKnown& is_known,
                    LatinKeyboard keyboard) {
  Retyped result;
  for (const std::string_view word : words) {
    std::string meant(word);
    if (!is_known(word)) {
      for (std::string& reading : readings(word, keyboard)) {
        if (letters_of(reading) < kShortestRescued || !is_known(reading)) continue;
        meant = std::move(reading);
        ++result.rescued;
        break;
      }
    }
    result.words.push_back(std::move(meant));
  }
  return result;
}

// Once the layout is known, the short words follow: those that make no sense as typed.
void retype_short_words(Retyped& result, const std::vector<std::string_view>& words,
                        const IsKnown& is_known, LatinKeyboard keyboard) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (result.words[i] != words[i] || is_known(words[i])) continue;
    const std::vector<std::string> all = readings(words[i], keyboard);
    if (!all.empty() && letters_of(all.front()) < kShortestRescued) result.words[i] = all.front();
  }
}

}  // namespace

std::vector<std::string> retype(const std::vector<std::string_view>& words,
                                const IsKnown& is_known) {
  Retyped best;
  LatinKeyboard best_keyboard = LatinKeyboard::kQwerty;
  for (const LatinKeyboard keyboard : {LatinKeyboard::kQwerty, LatinKeyboard::kAzerty}) {
    Retyped retyped = retype_with(words, is_known, keyboard);
    if (retyped.rescued <= best.rescued) continue;
    best = std::move(retyped);
    best_keyboard = keyboard;
  }
  if (best.rescued > 0) retype_short_words(best, words, is_known, best_keyboard);
  return best.words;
}

}  // namespace fihris::internal
