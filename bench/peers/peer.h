// What the C++ peers share: one command line, one way to time, one line of JSON per phase.
// A peer is a class derived from Peer plus a main() that calls peer_main().
//
//   PEER index --db DIR --data FILE.jsonl
//   PEER query --db DIR --queries FILE.tsv [--no-snippets] [--run OUT]
//   PEER one   --db DIR --query TEXT
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace peers {

struct Article {
  std::string id;
  std::string title;
  std::string body;
};

struct Hit {
  std::string id;
  std::string title;
  std::string snippet;  // empty when snippets were not asked for
  double score = 0;     // higher is better
};

struct ServerUse {
  double cpu_s = 0;
  std::uint64_t peak_rss_kib = 0;
};

// One search engine over one index. Errors are exceptions; peer_main() reports them.
class Peer {
 public:
  Peer() = default;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  virtual ~Peer() = default;

  // Building: begin, add..., commit, then tidy once.
  virtual void begin() = 0;
  virtual void add(const Article& article) = 0;
  virtual void commit() = 0;
  virtual void tidy() = 0;  // what the engine offers to make a finished index smaller or faster
  [[nodiscard]] virtual std::uint64_t index_bytes() const = 0;

  // What a server in another process spent on this connection; nothing for an in-process engine.
  [[nodiscard]] virtual ServerUse server_use() const { return {}; }

  // Searching: open once, then search. Any one of the words may match.
  virtual void open() = 0;
  virtual std::vector<Hit> search(const std::string& words, unsigned limit, bool snippets) = 0;
};

using PeerFactory = std::function<std::unique_ptr<Peer>(const std::string& db)>;

// Runs the command line above; returns the exit code.
int peer_main(int argc, char** argv, std::string_view name, const PeerFactory& make);

// Reads one JSON object with id, title and body; absent fields are left empty.
// Throws std::runtime_error when the text is not a JSON object.
Article article_from_json(std::string& json);
std::string article_to_json(const Article& article);

// Bytes of a file, or of all files under a folder.
std::uint64_t bytes_on_disk(const std::string& path);

// The largest resident set of a process so far; process is its folder under /proc.
std::uint64_t peak_rss_kib(const std::string& process);

// The words of a query; queries reach the peers as words separated by spaces.
std::vector<std::string> split_words(const std::string& text);

}  // namespace peers
