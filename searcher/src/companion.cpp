#include "companion.h"

#include <chrono>
#include <utility>

namespace fihris::internal {
namespace {

// Between the steps of a request a thread does not go to sleep: waking it would take as long as
// some steps do.
constexpr std::chrono::microseconds kPatience{100};

// Waits until `value` is not `old`.
template <class T>
void await_change(const std::atomic<T>& value, T old) {
  const auto until = std::chrono::steady_clock::now() + kPatience;
  while (value.load(std::memory_order_acquire) == old) {
    if (std::chrono::steady_clock::now() > until) {
      value.wait(old, std::memory_order_acquire);
      return;
    }
  }
}

}  // namespace

Companion::Companion(std::filesystem::path dir)
    : dir_(std::move(dir)), thread_([this] { run(); }) {}

Companion::~Companion() {
  give(&stop_);
  thread_.join();
}

void Companion::give(Job* job) {
  job_.store(job, std::memory_order_release);
  job_.notify_one();
}

void Companion::wake() { give(&nothing_); }

void Companion::share(SearchTools& here, std::size_t parts, const Work& work) {
  Parts all(parts);
  Job job{&all, &work, &here.index.version(), nullptr};
  done_.store(false, std::memory_order_relaxed);
  give(&job);
  std::exception_ptr failure;
  try {
    work(here, all);
  } catch (...) {
    failure = std::current_exception();
  }
  const bool taken = job_.exchange(nullptr, std::memory_order_acq_rel) == nullptr;
  if (taken) await_change(done_, false);
  if (!failure) failure = job.failure;
  if (failure) std::rethrow_exception(failure);
}

void Companion::run() {
  follow();
  for (;;) {
    await_change<Job*>(job_, nullptr);
    Job* job = job_.exchange(nullptr, std::memory_order_acq_rel);
    if (job == &stop_) return;
    if (job == nullptr || job == &nothing_) continue;  // it was taken back
    const bool same = tools_ && tools_->index.version() == *job->version;
    if (same) take_part(*job);
    done_.store(true, std::memory_order_release);
    done_.notify_one();
    if (!same) follow();
  }
}

void Companion::take_part(Job& job) {
  try {
    (*job.work)(*tools_, *job.parts);
  } catch (...) {
    job.failure = std::current_exception();
    tools_.reset();
  }
}

// Nobody waits for this. Where this thread can't read the index the other one can't either, and
// says so.
void Companion::follow() {
  try {
    if (tools_) {
      tools_->follow();
    } else {
      tools_ = std::make_unique<SearchTools>(dir_);
    }
  } catch (const std::exception&) {
    tools_.reset();
  } catch (const Xapian::Error&) {
    tools_.reset();
  }
}

void share(Companion* companion, SearchTools& here, std::size_t parts, const Work& work) {
  if (companion != nullptr) {
    companion->share(here, parts, work);
    return;
  }
  Parts all(parts);
  work(here, all);
}

}  // namespace fihris::internal
