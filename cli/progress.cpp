#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <string>

namespace fihris::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kBarWidth = 30;

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + " %"; }

std::string bar(double share) {
  const auto filled = static_cast<std::size_t>(share * static_cast<double>(kBarWidth));
  std::string text(kBarWidth, '.');
  text.replace(0, filled, filled, '#');
  return text + ' ';
}

// «3 min 20 s».
std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  if (whole < 60) return std::to_string(whole) + " s";
  if (whole < 3600) return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

}  // namespace

Progress::Progress(Wanted wanted)
    : wanted_(wanted == Wanted::kYes),
      terminal_(::isatty(STDERR_FILENO) == 1),
      interval_(terminal_ ? Clock::duration(100ms) : Clock::duration(1min)),
      next_(terminal_ ? begin_ : begin_ + interval_) {}

Progress::~Progress() {
  if (shown_ && terminal_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::show(std::uint64_t bytes, std::uint64_t all_bytes, std::uint64_t articles) {
  if (!wanted_) return;
  const auto now = Clock::now();
  if (now < next_) return;
  next_ = now + interval_;
  shown_ = true;
  std::string line = terminal_ ? "\r\033[K" : "fihris: ";
  std::string rest;
  if (all_bytes > 0) {
    const double share =
        std::clamp(static_cast<double>(bytes) / static_cast<double>(all_bytes), 0.0, 1.0);
    const std::chrono::duration<double> elapsed = now - begin_;
    line += (terminal_ ? bar(share) : std::string()) + percent(share) + ", ";
    // The first moments tell nothing of the rest.
    if (elapsed > 2s && share > 0)
      rest = ", " + duration(elapsed.count() * (1 - share) / share) + " left";
  }
  std::cerr << line << articles << " articles" << rest << (terminal_ ? "" : "\n") << std::flush;
}

}  // namespace fihris::cli
