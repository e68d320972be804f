// The command line, the clock and the figures of every C++ peer.
#include "peer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
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

void print_phase(std::string_view name, const char* phase, double seconds, const Peer& peer) {
  std::printf(
      "{\"phase\":\"%s\",\"engine\":\"%.*s\",\"seconds\":%.3f,\"bytes\":%llu,"
      "\"server_peak_rss_kib\":%llu}\n",
      phase, static_cast<int>(name.size()), name.data(), seconds,
      static_cast<unsigned long long>(peer.index_bytes()),
      static_cast<unsigned long long>(peer.server_peak_rss_kib()));
  std::fflush(stdout);
}

int run_index(Peer& peer, std::string_view name, const std::string& data) {
  auto start = Clock::now();
  std::ifstream in = open_input(data);
  peer.begin();
  for (std::string line; std::getline(in, line);) {
    peer.add(article_from_json(line));
  }
  peer.commit();
  print_phase(name, "index", seconds_since(start), peer);
  start = Clock::now();
  peer.tidy();
  print_phase(name, "tidy", seconds_since(start), peer);
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
  const std::vector<Query> queries = read_queries(options.at("--queries"));
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
      throw std::out_of_range(name);
    }
  }
  return options;
}

int dispatch(int argc, char** argv, std::string_view name, const PeerFactory& make) {
  const std::string command = argc > 1 ? argv[1] : "";
  const Options options = read_options(argc, argv);
  const std::unique_ptr<Peer> peer = make(options.at("--db"));
  if (command == "index") {
    return run_index(*peer, name, options.at("--data"));
  }
  if (command == "query") {
    return run_queries(*peer, name, options);
  }
  if (command == "one") {
    return run_one(*peer, options.at("--query"));
  }
  throw std::out_of_range(command);
}

}  // namespace

int peer_main(int argc, char** argv, std::string_view name, const PeerFactory& make) {
  try {
    return dispatch(argc, argv, name, make);
  } catch (const std::out_of_range&) {
    std::cerr << "usage: " << name << " index --db DIR --data FILE.jsonl\n       " << name
              << " query --db DIR --queries FILE.tsv [--no-snippets] [--run OUT]\n       " << name
              << " one --db DIR --query TEXT\n";
    return 2;
  } catch (const std::exception& error) {
    std::cerr << name << ": " << error.what() << '\n';
    return 1;
  }
}

}  // namespace peers
