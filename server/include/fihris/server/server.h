// The HTTP service over one index or a folder of indexes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace fihris::server {

struct ServerOptions {
  // One of the two: a folder with an index in each of its folders, whose names are their uids, or
  // the folder of one index.
  std::filesystem::path data;
  std::filesystem::path db;
  std::string address = "127.0.0.1";
  std::uint16_t port = 7700;  // 0: any that is free
  // The settings of the search page, docs/search-page.md; empty: the usual ones.
  std::filesystem::path page;
  // Empty: nobody needs a key; only for loopback addresses.
  std::string master_key;
  unsigned threads = 0;  // that search; 0: one a processor
  std::size_t max_body_bytes = std::size_t{100} << 20;
  double search_seconds = 5;                         // a search ends then with what it has found
  std::vector<std::string> allowed_origins = {"*"};  // CORS
  std::filesystem::path access_log;                  // empty: none; "-": standard error
  bool log_queries = false;                          // also in the access log
  // Called, from several threads, with what went wrong in the index or on the disk: answers do not
  // say it.
  std::function<void(const std::string& what)> complained = {};
  // Called once requests are answered, with the port.
  std::function<void(std::uint16_t)> ready;
  // Called once a second by the thread that reads and writes, and once when no more connections
  // are taken.
  std::function<void()> alive;
  std::function<void()> stopping;
};

// Serves until a signal SIGTERM or SIGINT; requests under way are answered before it returns, and a
// second signal does not wait for them. SIGHUP opens the access log again. Throws Error: kUsage (an
// address other than loopback without a master key, settings of the page that are wrong),
// kInputOutput (the port is taken, a folder cannot be written), and those of the indexes.
void serve(const ServerOptions& options);

}  // namespace fihris::server
