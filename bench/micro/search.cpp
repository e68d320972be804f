// Query building and highlighting over the sample corpus.
#include <benchmark/benchmark.h>

#include "corpus.h"
#include "fihris/searcher/query.h"
#include "show/passages.h"
#include "show/text_marker.h"

namespace fihris::bench {
namespace {

using searcher::plan::Wanted;

void ParseQuery(benchmark::State& state) {
  for (auto _ : state) {
    const auto parsed =
        query::parse_query("\"وزير الخارجية\" +موسكو -حلب عنوان:زيارة تاريخ:2025-07..2025-12");
    if (!parsed.root || !parsed.diagnostics.empty())
      state.SkipWithError("query was not understood");
  }
}
BENCHMARK(ParseQuery);

std::vector<Wanted> wanted_words(Analyzer& analyzer, std::string_view text) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<Wanted> wanted;
  for (const Token& token : tokens) {
    if (token.in_sequence && !token.stop)
      wanted.push_back({{{token.kind, std::string(token.lemma), ""}}, 0, 1, false});
  }
  return wanted;
}

std::size_t passages_of(const std::string& body, const std::vector<Wanted>& wanted,
                        Analyzer& analyzer) {
  searcher::show::AnalyzedText text;
  text.read("body", body, analyzer);
  searcher::show::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  return searcher::show::best_passages(text, marker.mark(text, analyzer), wanted, {}).size();
}

void HighlightBodies(benchmark::State& state) {
  Analyzer analyzer;
  const std::vector<Wanted> wanted = wanted_words(analyzer, "وزير المياه الاتفاق الأردن أسعار");
  for (auto _ : state) {
    std::size_t fragments = 0;
    for (const std::string& body : bodies()) fragments += passages_of(body, wanted, analyzer);
    if (fragments == 0) state.SkipWithError("no fragment");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * body_bytes()));
}
BENCHMARK(HighlightBodies);

}  // namespace
}  // namespace fihris::bench
