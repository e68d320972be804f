#include "metrics/access_log.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "fihris/store/error.h"

namespace fihris::server::metrics {
namespace {

// What may wait for the disk.
constexpr std::size_t kMostBytes = std::size_t{4} << 20;
constexpr std::size_t kWriteAt = std::size_t{64} << 10;
constexpr std::chrono::milliseconds kWriteEvery{100};

int open_file(const std::filesystem::path& file) {
  if (file == "-") return ::dup(STDERR_FILENO);
  return ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
}

// "2026-11-28T03:00:00.123Z".
std::string time_now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
  const std::time_t seconds = milliseconds / 1000;
  std::tm time{};
  ::gmtime_r(&seconds, &time);
  std::array<char, 48> text{};
  const std::size_t size = std::strftime(text.data(), text.size(), "%FT%T", &time);
  std::snprintf(text.data() + size, text.size() - size, ".%03dZ",
                static_cast<int>(milliseconds % 1000));
  return text.data();
}

std::string line_of(const http::Exchange& exchange, bool with_query) {
  nlohmann::ordered_json line = {{"time", time_now()},
                                 {"remote", exchange.remote},
                                 {"method", exchange.method},
                                 {"route", exchange.route},
                                 {"status", exchange.status},
                                 {"bytes", exchange.bytes_out},
                                 {"ms", std::round(exchange.seconds * 1e6) / 1e3}};
  if (!exchange.index.empty()) line["index"] = exchange.index;
  if (with_query && !exchange.query.empty()) line["query"] = exchange.query;
  return line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n';
}

}  // namespace

AccessLog::AccessLog(std::filesystem::path file, bool with_queries)
    : file_(std::move(file)), with_queries_(with_queries), descriptor_(open_file(file_)) {
  if (descriptor_ < 0)
    throw Error(ErrorCode::kInputOutput,
                "the access log " + file_.string() +
                    " cannot be written: " + std::generic_category().message(errno) + ".",
                "Name a file in a folder that can be written with --access-log.");
  thread_ = std::thread([this] { run(); });
}

AccessLog::~AccessLog() {
  {
    const std::lock_guard lock(mutex_);
    done_ = true;
  }
  changed_.notify_one();
  thread_.join();
  ::close(descriptor_);
}

void AccessLog::add(const http::Exchange& exchange) {
  const std::string line = line_of(exchange, with_queries_);
  bool full = false;
  {
    const std::lock_guard lock(mutex_);
    if (lines_.size() + line.size() > kMostBytes) {
      ++dropped_;
      return;
    }
    lines_ += line;
    full = lines_.size() >= kWriteAt;
  }
  if (full) changed_.notify_one();
}

void AccessLog::reopen() {
  {
    const std::lock_guard lock(mutex_);
    reopen_ = true;
  }
  changed_.notify_one();
}

void AccessLog::run() {
  std::unique_lock lock(mutex_);
  for (bool done = false; !done;) {
    changed_.wait_for(lock, kWriteEvery,
                      [this] { return done_ || reopen_ || lines_.size() >= kWriteAt; });
    done = done_;
    std::string lines = std::exchange(lines_, {});
    if (const auto dropped = std::exchange(dropped_, 0); dropped > 0)
      lines += R"({"time":")" + time_now() + R"(","dropped":)" + std::to_string(dropped) + "}\n";
    const bool again = std::exchange(reopen_, false);
    lock.unlock();
    write(lines);
    if (again) open_again();
    lock.lock();
  }
}

// What a full disk refuses is lost: the service goes on.
void AccessLog::write(const std::string& lines) const {
  for (std::size_t at = 0; at < lines.size();) {
    const ssize_t size = ::write(descriptor_, lines.data() + at, lines.size() - at);
    if (size > 0) at += static_cast<std::size_t>(size);
    if (size <= 0 && errno != EINTR) return;
  }
}

// Where it cannot be opened the old file goes on being written.
void AccessLog::open_again() {
  const int fresh = open_file(file_);
  if (fresh < 0) return;
  ::close(descriptor_);
  descriptor_ = fresh;
}

}  // namespace fihris::server::metrics
