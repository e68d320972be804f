#include <algorithm>
#include <string>
#include <vector>

#include "checks.h"
#include "searcher/wanted_words.h"
#include "text_checks.h"

namespace fihris::fuzz {
namespace {

using testing::Wanted;
using testing::WantedToken;

WantedToken wanted_of(const Token& token, bool this_form) {
  return {token.kind, std::string(token.lemma), this_form ? std::string(token.norm) : ""};
}

Wanted word(const Token& token, std::size_t i) {
  Wanted wanted;
  wanted.tokens = {wanted_of(token, i % 3 == 1)};
  wanted.weight = 1 + static_cast<double>(i % 5);
  wanted.prefix = i % 3 == 2;
  wanted.title_only = i % 7 == 6;
  return wanted;
}

// Each token alone, in one of the ways a query can want it; all in a row; and all near each other.
std::vector<Wanted> wanted_by(std::string_view query, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(query, tokens);
  std::vector<Wanted> wanted;
  Wanted phrase;
  for (const Token& token : tokens) {
    if (wanted.size() == 64) break;
    wanted.push_back(word(token, wanted.size()));
    if (token.in_sequence) phrase.tokens.push_back(wanted_of(token, false));
  }
  if (phrase.tokens.size() < 2) return wanted;
  wanted.push_back(phrase);
  phrase.slop = static_cast<unsigned>(phrase.tokens.size());
  wanted.push_back(phrase);
  return wanted;
}

void check_passages(std::string_view text, const std::vector<Wanted>& wanted, Analyzer& analyzer) {
  for (const std::size_t graphemes : {std::size_t{0}, std::size_t{30}, kSnippetGraphemes}) {
    const auto snippets = testing::best_snippets(text, wanted, analyzer, {3, graphemes});
    require(snippets.size() <= 3, "no more passages than asked for");
    for (const Snippet& snippet : snippets) require_snippet(text, snippet);
  }
}

}  // namespace

void check_highlight(std::string_view bytes) {
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view text = bytes.substr(std::min(end + 1, bytes.size()));
  Analyzer analyzer;
  const std::vector<Wanted> wanted = wanted_by(bytes.substr(0, end), analyzer);
  const std::vector<Span> marks = testing::find_marks(text, wanted, analyzer);
  require_marks(text, marks);
  require(testing::find_marks(text, wanted, analyzer) == marks, "a text is marked alike again");
  check_passages(text, wanted, analyzer);
}

}  // namespace fihris::fuzz
