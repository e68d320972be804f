#include "clean/page_lines.h"

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kMaxLines = 100'000;
constexpr std::size_t kKeyedBytes = 240;  // longer lines match no fixed phrase
constexpr std::size_t kProseWords = 8;
constexpr std::size_t kProseLetters = 160;
constexpr std::size_t kTitleLetters = 150;
constexpr std::size_t kTitleWords = 28;

// Bytes of the line break at `pos`, or 0.
std::size_t break_size(std::string_view text, std::size_t pos) {
  switch (text[pos]) {
    case '\r':
      return text.substr(pos, 2) == "\r\n" ? 2 : 1;
    case '\n':
    case '\v':
    case '\f':
      return 1;
    case '\xC2':
      return text.substr(pos, 2) == "\xC2\x85" ? 2 : 0;  // NEXT LINE
    case '\xE2':                                         // LINE SEPARATOR, PARAGRAPH SEPARATOR
      return text.substr(pos, 3) == "\xE2\x80\xA8" || text.substr(pos, 3) == "\xE2\x80\xA9" ? 3 : 0;
    default:
      return 0;
  }
}

PageLine make_line(std::string_view text, bool after_blank) {
  PageLine line;
  line.text = text;
  line.after_blank = after_blank;
  line.letters = text::count_letters(text, kManyLetters);
  line.words = text::count_words(text, kManyWords);
  line.end = line_end(text);
  if (text.size() <= kKeyedBytes) line.key = text::phrase_key(text);
  return line;
}

bool is_closer(char32_t c) {
  switch (c) {
    case '"':
    case '\'':
    case ')':
    case ']':
    case '}':
    case 0x00BB:  // RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK
    case 0x2019:  // RIGHT SINGLE QUOTATION MARK
    case 0x201D:  // RIGHT DOUBLE QUOTATION MARK
    case 0x203A:  // SINGLE RIGHT-POINTING ANGLE QUOTATION MARK
      return true;
    default:
      return text::is_blank(c);
  }
}

LineEnd end_of(char32_t last, char32_t before) {
  switch (last) {
    case '.':
      return before == '.' ? LineEnd::kEllipsis : LineEnd::kStop;
    case 0x06D4:  // ARABIC FULL STOP
    case 0x3002:  // IDEOGRAPHIC FULL STOP
      return LineEnd::kStop;
    case '?':
    case '!':
    case 0x061F:  // ARABIC QUESTION MARK
      return LineEnd::kQuestion;
    case 0x2026:  // HORIZONTAL ELLIPSIS
      return LineEnd::kEllipsis;
    case ':':
    case ';':
    case 0x061B:  // ARABIC SEMICOLON
      return LineEnd::kColon;
    case ',':
    case 0x060C:  // ARABIC COMMA
      return LineEnd::kComma;
    default:
      return LineEnd::kOpen;
  }
}

bool is_bullet_char(char32_t c) {
  constexpr std::u32string_view kBullets =
      U"-*\u2013\u2014\u2022\u2023\u25AA\u25CF\u25A0\u25FE\u00B7\u0640";
  return kBullets.find(c) != std::u32string_view::npos;
}

}  // namespace

LineEnd line_end(std::string_view text) {
  // The marks that end a line are within its last few characters.
  constexpr std::size_t kTail = 40;
  std::size_t pos = stemmer::boundary_behind(text, text.size() - std::min(text.size(), kTail));
  char32_t last = 0;
  char32_t before = 0;
  while (pos < text.size()) {
    const char32_t c = stemmer::next_code_point(text, pos);
    if (is_closer(c)) continue;
    before = last;
    last = c;
  }
  return end_of(last, before);
}

std::optional<std::vector<PageLine>> split_lines(std::string_view text) {
  std::vector<PageLine> lines;
  bool blank = false;
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos <= text.size();) {
    const std::size_t size = pos < text.size() ? break_size(text, pos) : 1;
    if (size == 0) {
      ++pos;
      continue;
    }
    const std::string_view line = text::trim(text.substr(begin, pos - begin));
    if (line.empty()) {
      blank = true;
    } else {
      if (lines.size() == kMaxLines) return std::nullopt;
      lines.push_back(make_line(line, blank));
      blank = false;
    }
    pos += size;
    begin = pos;
  }
  return lines;
}

bool is_prose(const PageLine& line) {
  if (line.letters > kProseLetters) return true;
  return line.end == LineEnd::kStop && line.words >= kProseWords;
}

bool is_title_like(const PageLine& line) {
  const bool ends_open = line.end == LineEnd::kOpen || line.end == LineEnd::kQuestion ||
                         line.end == LineEnd::kEllipsis;
  return ends_open && line.words >= 2 && line.words <= kTitleWords && line.letters <= kTitleLetters;
}

bool is_count(const PageLine& line) {
  if (line.key.empty() || line.key.size() > 10 ||
      line.text.find_first_of("-/:") != std::string_view::npos) {
    return false;
  }
  const bool digit = line.key.find_first_of("0123456789") != std::string::npos;
  return digit && line.key.find_first_not_of("0123456789 km") == std::string::npos;
}

bool is_bullet(const PageLine& line) { return without_bullet(line.text).size() < line.text.size(); }

std::string_view without_bullet(std::string_view text) {
  if (text.empty()) return text;
  std::size_t pos = 0;
  if (!is_bullet_char(stemmer::next_code_point(text, pos))) return text;
  // «-5» is a number, «**» an ornament, «---» a rule.
  std::size_t next = pos;
  const char32_t after = pos < text.size() ? stemmer::next_code_point(text, next) : U' ';
  const bool apart = text::is_blank(after) || (text.front() != '-' && !is_bullet_char(after));
  const std::string_view rest = text::trim(text.substr(pos));
  return apart && text::has_words(rest) ? rest : text;
}

}  // namespace fihris::indexer::clean
