#include "wanted_words.h"

#include "show/text_marker.h"

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

std::vector<Span> find_marks(std::string_view text, const std::vector<Wanted>& wanted,
                             Analyzer& analyzer) {
  searcher::show::AnalyzedText analyzed;
  analyzed.read({}, text, analyzer);
  searcher::show::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  return searcher::show::merged_spans(marker.mark(analyzed, analyzer));
}

std::vector<Snippet> best_snippets(std::string_view text, const std::vector<Wanted>& wanted,
                                   Analyzer& analyzer,
                                   const searcher::show::PassageOptions& options) {
  if (text.empty() || options.fragments == 0) return {};
  searcher::show::AnalyzedText analyzed;
  analyzed.read("body", text, analyzer);
  searcher::show::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  const std::vector<searcher::show::Mark>& marks = marker.mark(analyzed, analyzer);
  if (marks.empty()) return {searcher::show::lead(analyzed, options.graphemes)};
  return searcher::show::best_passages(analyzed, marks, wanted, options);
}

}  // namespace fihris::testing
