#include "fihris/stemmer/keyboard.h"

#include <algorithm>
#include <array>
#include <optional>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris {
namespace {

struct Key {
  char32_t latin;              // on a QWERTY keyboard
  std::u32string_view arabic;  // Arabic (101)
};

// Longer outputs first, so that a reverse look-up takes the single key before its letters.
constexpr std::array<Key, 67> kKeys = {{
    {U'b', U"\u0644\u0627"},  // LAM ALEF
    {U'G', U"\u0644\u0623"},  // LAM, ALEF WITH HAMZA ABOVE
    {U'T', U"\u0644\u0625"},  // LAM, ALEF WITH HAMZA BELOW
    {U'B', U"\u0644\u0622"},  // LAM, ALEF WITH MADDA ABOVE
    {U'`', U"\u0630"},        // THAL
    {U'\\', U"\u0630"},       // THAL on Arabic (102)
    {U'q', U"\u0636"},        // DAD
    {U'w', U"\u0635"},        // SAD
    {U'e', U"\u062B"},        // THEH
    {U'r', U"\u0642"},        // QAF
    {U't', U"\u0641"},        // FEH
    {U'y', U"\u063A"},        // GHAIN
    {U'u', U"\u0639"},        // AIN
    {U'i', U"\u0647"},        // HEH
    {U'o', U"\u062E"},        // KHAH
    {U'p', U"\u062D"},        // HAH
    {U'[', U"\u062C"},        // JEEM
    {U']', U"\u062F"},        // DAL
    {U'a', U"\u0634"},        // SHEEN
    {U's', U"\u0633"},        // SEEN
    {U'd', U"\u064A"},        // YEH
    {U'f', U"\u0628"},        // BEH
    {U'g', U"\u0644"},        // LAM
    {U'h', U"\u0627"},        // ALEF
    {U'j', U"\u062A"},        // TEH
    {U'k', U"\u0646"},        // NOON
    {U'l', U"\u0645"},        // MEEM
    {U';', U"\u0643"},        // KAF
    {U'\'', U"\u0637"},       // TAH
    {U'z', U"\u0626"},        // YEH WITH HAMZA ABOVE
    {U'x', U"\u0621"},        // HAMZA
    {U'c', U"\u0624"},        // WAW WITH HAMZA ABOVE
    {U'v', U"\u0631"},        // REH
    {U'n', U"\u0649"},        // ALEF MAKSURA
    {U'm', U"\u0629"},        // TEH MARBUTA
    {U',', U"\u0648"},        // WAW
    {U'.', U"\u0632"},        // ZAIN
    {U'/', U"\u0638"},        // ZAH
    {U'~', U"\u0651"},        // SHADDA
    {U'Q', U"\u064E"},        // FATHA
    {U'W', U"\u064B"},        // FATHATAN
    {U'E', U"\u064F"},        // DAMMA
    {U'R', U"\u064C"},        // DAMMATAN
    {U'Y', U"\u0625"},        // ALEF WITH HAMZA BELOW
    {U'U', U"\u2018"},        // LEFT SINGLE QUOTATION MARK
    {U'I', U"\u00F7"},        // DIVISION SIGN
    {U'O', U"\u00D7"},        // MULTIPLICATION SIGN
    {U'P', U"\u061B"},        // ARABIC SEMICOLON
    {U'{', U"<"},
    {U'}', U">"},
    {U'A', U"\u0650"},  // KASRA
    {U'S', U"\u064D"},  // KASRATAN
    {U'D', U"]"},
    {U'F', U"["},
    {U'H', U"\u0623"},  // ALEF WITH HAMZA ABOVE
    {U'J', U"\u0640"},  // TATWEEL
    {U'K', U"\u060C"},  // ARABIC COMMA
    {U'L', U"/"},
    {U'Z', U"~"},
    {U'X', U"\u0652"},  // SUKUN
    {U'C', U"}"},
    {U'V', U"{"},
    {U'N', U"\u0622"},  // ALEF WITH MADDA ABOVE
    {U'M', U"\u2019"},  // RIGHT SINGLE QUOTATION MARK
    {U'<', U","},
    {U'>', U"."},
    {U'?', U"\u061F"},  // ARABIC QUESTION MARK
}};

struct Place {
  char32_t azerty;
  char32_t qwerty;  // what is printed on the same key there
};

// Keys that differ. The Belgian keyboard has = where the French one has !.
constexpr std::array<Place, 28> kAzerty = {{
    {U'a', U'q'},      {U'z', U'w'},  {U'q', U'a'},      {U'w', U'z'},       {U'A', U'Q'},
    {U'Z', U'W'},      {U'Q', U'A'},  {U'W', U'Z'},      {U'm', U';'},       {U'M', U':'},
    {U',', U'm'},      {U'?', U'M'},  {U';', U','},      {U'.', U'<'},       {U':', U'.'},
    {U'/', U'>'},      {U'!', U'/'},  {U'=', U'/'},      {U'\u00A7', U'?'},  {U'^', U'['},
    {U'\u00A8', U'{'}, {U'$', U']'},  {U'\u00A3', U'}'}, {U'\u00F9', U'\''}, {U'%', U'"'},
    {U'\u00B2', U'`'}, {U'*', U'\\'}, {U'\u00B5', U'|'},
}};

// ^ and ¨ of an AZERTY keyboard wait for the next letter: جه is typed ^i and arrives as î.
struct Composed {
  char32_t letter;
  char32_t accent;
  char32_t base;
};
constexpr std::array<Composed, 10> kComposed = {{
    {U'\u00E2', U'^', U'a'},
    {U'\u00EA', U'^', U'e'},
    {U'\u00EE', U'^', U'i'},
    {U'\u00F4', U'^', U'o'},
    {U'\u00FB', U'^', U'u'},
    {U'\u00E4', U'\u00A8', U'a'},
    {U'\u00EB', U'\u00A8', U'e'},
    {U'\u00EF', U'\u00A8', U'i'},
    {U'\u00F6', U'\u00A8', U'o'},
    {U'\u00FC', U'\u00A8', U'u'},
}};

char32_t on_qwerty(char32_t c, LatinKeyboard keyboard) {
  if (keyboard == LatinKeyboard::kQwerty) return c;
  for (const Place& place : kAzerty) {
    if (place.azerty == c) return place.qwerty;
  }
  return c;
}

char32_t from_qwerty(char32_t c, LatinKeyboard keyboard) {
  if (keyboard == LatinKeyboard::kQwerty) return c;
  for (const Place& place : kAzerty) {
    if (place.qwerty == c) return place.azerty;
  }
  return c;
}

std::u32string code_points(std::string_view utf8) {
  std::u32string points;
  for (std::size_t pos = 0; pos < utf8.size();)
    points.push_back(stemmer::next_code_point(utf8, pos));
  return points;
}

// Every key that gives what stands at `at`, longest output first.
std::vector<const Key*> keys_at(std::u32string_view text, std::size_t at) {
  std::vector<const Key*> keys;
  for (const Key& key : kKeys) {
    if (text.substr(at, key.arabic.size()) == key.arabic) keys.push_back(&key);
  }
  return keys;
}

const Composed* find_composed(char32_t letter) {
  const auto* found =
      std::find_if(kComposed.begin(), kComposed.end(),
                   [letter](const Composed& each) { return each.letter == letter; });
  return found == kComposed.end() ? nullptr : found;
}

// What a key of a QWERTY keyboard types in the Arabic layout.
void append_key(std::string& arabic, char32_t latin) {
  const auto* key = std::find_if(kKeys.begin(), kKeys.end(),
                                 [latin](const Key& each) { return each.latin == latin; });
  if (key == kKeys.end()) {
    stemmer::append_utf8(arabic, latin);
  } else {
    for (const char32_t letter : key->arabic) stemmer::append_utf8(arabic, letter);
  }
}

constexpr std::size_t kMaxReadings = 8;

struct Reading {
  std::string latin;
  std::size_t at = 0;  // how far it has come
};

}  // namespace

