#include "tasks/index_writing.h"

#include <chrono>
#include <thread>

#include "fihris/store/error.h"

namespace fihris::server::tasks {

IndexWriter open_writer(const std::filesystem::path& dir) {
  using Clock = std::chrono::steady_clock;
  constexpr auto kLongest = std::chrono::minutes(5);
  constexpr auto kPause = std::chrono::milliseconds(100);
  const auto give_up = Clock::now() + kLongest;
  for (;;) {
    try {
      return IndexWriter::open(dir);
    } catch (const Error& error) {
      if (error.code() != ErrorCode::kIndexLocked || Clock::now() > give_up) throw;
    }
    std::this_thread::sleep_for(kPause);
  }
}

}  // namespace fihris::server::tasks
