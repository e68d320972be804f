#include "query/searched_words.h"

#include <algorithm>

#include "fihris/searcher/query.h"
#include "query/query_operators.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

// What is longer is no word that somebody mistyped, and looking at all its parts takes a time that
// grows with its square.
constexpr std::size_t kMaxWordBytes = 80;

bool is_searched(const Lexeme& lexeme) {
  const bool value = lexeme.field != nullptr && lexeme.field->role != FieldRole::kTitle;
  return !value && !lexeme.prefix && lexeme.mark != Lexeme::Mark::kExclude;
}

}  // namespace

std::vector<Span> words_between_blanks(std::string_view text, Span part) {
  std::vector<Span> words;
  std::size_t begin = part.begin;
  const auto keep = [&words](std::size_t first, std::size_t last) {
    if (last > first && last - first <= kMaxWordBytes) words.push_back({first, last});
  };
  for (std::size_t i = part.begin; i < part.end;) {
    const searcher::text::CodePoint c = searcher::text::code_point_at(text, i);
    if (searcher::text::is_separator(c.value)) {
      keep(begin, i);
      begin = c.next;
    }
    i = c.next;
  }
  keep(begin, part.end);
  return words;
}

bool is_operator(std::string_view text, const Lexeme& lexeme) {
  return lexeme.is_bare() && operator_of(slice(text, lexeme.text)) != Operator::kNone;
}

std::vector<Span> searched_words(std::string_view query, const std::vector<Lexeme>& lexemes) {
  // A word of nothing but letters whose keys are punctuation marks elsewhere.
  if (lexemes.empty()) return words_between_blanks(query, {0, query.size()});
  std::vector<Span> words;
  for (std::size_t i = 0; i < lexemes.size() && words.size() < kMaxWords; ++i) {
    const Lexeme& lexeme = lexemes[i];
    if (lexeme.kind == Lexeme::Kind::kClose) continue;
    if (lexeme.kind == Lexeme::Kind::kOpen) {
      if (!is_searched(lexeme)) i = lexeme.partner;
      continue;
    }
    if (!is_searched(lexeme) || is_operator(query, lexeme)) continue;
    for (const Span word : words_between_blanks(query, lexeme.text)) words.push_back(word);
  }
  if (words.size() > kMaxWords) words.resize(kMaxWords);
  return words;
}

}  // namespace fihris::query
