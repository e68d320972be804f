#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace fihris::cli {
namespace {

constexpr std::size_t kBarWidth = 30;
constexpr auto kInterval = std::chrono::milliseconds(100);

std::string bar(double share) {
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(kBarWidth));
  std::string text(kBarWidth, '.');
  text.replace(0, filled, filled, '#');
  return text.append(" ").append(std::to_string(static_cast<int>(share * 100))).append(" %  ");
}

}  // namespace

Progress::Progress(std::optional<std::uint64_t> total_bytes)
    : terminal_(::isatty(STDERR_FILENO) == 1), total_bytes_(total_bytes) {}

Progress::~Progress() {
  if (terminal_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::show(std::uint64_t bytes_read, std::uint64_t articles) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + kInterval;
  std::string line = "\r\033[K";
  if (total_bytes_ && *total_bytes_ > 0) {
    const double share = static_cast<double>(bytes_read) / static_cast<double>(*total_bytes_);
    line += bar(std::clamp(share, 0.0, 1.0));
  }
  std::cerr << line << articles << " articles" << std::flush;
}

}  // namespace fihris::cli