std::string arabic_keys(std::string_view latin, LatinKeyboard keyboard) {
  std::string arabic;
  for (std::size_t pos = 0; pos < latin.size();) {
    const char32_t typed = stemmer::next_code_point(latin, pos);
    const Composed* composed = keyboard == LatinKeyboard::kAzerty ? find_composed(typed) : nullptr;
    if (composed == nullptr) {
      append_key(arabic, on_qwerty(typed, keyboard));
    } else {
      append_key(arabic, on_qwerty(composed->accent, keyboard));
      append_key(arabic, on_qwerty(composed->base, keyboard));
    }
  }
  return arabic;
}

std::vector<std::string> latin_keys(std::string_view arabic, LatinKeyboard keyboard) {
  const std::u32string text = code_points(arabic);
  std::vector<Reading> readings = {{}};
  for (std::size_t i = 0; i < readings.size(); ++i) {
    while (readings[i].at < text.size()) {
      const std::vector<const Key*> keys = keys_at(text, readings[i].at);
      for (std::size_t k = 1; k < keys.size() && readings.size() < kMaxReadings; ++k) {
        Reading other = readings[i];
        stemmer::append_utf8(other.latin, from_qwerty(keys[k]->latin, keyboard));
        other.at += keys[k]->arabic.size();
        readings.push_back(std::move(other));
      }
      const char32_t typed = keys.empty() ? text[readings[i].at] : keys[0]->latin;
      stemmer::append_utf8(readings[i].latin, from_qwerty(typed, keyboard));
      readings[i].at += keys.empty() ? 1 : keys[0]->arabic.size();
    }
  }
  std::vector<std::string> texts;
  texts.reserve(readings.size());
  for (Reading& reading : readings) texts.push_back(std::move(reading.latin));
  return texts;
}

}  // namespace fihris
