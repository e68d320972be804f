#include "fihris/store/internal/attribute_values.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::store {

namespace {

// Longer texts are no numbers.
constexpr std::size_t kMaxNumberBytes = 64;

constexpr char32_t kArabicDecimalSeparator = U'\u066B';
constexpr char32_t kArabicThousandsSeparator = U'\u066C';

// The digits, signs and points of a number in ASCII, without what separates thousands; empty for
// text that is no number.
std::string plain_number(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = stemmer::next_code_point(text, i);
    if (const int digit = stemmer::digit_value(c); digit >= 0) {
      plain.push_back(static_cast<char>('0' + digit));
    } else if (c == kArabicDecimalSeparator) {
      plain.push_back('.');
    } else if (c == U',' || c == kArabicThousandsSeparator) {
      if (plain.empty() || plain.find('.') != std::string::npos) return {};
    } else if (c == U'-' || c == U'+' || c == U'.' || c == U'e' || c == U'E') {
      plain.push_back(static_cast<char>(c));
    } else {
      return {};
    }
  }
  if (!plain.empty() && plain.front() == '+') plain.erase(0, 1);
  return plain;
}

// Whether commas stand where those of thousands do: three digits behind each.
bool groups_are_thousands(std::string_view text) {
  std::size_t digits = 0;
  bool grouped = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = stemmer::next_code_point(text, i);
    const bool separator = c == U',' || c == kArabicThousandsSeparator;
    if (stemmer::digit_value(c) >= 0) {
      ++digits;
      continue;
    }
    if (grouped && digits != 3) return false;
    if (!separator) return true;
    if (digits == 0 || digits > 3) return false;
    grouped = true;
    digits = 0;
  }
  return !grouped || digits == 3;
}

}  // namespace

std::optional<bool> read_boolean(std::string_view text) {
  struct Spelling {
    std::string_view text;
    bool truth;
  };
  static constexpr std::array<Spelling, 8> kSpellings = {{{"true", true},
                                                          {"false", false},
                                                          {"yes", true},
                                                          {"no", false},
                                                          {"1", true},
                                                          {"0", false},
                                                          {"نعم", true},
                                                          {"لا", false}}};
  const std::string said = normalize(text);
  for (const Spelling& spelling : kSpellings) {
    if (said == spelling.text) return spelling.truth;
  }
  return std::nullopt;
}

std::optional<double> read_number(std::string_view text) {
  text = stemmer::trim(text, " ");
  if (text.empty() || text.size() > kMaxNumberBytes || !groups_are_thousands(text)) {
    return std::nullopt;
  }
  const std::string plain = plain_number(text);
  double number = 0;
  const char* const end = plain.data() + plain.size();
  const auto [stopped, error] = std::from_chars(plain.data(), end, number);
  if (plain.empty() || error != std::errc() || stopped != end || !std::isfinite(number)) {
    return std::nullopt;
  }
  return number;
}

std::string presence_term(const FieldSpec& field, PresenceTerm what) {
  const std::uint32_t number = (field.slot - slot::kFirstOwn) / 2;
  return std::string(kPresencePrefix) + std::to_string(number) + ':' + static_cast<char>(what);
}

// The bits of a double sort as the numbers do once the sign bit is turned round, and all bits of a
// negative one.
void append_number(std::string& slot_value, double number) {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  const auto bits = std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number);
  const std::uint64_t key = (bits & kSign) != 0 ? ~bits : bits | kSign;
  for (int shift = 56; shift >= 0; shift -= 8) {
    slot_value.push_back(static_cast<char>((key >> shift) & 0xFFU));
  }
}

double number_of(std::string_view bytes) {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < kNumberBytes; ++i) {
    key = key << 8 | static_cast<unsigned char>(bytes[i]);
  }
  return std::bit_cast<double>((key & kSign) != 0 ? key & ~kSign : ~key);
}

}  // namespace fihris::store
