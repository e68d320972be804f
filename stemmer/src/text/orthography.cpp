#include "text/orthography.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/ligatures.h"
#include "text/table_bytes.h"

namespace fihris::stemmer::text {
namespace {

constexpr char32_t kTatweel = 0x0640;

bool is_sentence_end(char32_t c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x061B:  // ARABIC SEMICOLON
    case 0x061F:  // ARABIC QUESTION MARK
    case 0x06D4:  // ARABIC FULL STOP
    case 0x2026:  // HORIZONTAL ELLIPSIS
    case 0x203C:  // DOUBLE EXCLAMATION MARK
    case 0x3002:  // IDEOGRAPHIC FULL STOP
      return true;
    default:
      return false;
  }
}

CharClass class_of_letter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_ARABIC:
      return CharClass::kArabic;
    case USCRIPT_LATIN:
      return CharClass::kLatin;
    default:
      return CharClass::kOther;
  }
}

// Vowel signs without their letter, as compatibility characters: Unicode calls them letters, but
// nothing of them is left in a key. U+FE73 is the tail of a letter.
bool is_printed_mark(char32_t c) {
  return (c >= 0xFC5E && c <= 0xFC63) || (c >= 0xFCF2 && c <= 0xFCF4) ||
         (c >= 0xFE70 && c <= 0xFE7F && c != 0xFE73);
}

// Letters to Unicode, but they print nothing and nothing of them is left in a key.
bool is_hangul_filler(char32_t c) {
  return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
}

CharClass compute_class(char32_t c) {
  if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) return CharClass::kNewline;
  if (is_sentence_end(c)) return CharClass::kSentenceEnd;
  if (c == kTatweel || is_printed_mark(c)) return CharClass::kMark;
  if (is_hangul_filler(c)) return CharClass::kFormat;
  if (!spelled_ligature(c).empty()) return CharClass::kArabic;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return class_of_letter(c);
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::kMark;
    case U_FORMAT_CHAR:
      // U+0600–0605 and U+06DD are number signs of category Cf; they join nothing.
      return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD ? CharClass::kBreak : CharClass::kFormat;
    default:
      return CharClass::kBreak;
  }
}

const icu::Normalizer2* normalizer(bool casefold) {
  UErrorCode status = U_ZERO_ERROR;
  return casefold ? icu::Normalizer2::getNFKCCasefoldInstance(status)
                  : icu::Normalizer2::getNFKCInstance(status);
}

std::string with_ligatures_spelled(std::string_view word) {
  std::string out;
  for (std::size_t pos = 0; pos < word.size();) {
    const char32_t c = next_code_point(word, pos);
    const std::string_view words = spelled_ligature(c);
    words.empty() ? append_utf8(out, c) : void(out += words);
  }
  return out;
}

std::string compatibility_form(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(with_ligatures_spelled(word));
  std::string out;
  normalizer(false)->normalize(source, status).toUTF8String(out);
  return U_SUCCESS(status) ? out : repair_utf8(word);
}

bool has_compatibility(std::string_view word) {
  for (std::size_t pos = 0; pos < word.size();) {
    if (is_compatibility(next_code_point(word, pos))) return true;
  }
  return false;
}

// Persian, Urdu and other letters that are typed for an Arabic one. U+067E PEH, U+0686 TCHEH,
// U+0698 JEH, U+06A4 VEH and U+06AF GAF are letters of their own and stay.
char32_t arabic_fellow(char32_t c) {
  switch (c) {
    case 0x06A9:  // KEHEH
    case 0x06AA:  // SWASH KAF
      return 0x0643;
    case 0x06CC:  // FARSI YEH
    case 0x06D2:  // YEH BARREE
      return 0x064A;
    case 0x06C1:  // HEH GOAL
    case 0x06BE:  // HEH DOACHASHMEE
    case 0x06D5:  // AE
      return 0x0647;
    case 0x06C3:  // TEH MARBUTA GOAL
    case 0x06C0:  // HEH WITH YEH ABOVE
      return 0x0629;
    case 0x0671:  // ALEF WASLA
    case 0x0672:  // ALEF WITH WAVY HAMZA ABOVE
    case 0x0673:
      return 0x0627;
    case 0x0675:  // HIGH HAMZA ALEF
      return 0x0623;
    default:
      return c;
  }
}

