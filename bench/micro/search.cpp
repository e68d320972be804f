// Query building and highlighting over the sample corpus.
#include <benchmark/benchmark.h>

#include "corpus.h"
#include "fihris/searcher/highlight.h"
#include "fihris/searcher/query.h"

namespace fihris::bench {
namespace {

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

void HighlightBodies(benchmark::State& state) {
  Analyzer analyzer;
  const std::vector<Wanted> wanted = wanted_words(analyzer, "وزير المياه الاتفاق الأردن أسعار");
  std::size_t expected = 0;
  for (const std::string& body : bodies()) expected += find_marks(body, wanted, analyzer).size();
  if (expected == 0) state.SkipWithError("nothing to mark");
  for (auto _ : state) {
    std::size_t fragments = 0;
    for (const std::string& body : bodies())
      fragments += highlight("body", body, wanted, analyzer, {}).size();
    if (fragments == 0) state.SkipWithError("no fragment");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * body_bytes()));
}
BENCHMARK(HighlightBodies);

}  // namespace
}  // namespace fihris::bench
