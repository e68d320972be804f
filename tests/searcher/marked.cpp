#include "marked.h"

namespace fihris::testing {
namespace {

std::vector<WantedToken> tokens_of(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<WantedToken> wanted;
  for (const Token& token : tokens) {
    if (token.in_sequence) wanted.push_back({token.kind, std::string(token.lemma), {}});
  }
  return wanted;
}

}  // namespace

std::string marked(std::string_view text, const std::vector<Span>& marks) {
  std::string out;
  for (const Span& mark : marks) {
    if (!out.empty()) out += '|';
    out += text.substr(mark.begin, mark.end - mark.begin);
  }
  return out;
}

std::string marked(const Snippet& snippet) { return marked(snippet.text, snippet.marks); }

std::vector<Wanted> words_wanted(std::string_view text) {
  std::vector<Wanted> all;
  for (WantedToken& token : tokens_of(text)) all.emplace_back().tokens.push_back(std::move(token));
  return all;
}

Wanted phrase_wanted(std::string_view text, unsigned slop) {
  Wanted wanted;
  wanted.tokens = tokens_of(text);
  wanted.slop = slop;
  return wanted;
}

}  // namespace fihris::testing
