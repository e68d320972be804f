#include "tasks/task_worker.h"

#include <array>
#include <chrono>
#include <exception>
#include <string_view>
#include <utility>

namespace fihris::server::tasks {
namespace {

// Additions that are written together: so many tasks, and bytes of documents.
constexpr std::size_t kMostTogether = 1000;
constexpr std::size_t kMostBytes = std::size_t{64} << 20;
// So many finished tasks are remembered.
constexpr std::int64_t kTasksKept = 1'000'000;

using Doing = void (*)(Workplace&, Task&);
constexpr std::array<std::pair<std::string_view, Doing>, 9> kDoings{{
    {type::kDeletion, delete_documents},
    {type::kSettings, update_settings},
    {type::kCreation, create_index},
    {type::kIndexUpdate, update_index},
    {type::kIndexDeletion, delete_index},
    {type::kSwap, swap_indexes},
    {type::kCompaction, compact_index},
    {type::kCancelation, cancel_tasks},
    {type::kTaskDeletion, delete_tasks},
}};

// Numbers that are not known of a task that failed.
void settle_details(Task& task) {
  for (auto& [name, value] : task.details.items()) {
    const bool counts = name == "deletedDocuments" || name == "canceledTasks" ||
                        name == "deletedTasks" || name == "indexedDocuments";
    if (counts && value.is_null()) value = 0;
  }
}

void do_one(Workplace& place, Task& task) {
  for (const auto& [name, doing] : kDoings) {
    if (task.type == name) {
      doing(place, task);
      task.status = status::kSucceeded;
      return;
    }
  }
  throw errors::ApiError("internal", "No task has the type `" + task.type + "`.");
}

}  // namespace

TaskWorker::TaskWorker(Workplace place) : place_(place) {
  place_.store.on_enqueued([this] { wake(); });
  thread_ = std::thread([this] { run(); });
}

TaskWorker::~TaskWorker() {
  place_.store.on_enqueued({});
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  thread_.join();
}

void TaskWorker::wake() {
  {
    const std::lock_guard lock(mutex_);
    awake_ = true;
  }
  changed_.notify_all();
}

void TaskWorker::process(std::vector<Task>& tasks) {
  try {
    if (tasks.front().type == type::kAddition) {
      add_documents(place_, tasks);
    } else {
      do_one(place_, tasks.front());
    }
  } catch (const std::exception& error) {
    for (Task& task : tasks) {
      if (task.status != status::kProcessing) continue;
      task.status = status::kFailed;
      task.error = error_json(error);
    }
  }
  for (Task& task : tasks) settle_details(task);
  place_.store.finish(tasks);
}

void TaskWorker::run() {
  constexpr auto kPause = std::chrono::seconds(1);
  std::uint64_t done = 0;
  for (;;) {
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return awake_ || ended_; });
      if (ended_) return;
      awake_ = false;
    }
    try {
      for (auto tasks = place_.store.take_batch(kMostTogether, kMostBytes); !tasks.empty();
           tasks = place_.store.take_batch(kMostTogether, kMostBytes)) {
        process(tasks);
        if (++done % 1000 == 0) place_.store.prune(kTasksKept);
        const std::lock_guard lock(mutex_);
        if (ended_) return;
      }
    } catch (const std::exception&) {
      // The state can not be written now, the disk may be full: once more a little later.
      std::this_thread::sleep_for(kPause);
      wake();
    }
  }
}

}  // namespace fihris::server::tasks
