#include "rank/executor.h"

#include <algorithm>
#include <exception>
#include <system_error>
#include <utility>
#include <vector>

namespace fihris::searcher::rank {

Executor::Executor(ThreadContext& here, std::filesystem::path dir, std::size_t threads)
    : here_(here), dir_(std::move(dir)), wanted_(threads) {}

void Executor::wake() {
  for (OtherThread& other : others_) other.wake();
  try {
    while (threads() < wanted_) others_.emplace_back(dir_);
  } catch (const std::system_error&) {
    wanted_ = threads();  // there may be no more
  }
}

void Executor::share(std::size_t parts, const Work& work) {
  WorkItems all(parts);
  if (parts < 2 || others_.empty()) return work(here_, all);
  std::vector<OtherThread::Job> jobs(others_.size(), {&work, &all, &here_.index.version()});
  auto job = jobs.begin();
  for (OtherThread& other : others_) other.start(*job++);
  std::exception_ptr failure;
  try {
    work(here_, all);
  } catch (...) {
    failure = std::current_exception();
  }
  for (OtherThread& other : others_) other.finish();
  for (const OtherThread::Job& each : jobs) failure = failure ? failure : each.failure;
  if (failure) std::rethrow_exception(failure);
}

}  // namespace fihris::searcher::rank
