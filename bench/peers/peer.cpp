// The command line, the clock and the figures of every C++ peer.
#include "peer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <exception>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>

namespace peers {
namespace {

using Clock = std::chrono::steady_clock;
using Options = std::map<std::string, std::string, std::less<>>;

constexpr unsigned kShownHits = 10;
constexpr unsigned kRunDepth = 100;

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

const std::string& required(const Options& options, const char* name) {
  const auto option = options.find(name);
  if (option == options.end()) {
    throw UsageError(std::string("missing ") + name);
  }
  return option->second;
}

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Query {
  std::string id;
  std::string words;
};

std::ifstream open_input(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    throw std::runtime_error("cannot read " + path);
  }
  return in;
}

std::vector<Query> read_queries(const std::string& path) {
  std::ifstream in = open_input(path);
  std::vector<Query> queries;
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (tab != std::string::npos) {
      queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
    }
  }
  if (queries.empty()) {
    throw std::runtime_error("no queries in " + path);
  }
  return queries;
}

// Nearest rank, so every printed figure is a latency that some query really had.
double percentile(const std::vector<double>& sorted, double share) {
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sorted.size())));
  return sorted[std::max<std::size_t>(rank, 1) - 1];
}

// Runs one step of index building and prints its figures. CPU seconds are of this process (all
// threads) plus, where there is one, of the server.
template <typename Step>
void timed_phase(Peer& peer, std::string_view name, const char* phase, Step step) {
  const auto cpu_seconds = [&] {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC + peer.server_use().cpu_s;
  };
  const auto start = Clock::now();
  const double cpu_before = cpu_seconds();
  step();
  const double seconds = seconds_since(start);
  const double cpu_s = cpu_seconds() - cpu_before;
  const ServerUse server = peer.server_use();
  std::printf(
      "{\"phase\":\"%s\",\"engine\":\"%.*s\",\"seconds\":%.3f,\"cpu_s\":%.3f,\"bytes\":%llu,"
      "\"peak_rss_kib\":%llu,\"server_cpu_s\":%.3f,\"server_peak_rss_kib\":%llu}\n",
      phase, static_cast<int>(name.size()), name.data(), seconds, cpu_s,
      static_cast<unsigned long long>(peer.index_bytes()),
      static_cast<unsigned long long>(peak_rss_kib("self")), server.cpu_s,
      static_cast<unsigned long long>(server.peak_rss_kib));
  std::fflush(stdout);
}

int run_index(Peer& peer, std::string_view name, const std::string& data) {
  timed_phase(peer, name, "index", [&] {
    std::ifstream in = open_input(data);
    peer.begin();
    for (std::string line; std::getline(in, line);) {
      peer.add(article_from_json(line));
    }
    peer.commit();
  });
  timed_phase(peer, name, "tidy", [&] { peer.tidy(); });
  return 0;
}

struct Pass {
  std::vector<double> ms;  // ascending
  std::uint64_t hits = 0;
  std::uint64_t snippet_bytes = 0;
};

Pass time_queries(Peer& peer, const std::vector<Query>& queries, bool snippets) {
  Pass pass;
  for (const Query& query : queries) {
    const auto start = Clock::now();
    const std::vector<Hit> hits = peer.search(query.words, kShownHits, snippets);
    pass.ms.push_back(seconds_since(start) * 1000);
    pass.hits += hits.size();
    for (const Hit& hit : hits) {
      pass.snippet_bytes += hit.snippet.size();
    }
  }
  std::sort(pass.ms.begin(), pass.ms.end());
  return pass;
}

void write_run(Peer& peer, const std::vector<Query>& queries, std::string_view tag,
               const std::string& path) {
  std::ofstream out(path);
  for (const Query& query : queries) {
    unsigned rank = 0;
    for (const Hit& hit : peer.search(query.words, kRunDepth, false)) {
      out << query.id << " Q0 " << hit.id << ' ' << ++rank << ' ' << hit.score << ' ' << tag
          << '\n';
    }
  }
  if (!out.flush()) {
    throw std::runtime_error("cannot write " + path);
  }
}

int run_queries(Peer& peer, std::string_view name, const Options& options) {
  const std::vector<Query> queries = read_queries(required(options, "--queries"));
  const bool snippets = options.count("--no-snippets") == 0;
  peer.open();
  time_queries(peer, queries, snippets);  // warm-up, not counted
  const Pass pass = time_queries(peer, queries, snippets);
  std::printf(
      "{\"phase\":\"query\",\"engine\":\"%.*s\",\"snippets\":%s,\"n\":%zu,\"p50_ms\":%.3f,"
      "\"p95_ms\":%.3f,\"p99_ms\":%.3f,\"hits\":%llu,\"snippet_bytes\":%llu}\n",
      static_cast<int>(name.size()), name.data(), snippets ? "true" : "false", queries.size(),
      percentile(pass.ms, 0.50), percentile(pass.ms, 0.95), percentile(pass.ms, 0.99),
      static_cast<unsigned long long>(pass.hits),
      static_cast<unsigned long long>(pass.snippet_bytes));
  if (const auto run = options.find("--run"); run != options.end()) {
    write_run(peer, queries, name, run->second);
  }
  return 0;
}

int run_one(Peer& peer, const std::string& words) {
  peer.open();
  for (const Hit& hit : peer.search(words, kShownHits, true)) {
    std::cout << hit.id << '\t' << hit.title << '\t' << hit.snippet << '\n';
  }
  return 0;
}

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 2; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--no-snippets") {
      options[name] = "";
    } else if (name.rfind("--", 0) == 0 && i + 1 < argc) {
      options[name] = argv[++i];
    } else {
      throw UsageError("not understood: " + name);
    }
  }
  return options;
}

int dispatch(int argc, char** argv, std::string_view name, const PeerFactory& make) {
  const std::string command = argc > 1 ? argv[1] : "";
  const Options options = read_options(argc, argv);
  const std::unique_ptr<Peer> peer = make(required(options, "--db"));
  if (command == "index") {
    return run_index(*peer, name, required(options, "--data"));
  }
  if (command == "query") {
    return run_queries(*peer, name, options);
  }
  if (command == "one") {
    return run_one(*peer, required(options, "--query"));
  }
  throw UsageError("no such command: " + command);
}

}  // namespace

int peer_main(int argc, char** argv, std::string_view name, const PeerFactory& make) {
  try {
    return dispatch(argc, argv, name, make);
  } catch (const UsageError& error) {
    std::cerr << error.what() << "\nusage: " << name << " index --db DIR --data FILE.jsonl\n       "
              << name << " query --db DIR --queries FILE.tsv [--no-snippets] [--run OUT]\n       "
              << name << " one --db DIR --query TEXT\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << '\n';
    return 1;
  }
}

}  // namespace peers
