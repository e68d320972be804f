// How fast text becomes tokens. Each benchmark asserts that it did the work.
#include <benchmark/benchmark.h>

#include "corpus.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris::bench {
namespace {

std::size_t analyze_all(Analyzer& analyzer, std::vector<Token>& tokens) {
  std::size_t count = 0;
  for (const std::string& body : bodies()) {
    analyzer.analyze(body, tokens);
    count += tokens.size();
  }
  return count;
}

// Running text with every word seen before.
void AnalyzeWarm(benchmark::State& state) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  const std::size_t expected = analyze_all(analyzer, tokens);
  for (auto _ : state) {
    if (analyze_all(analyzer, tokens) != expected) state.SkipWithError("token count changed");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * body_bytes()));
}
BENCHMARK(AnalyzeWarm);

// The same without reading the words, as of a text to be marked.
void OutlineWarm(benchmark::State& state) {
  Analyzer analyzer;
  std::vector<Token> read;
  const std::size_t expected = analyze_all(analyzer, read);
  std::vector<LightToken> tokens;
  for (auto _ : state) {
    std::size_t count = 0;
    for (const std::string& body : bodies()) {
      analyzer.outline(body, tokens);
      count += tokens.size();
    }
    if (count != expected) state.SkipWithError("token count changed");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * body_bytes()));
}
BENCHMARK(OutlineWarm);

// A new analyser: every distinct word goes through the lemmatizer.
void AnalyzeCold(benchmark::State& state) {
  std::vector<Token> tokens;
  Analyzer reference;
  const std::size_t expected = analyze_all(reference, tokens);
  for (auto _ : state) {
    Analyzer analyzer;
    if (analyze_all(analyzer, tokens) != expected) state.SkipWithError("token count changed");
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * body_bytes()));
}
BENCHMARK(AnalyzeCold);

void Normalize(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(normalize("وزارةُ الخارجيّة والمغتربين"));
}
BENCHMARK(Normalize);

}  // namespace
}  // namespace fihris::bench
