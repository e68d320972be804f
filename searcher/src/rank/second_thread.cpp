#include "rank/second_thread.h"

#include <chrono>
#include <utility>

namespace fihris::searcher::rank {
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

SecondThread::SecondThread(std::filesystem::path dir)
    : dir_(std::move(dir)), thread_([this] { run(); }) {}

SecondThread::~SecondThread() {
  give(&stop_);
  thread_.join();
}

void SecondThread::give(Job* job) {
  job_.store(job, std::memory_order_release);
  job_.notify_one();
}

void SecondThread::wake() { give(&nothing_); }

void SecondThread::share(ThreadContext& here, std::size_t parts, const Work& work) {
  WorkItems all(parts);
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

void SecondThread::run() {
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

void SecondThread::take_part(Job& job) {
  try {
    (*job.work)(*context_, *job.parts);
  } catch (...) {
    job.failure = std::current_exception();
    context_.reset();
  }
}

// Nobody waits for this. Where this thread can't read the index the other one can't either, and
// says so.
void SecondThread::follow() {
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

void share(SecondThread* second, ThreadContext& here, std::size_t parts, const Work& work) {
  if (second != nullptr) {
    second->share(here, parts, work);
    return;
  }
  WorkItems all(parts);
  work(here, all);
}

}  // namespace fihris::searcher::rank
