#include "rank/other_thread.h"

#include <chrono>
#include <utility>

namespace fihris::searcher::rank {
namespace {

// Between the steps of a request a thread does not go to sleep: waking it would take as long as
// some steps do.
constexpr std::chrono::microseconds kPatience{100};

// Waits until `value` is not `old`: awake for a short while, asleep after that.
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

OtherThread::OtherThread(std::filesystem::path dir)
    : dir_(std::move(dir)), thread_([this] { run(); }) {}

OtherThread::~OtherThread() {
  give(&stop_);
  thread_.join();
}

void OtherThread::give(Job* job) {
  job_.store(job, std::memory_order_release);
  job_.notify_one();
}

void OtherThread::wake() { give(&nothing_); }

void OtherThread::start(Job& job) {
  done_.store(false, std::memory_order_relaxed);
  give(&job);
}

void OtherThread::finish() {
  const bool taken = job_.exchange(nullptr, std::memory_order_acq_rel) == nullptr;
  if (taken) await_change(done_, false);
}

// Until it is told to stop: takes part in one job after the other, and reads the index anew where
// that has changed.
void OtherThread::run() {
  follow();
  for (;;) {
    await_change<Job*>(job_, nullptr);
    Job* job = job_.exchange(nullptr, std::memory_order_acq_rel);
    if (job == &stop_) return;
    if (job == nullptr || job == &nothing_) continue;  // it was taken back
    const bool same = context_ && context_->index.version() == *job->version;
    if (same) take_part(*job);
    done_.store(true, std::memory_order_release);
    done_.notify_one();
    if (!same) follow();
  }
}

void OtherThread::take_part(Job& job) {
  try {
    (*job.work)(*context_, *job.parts);
  } catch (...) {
    job.failure = std::current_exception();
    context_.reset();
  }
}

// Reads the newest version of the index. Errors are left to the thread that answers requests: it
// can't read the index either then, and says so.
void OtherThread::follow() {
  try {
    if (context_) {
      context_->follow();
    } else {
      context_ = std::make_unique<ThreadContext>(dir_);
    }
  } catch (const std::exception&) {
    context_.reset();
  } catch (const Xapian::Error&) {
    context_.reset();
  }
}

}  // namespace fihris::searcher::rank