char32_t folded(char32_t c) {
  if (const int digit = digit_value(c); digit >= 0) return U'0' + static_cast<char32_t>(digit);
  switch (c) {
    case 0x0622:  // ALEF WITH MADDA ABOVE
    case 0x0623:  // ALEF WITH HAMZA ABOVE
    case 0x0625:  // ALEF WITH HAMZA BELOW
    case 0x0671:  // ALEF WASLA
      return 0x0627;
    case 0x0624:  // WAW WITH HAMZA ABOVE
      return 0x0648;
    case 0x0626:  // YEH WITH HAMZA ABOVE
    case 0x0649:  // ALEF MAKSURA
      return 0x064A;
    case 0x0629:  // TEH MARBUTA
      return 0x0647;
    default:
      return c;
  }
}

}  // namespace

const ClassTable& class_table() {
  static const ClassTable table = [] {
    ClassTable t{};
    for (char32_t c = 0; c < kFastLimit; ++c) t[c] = compute_class(c);
    return t;
  }();
  return table;
}

CharClass classify(char32_t c) { return c < kFastLimit ? class_table()[c] : compute_class(c); }

bool is_compatibility(char32_t c) {
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0xFF10 && c <= 0xFF5A) || (c >= 0x1D400 && c <= 0x1D7FF) ||
         (c >= 0x1EE00 && c <= 0x1EEFF) || (c >= 0xFB00 && c <= 0xFB06) ||
         (c >= 0x2160 && c <= 0x2188);
}

std::string printed_arabic(std::string_view word) {
  const std::string decomposed = has_compatibility(word) ? compatibility_form(word) : std::string();
  const std::string_view text = decomposed.empty() ? word : std::string_view(decomposed);
  std::string out;
  out.reserve(text.size());
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = next_code_point(text, pos);
    const CharClass kind = classify(c);
    if (kind == CharClass::kMark || kind == CharClass::kFormat) continue;
    append_utf8(out, arabic_fellow(c));
  }
  return out;
}

std::string fold_arabic(std::string_view printed) {
  std::string out;
  out.reserve(printed.size());
  for (std::size_t pos = 0; pos < printed.size();)
    append_utf8(out, folded(next_code_point(printed, pos)));
  return out;
}

std::string fold_latin(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  const icu::UnicodeString folded_case = normalizer(true)->normalize(source, status);
  const icu::UnicodeString parts =
      icu::Normalizer2::getNFDInstance(status)->normalize(folded_case, status);
  if (U_FAILURE(status)) return repair_utf8(word);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    // NFD also takes Hangul and kana apart; only Latin, Greek and Cyrillic accents are noise to a
    // searcher.
    if (u_charType(c) != U_NON_SPACING_MARK || c >= 0x0370) bare.append(c == 0x2019 ? u'\'' : c);
  }
  std::string out;
  icu::Normalizer2::getNFCInstance(status)->normalize(bare, status).toUTF8String(out);
  return out;
}

std::string fold_number(std::string_view number) {
  std::string out;
  for (std::size_t pos = 0; pos < number.size();) {
    const char32_t c = next_code_point(number, pos);
    const std::int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
    if (digit >= 0) {
      out += static_cast<char>('0' + digit);
    } else if (c == '.' || c == 0x066B) {  // ARABIC DECIMAL SEPARATOR
      out += '.';
    } else if (c == ',' || c == 0x060C) {  // ARABIC COMMA
      out += ',';
    }
  }
  // More than one full stop: groups of thousands.
  if (std::count(out.begin(), out.end(), '.') > 1) std::erase(out, '.');
  // A comma before exactly three digits groups thousands, otherwise it is a decimal comma.
  for (std::size_t i = out.find(','); i != std::string::npos; i = out.find(',', i)) {
    const std::size_t next = out.find_first_not_of("0123456789", i + 1);
    const std::size_t digits = (next == std::string::npos ? out.size() : next) - i - 1;
    if (digits == 3) {
      out.erase(i, 1);
    } else {
      out[i] = '.';
    }
  }
  return out;
}

std::string letter_table() {
  UVersionInfo version{};
  u_getUnicodeVersion(version);
  std::string table = table_row(version[0], version[1]);
  const auto add = [&](char32_t first, char32_t last) {
    for (char32_t c = first; c <= last; ++c) {
      table += static_cast<char>(classify(c));
      append_utf8(table, arabic_fellow(c));
      append_utf8(table, folded(c));
    }
  };
  add(0, kFastLimit - 1);
  add(0x08A0, 0x08FF);  // ARABIC EXTENDED-A
  add(0xFB50, 0xFEFF);  // ARABIC PRESENTATION FORMS
  return table;
}

}  // namespace fihris::stemmer::text

namespace fihris {

std::string normalize(std::string_view utf8) {
  using stemmer::text::fold_arabic, stemmer::text::fold_latin, stemmer::text::printed_arabic;
  return fold_arabic(printed_arabic(fold_latin(utf8)));
}

}  // namespace fihris
