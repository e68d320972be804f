// A line of JSON for each request.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <thread>

#include "http/options.h"

namespace fihris::server::metrics {

// Written by a thread of its own: a request never waits for the disk, and lines that the disk
// cannot follow are dropped and counted in the log. Thread-safe.
class AccessLog {
 public:
  // Adds to `file`, or writes to standard error when it is "-". Throws Error{kInputOutput}.
  AccessLog(std::filesystem::path file, bool with_queries);
  // Writes what is left.
  ~AccessLog();
  AccessLog(const AccessLog&) = delete;
  AccessLog& operator=(const AccessLog&) = delete;

  void add(const http::Exchange& exchange);
  // The file has been moved away: goes on in a new one.
  void reopen();

 private:
  void run();
  void write(const std::string& lines) const;
  void open_again();

  std::filesystem::path file_;
  bool with_queries_;
  int descriptor_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::string lines_;
  std::uint64_t dropped_ = 0;
  bool reopen_ = false;
  bool done_ = false;
  std::thread thread_;  // the last member: it uses the others
};

}  // namespace fihris::server::metrics
