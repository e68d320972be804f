#include "query/query_dashes.h"

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

// More words than that between two dashes are no insertion.
constexpr std::size_t kMostWords = 12;

bool is_plain_word(const Lexeme& lexeme) {
  return lexeme.kind == Lexeme::Kind::kWord && lexeme.field == nullptr;
}

// «الله-» with nothing behind its dash.
bool closes(std::string_view text, const Lexeme& lexeme) {
  std::size_t end = lexeme.text.end;
  if (!is_plain_word(lexeme) || end == lexeme.text.begin) return false;
  return searcher::text::is_minus(stemmer::previous_code_point(text, end));
}

}  // namespace

void read_paired_dashes_as_text(std::string_view text, std::vector<Lexeme>& lexemes) {
  for (std::size_t i = 0; i < lexemes.size(); ++i) {
    if (lexemes[i].mark != Lexeme::Mark::kExclude || !is_plain_word(lexemes[i])) continue;
    const std::size_t end = std::min(lexemes.size(), i + kMostWords);
    for (std::size_t k = i; k < end; ++k) {
      if (k > i && lexemes[k].mark == Lexeme::Mark::kExclude) break;
      if (!closes(text, lexemes[k])) continue;
      lexemes[i].mark = Lexeme::Mark::kNone;
      break;
    }
  }
}

}  // namespace fihris::query
