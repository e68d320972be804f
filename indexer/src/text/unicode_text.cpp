#include "text/unicode_text.h"

#include <unicode/uchar.h>

#include <unordered_set>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::indexer::text {
namespace {

using stemmer::append_utf8;
using stemmer::next_code_point;
using stemmer::previous_code_point;

bool is_mark(char32_t c) {
  if (c < 0x0300) return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR;
}

// Whether a character is part of a word. U+0640 TATWEEL is not, though Unicode counts it as a
// letter: a row of them is a rule drawn across the page.
bool is_word_char(char32_t c) { return c != 0x0640 && u_isalnum(static_cast<UChar32>(c)) != 0; }

}  // namespace

bool is_blank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return stemmer::is_unseen(c) || u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

std::string_view trim(std::string_view text) {
  while (!text.empty()) {
    std::size_t pos = 0;
    if (!is_blank(next_code_point(text, pos))) break;
    text.remove_prefix(pos);
  }
  while (!text.empty()) {
    std::size_t end = text.size();
    if (!is_blank(previous_code_point(text, end))) break;
    text = text.substr(0, end);
  }
  return text;
}

std::string collapse_blanks(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool blank = false;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    // Zero-width characters inside a line shape words (ZWNJ); only real spaces collapse.
    if (c < 0x80 ? is_blank(c) : u_isUWhiteSpace(static_cast<UChar32>(c)) != 0) {
      blank = true;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out.append(text.substr(begin, pos - begin));
  }
  return std::string(trim(out));
}

std::string with_plain_newlines(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      plain += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      plain += '\n';
    }
  }
  return plain;
}

std::size_t count_letters(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  for (std::size_t pos = 0; pos < text.size() && count < limit;) {
    if (!is_mark(next_code_point(text, pos))) ++count;
  }
  return count;
}

std::size_t count_words(std::string_view text, std::size_t limit) {
  std::size_t count = 0;
  bool counted = false;
  for (std::size_t pos = 0; pos < text.size() && count < limit;) {
    const char32_t c = next_code_point(text, pos);
    if (is_blank(c)) {
      counted = false;
    } else if (!counted && is_word_char(c)) {
      counted = true;
      ++count;
    }
  }
  return count;
}

bool has_words(std::string_view text) { return count_words(text, 1) > 0; }

std::string phrase_key(std::string_view text) {
  const std::string normal = normalize(text);
  std::string key;
  key.reserve(normal.size());
  bool gap = false;
  for (std::size_t pos = 0; pos < normal.size();) {
    const char32_t c = next_code_point(normal, pos);
    if (!is_word_char(c)) {
      gap = gap || !is_mark(c);
      continue;
    }
    if (gap && !key.empty()) key += ' ';
    gap = false;
    append_utf8(key, c);
  }
  return key;
}

std::vector<std::string_view> split_any(std::string_view text, std::u32string_view separators) {
  std::vector<std::string_view> parts;
  const auto take = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = trim(text.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(part);
  };
  std::size_t begin = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t here = pos;
    if (separators.find(next_code_point(text, pos)) != std::u32string_view::npos) {
      take(begin, here);
      begin = pos;
    }
  }
  take(begin, text.size());
  return parts;
}

std::vector<std::string> distinct(const std::vector<std::string>& values) {
  std::vector<std::string> kept;
  std::unordered_set<std::string> seen;
  for (const std::string& value : values) {
    const std::string_view trimmed = trim(value);
    if (!trimmed.empty() && seen.insert(normalize(trimmed)).second) kept.emplace_back(trimmed);
  }
  return kept;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return lower;
}

std::string printable_path(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr char32_t kUnreadable = 0xFFFD;
  std::string out;
  out.reserve(path.size());
  for (std::size_t begin = 0; begin < path.size();) {
    const auto [value, next] = stemmer::code_point_at(path, begin);
    const std::string_view bytes = path.substr(begin, next - begin);
    begin = next;
    if (value != kUnreadable && value >= 0x20 && value != 0x7F) {
      out.append(bytes);
      continue;
    }
    for (const char byte : bytes) {
      const auto number = static_cast<unsigned char>(byte);
      out.append({'%', kDigits[number >> 4], kDigits[number & 0xF]});
    }
  }
  return out;
}

}  // namespace fihris::indexer::text
