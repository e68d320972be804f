// Warm latency of an index: asks every query of a file, twice, in one process, and reports the
// second pass.
//
//   fihris-latency --db DIR --queries FILE.tsv [--no-snippets] [--run OUT] [--limit N]
//                  [--facets source,section,month]   counts these, and a histogram by month
//                  [--threads N]   that may work on one query
//                  [--no-fold]
//                  [--suggest]     instead of searching, completes what the first 2, 3, 5 and 8
//                                  letters and the first word and a letter begin
//
// Prints one line of JSON:
// {"phase":"query","snippets":true,"n":600,"p50_ms":…,"p95_ms":…,"p99_ms":…,"mean_ms":…}
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "fihris/searcher/evaluation.h"
#include "fihris/searcher/searcher.h"
#include "fihris/store/error.h"

namespace {

struct Options {
  std::string db;
  std::string queries;
  std::string run;
  bool snippets = true;
  std::size_t limit = 10;
  std::vector<std::string> facets;
  bool fold = true;
  unsigned threads = 0;
  bool suggest = false;
};

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream stream(list);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

Options parse(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--suggest") {
      options.suggest = true;
      continue;
    }
    if (name == "--no-fold") {
      options.fold = false;
      continue;
    }
    if (name == "--no-snippets") {
      options.snippets = false;
      continue;
    }
    if (i + 1 == argc) throw std::invalid_argument(name + " needs a value");
    const std::string value = argv[++i];
    if (name == "--db") {
      options.db = value;
    } else if (name == "--queries") {
      options.queries = value;
    } else if (name == "--run") {
      options.run = value;
    } else if (name == "--limit") {
      options.limit = std::stoul(value);
    } else if (name == "--threads") {
      options.threads = static_cast<unsigned>(std::stoul(value));
    } else if (name == "--facets") {
      options.facets = split(value);
    } else {
      throw std::invalid_argument("unknown option " + name);
    }
  }
  if (options.db.empty() || options.queries.empty())
    throw std::invalid_argument("--db and --queries are needed");
  return options;
}

double percentile(std::vector<double>& sorted, double share) {
  const auto at = static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1) + 0.5);
  return sorted.at(at);
}

std::vector<double> time_queries(fihris::Searcher& searcher, const fihris::Queries& queries,
                                 const Options& options) {
  std::vector<double> ms;
  for (const auto& [id, text] : queries) {
    fihris::SearchRequest request;
    request.query = text;
    request.limit = options.limit;
    request.snippets = options.snippets;
    request.facets = options.facets;
    request.fold = options.fold;
    if (!options.facets.empty()) request.histogram = fihris::Histogram::kMonth;
    const auto begin = std::chrono::steady_clock::now();
    const auto results = searcher.search(request);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    if (results.hits.size() > options.limit) throw std::logic_error("more hits than asked for");
    ms.push_back(took.count());
  }
  return ms;
}

std::string first_letters(const std::string& text, std::size_t letters) {
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const bool begins = (static_cast<unsigned char>(text[end]) & 0xC0U) != 0x80U;
    if (begins && letters-- == 0) break;
  }
  return text.substr(0, end);
}

std::vector<double> time_suggestions(fihris::Searcher& searcher, const fihris::Queries& queries,
                                     const Options& options) {
  std::vector<double> ms;
  for (const auto& [id, text] : queries) {
    std::vector<std::string> typed;
    for (const std::size_t letters : {2U, 3U, 5U, 8U})
      typed.push_back(first_letters(text, letters));
    const std::string word = text.substr(0, text.find(' '));
    typed.push_back(word + ' ' +
                    first_letters(text.substr(std::min(text.size(), word.size() + 1)), 1));
    for (const std::string& prefix : typed) {
      const auto begin = std::chrono::steady_clock::now();
      const auto found = searcher.suggest(prefix, options.limit);
      const std::chrono::duration<double, std::milli> took =
          std::chrono::steady_clock::now() - begin;
      if (found.suggestions.size() > options.limit) throw std::logic_error("more than asked for");
      ms.push_back(took.count());
    }
  }
  return ms;
}

void write_run(fihris::Searcher& searcher, const fihris::Queries& queries,
               const std::string& path) {
  std::ofstream out(path);
  for (const auto& [id, text] : queries) {
    int rank = 0;
    for (const auto& hit : searcher.rank(text, 100)) {
      out << id << " Q0 " << hit.id << ' ' << ++rank << ' ' << hit.score << " fihris\n";
    }
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const Options options = parse(argc, argv);
  auto searcher = fihris::Searcher::open(options.db, {options.threads});
  const auto queries = fihris::read_queries(options.queries);
  if (queries.empty()) throw std::invalid_argument(options.queries + " holds no query");
  const auto time = options.suggest ? time_suggestions : time_queries;
  time(searcher, queries, options);  // warm-up
  std::vector<double> ms = time(searcher, queries, options);
  double sum = 0;
  for (const double x : ms) sum += x;
  std::sort(ms.begin(), ms.end());
  std::printf(
      "{\"phase\":\"query\",\"snippets\":%s,\"n\":%zu,\"p50_ms\":%.3f,\"p95_ms\":%.3f,\"p99_ms\":%."
      "3f,\"mean_ms\":%.3f}\n",
      options.snippets ? "true" : "false", ms.size(), percentile(ms, .5), percentile(ms, .95),
      percentile(ms, .99), sum / static_cast<double>(ms.size()));
  if (!options.run.empty()) write_run(searcher, queries, options.run);
  return 0;
} catch (const std::exception& error) {
  std::cerr << "fihris-latency: " << error.what() << '\n';
  return 2;
}
