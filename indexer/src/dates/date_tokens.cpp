#include "dates/date_tokens.h"

#include <unicode/uchar.h>

#include <charconv>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::dates {
namespace {

using Kind = DateToken::Kind;

constexpr int kMostDigits = 8;

Kind kind_of(char32_t c) {
  if (c >= '0' && c <= '9') return Kind::kNumber;
  return u_isalpha(static_cast<UChar32>(c)) != 0 ? Kind::kWord : Kind::kMark;
}

// The token that begins at `pos`, which moves behind it. A mark is one character.
DateToken next_token(const std::string& text, std::size_t& pos) {
  const std::size_t begin = pos;
  DateToken token;
  token.kind = kind_of(stemmer::next_code_point(text, pos));
  for (std::size_t end = pos; token.kind != Kind::kMark && end < text.size(); pos = end) {
    if (kind_of(stemmer::next_code_point(text, end)) != token.kind) break;
  }
  token.word = text.substr(begin, pos - begin);
  if (token.kind == Kind::kNumber) {
    token.digits = static_cast<int>(token.word.size());
    std::from_chars(token.word.data(), token.word.data() + token.word.size(), token.value);
  }
  return token;
}

// "23/12/202523/12/2025": a date printed for the eye and again for screen readers, run together.
bool is_doubled_year(const std::vector<DateToken>& before, const DateToken& token) {
  return token.digits == 6 && before.size() >= 4 && before.back().word == "/";
}

}  // namespace

std::vector<DateToken> date_tokens(const std::string& text) {
  std::vector<DateToken> tokens;
  for (std::size_t pos = 0; pos < text.size();) {
    DateToken token = next_token(text, pos);
    if (token.digits > kMostDigits) return {};
    if (text::trim(token.word).empty()) continue;
    if (is_doubled_year(tokens, token)) {
      tokens.push_back({Kind::kNumber, token.value / 100, 4, token.word.substr(0, 4)});
      token = {Kind::kNumber, token.value % 100, 2, token.word.substr(4)};
    }
    tokens.push_back(std::move(token));
  }
  return tokens;
}

}  // namespace fihris::indexer::dates
