#include "filters/filter_scanner.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::filters {
namespace {

using namespace std::string_view_literals;

// Names and values that are one of these need quotation marks.
constexpr auto kKeywords = std::to_array({"AND"sv, "OR"sv, "IN"sv, "NOT"sv, "TO"sv, "EXISTS"sv,
                                          "IS"sv, "NULL"sv, "EMPTY"sv, "CONTAINS"sv, "STARTS"sv,
                                          "WITH"sv, "_geoRadius"sv, "_geoBoundingBox"sv});
constexpr std::size_t kShownCodePoints = 30;

bool is_keyword(std::string_view word) {
  return std::ranges::find(kKeywords, word) != kKeywords.end();
}

bool is_quote(char c) { return c == '"' || c == '\''; }

bool is_ascii_part_of_word(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || (c >= U'0' && c <= U'9') ||
         c == U'_' || c == U'-' || c == U'.';
}

// U+200C ZERO WIDTH NON-JOINER stands within Persian words.
bool is_part_of_word(char32_t c) {
  if (c < 0x80) return is_ascii_part_of_word(c);
  const auto code = static_cast<UChar32>(c);
  return u_hasBinaryProperty(code, UCHAR_ALPHABETIC) != 0 || u_isalnum(code) != 0 || c == U'\u200C';
}

bool is_blank(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= U'\t' && c <= U'\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

// What the letter behind a backslash stands for; 0: nothing.
char unescaped(char letter) {
  constexpr std::string_view kLetters = "\"'\\/ntrbf";
  constexpr std::string_view kMeant = "\"'\\/\n\t\r\b\f";
  const std::size_t at = kLetters.find(letter);
  return at == std::string_view::npos ? '\0' : kMeant[at];
}

bool is_scalar(char32_t c) { return c < 0xD800 || (c > 0xDFFF && c <= 0x10FFFF); }

}  // namespace

void FilterScanner::skip_blanks() {
  while (at_ < text_.size()) {
    const auto c = stemmer::code_point_at(text_, at_);
    if (!is_blank(c.value)) return;
    at_ = c.next;
  }
}

bool FilterScanner::at_end() {
  skip_blanks();
  return at_ >= text_.size();
}

bool FilterScanner::take(std::string_view symbol) {
  skip_blanks();
  if (!text_.substr(at_).starts_with(symbol)) return false;
  at_ += symbol.size();
  return true;
}

std::string_view FilterScanner::word_ahead() {
  skip_blanks();
  std::size_t end = at_;
  while (end < text_.size()) {
    const auto c = stemmer::code_point_at(text_, end);
    if (!is_part_of_word(c.value)) break;
    end = c.next;
  }
  return text_.substr(at_, end - at_);
}

bool FilterScanner::take_keyword(std::string_view word) {
  skip_blanks();
  // Most words are no keyword: the first letters tell before the whole word is looked at.
  if (!text_.substr(at_).starts_with(word) || word_ahead() != word) return false;
  at_ += word.size();
  return true;
}

bool FilterScanner::value_follows() {
  if (at_end()) return false;
  if (is_quote(text_[at_])) return true;
  const std::string_view word = word_ahead();
  return !word.empty() && !is_keyword(word);
}

std::string FilterScanner::value(std::string_view expected) {
  if (at_end()) fail(expected);
  if (is_quote(text_[at_])) return quoted(text_[at_]);
  const std::string_view word = word_ahead();
  if (word.empty()) fail(expected);
  if (is_keyword(word)) {
    fail(std::string(expected) + " (a keyword needs quotation marks to be a name or a value)");
  }
  at_ += word.size();
  return std::string(word);
}

std::string FilterScanner::quoted(char quote) {
  const std::size_t begin = at_++;
  std::string value;
  while (at_ < text_.size() && text_[at_] != quote) {
    if (text_[at_] == '\\') {
      escaped(value);
    } else {
      value += text_[at_++];
    }
  }
  if (at_ >= text_.size()) {
    fail_at(begin, std::string("A quotation mark ") + quote + " is not closed", error_code_);
  }
  ++at_;
  return value;
}

// Passes over a backslash and what it changes.
void FilterScanner::escaped(std::string& value) {
  const std::size_t begin = at_;
  const char letter = begin + 1 < text_.size() ? text_[begin + 1] : '\0';
  if (const char meant = unescaped(letter); meant != '\0') {
    value += meant;
    at_ = begin + 2;
    return;
  }
  const bool braces = text_.substr(begin).starts_with("\\u{");
  const std::size_t digits = begin + (braces ? 3 : 2);
  std::size_t end = digits;
  if (braces) {
    end = std::min(text_.find('}', digits), text_.size());
  } else if (letter == 'u' || letter == 'x') {
    end = std::min(digits + (letter == 'u' ? 4 : 2), text_.size());
  }
  stemmer::append_utf8(value, code_of_digits(digits, end));
  at_ = end + (braces ? 1 : 0);
}

char32_t FilterScanner::code_of_digits(std::size_t begin, std::size_t end) const {
  std::uint32_t code = 0;
  const std::string_view digits = begin < end ? text_.substr(begin, end - begin) : "";
  const char* const stop = digits.data() + digits.size();
  const auto [read, error] = std::from_chars(digits.data(), stop, code, 16);
  if (error != std::errc() || read != stop || !is_scalar(static_cast<char32_t>(code))) {
    fail_at(text_.rfind('\\', begin),
            R"(A backslash means nothing before what follows it (for itself write \\))",
            error_code_);
  }
  return static_cast<char32_t>(code);
}

std::string FilterScanner::what_follows() const {
  if (at_ >= text_.size()) return "its end";
  std::size_t end = at_;
  for (std::size_t i = 0; i < kShownCodePoints && end < text_.size(); ++i)
    stemmer::next_code_point(text_, end);
  const bool cut = end < text_.size();
  return "`" + std::string(text_.substr(at_, end - at_)) + (cut ? "…`" : "`");
}

void FilterScanner::fail(std::string_view expected) {
  skip_blanks();
  fail_at(at_, "Expected " + std::string(expected) + ", not " + what_follows(), error_code_);
}

void FilterScanner::fail_at(std::size_t position, const std::string& message,
                            std::string_view code) const {
  const std::size_t character = stemmer::count_code_points(text_.substr(0, position)) + 1;
  throw errors::ApiError(code, message + ", at character " + std::to_string(character) + " of " +
                                   std::string(place_) + ".");
}

}  // namespace fihris::server::filters
