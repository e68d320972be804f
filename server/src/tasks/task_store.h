// The queue of tasks on disk.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "state/database.h"
#include "tasks/task.h"
#include "tasks/task_filter.h"

namespace fihris::server::tasks {

// Thread-safe. Every change is on disk when a function returns.
class TaskStore {
 public:
  // Tasks that were under way when the service ended are enqueued again: each can be done twice.
  explicit TaskStore(state::Database& database);

  // Called after each enqueue(), from any thread.
  void on_enqueued(std::function<void()> wake) { wake_ = std::move(wake); }

  // Those that come at the same time go to disk together.
  Task enqueue(NewTask task);
  std::optional<Task> get(std::int64_t uid);

  struct Listed {
    std::vector<Task> tasks;
    std::int64_t total = 0;
    std::optional<std::int64_t> next;  // where the next page begins
  };
  Listed list(const TaskFilter& filter, const TaskPage& page);
  Listed batches(const TaskFilter& filter, const TaskPage& page);  // the tasks of the batches
  std::vector<std::int64_t> matching(const TaskFilter& filter,
                                     const std::vector<std::string_view>& statuses);
  bool is_busy(const std::string& index_uid);  // a task of it is under way

  // What is to be done next, marked as under way: one task, or the additions to one index that
  // follow each other, up to `most` and so many bytes. Empty: nothing.
  std::vector<Task> take_batch(std::size_t most, std::size_t bytes);
  std::string payload(std::int64_t task);
  // Writes what became of tasks: status, details, error, and the time.
  void finish(const std::vector<Task>& tasks);
  // Cancels those that are enqueued still; how many there were.
  std::int64_t cancel(const std::vector<std::int64_t>& uids, std::int64_t by);
  // Forgets those that are finished; how many there were.
  std::int64_t remove(const std::vector<std::int64_t>& uids);
  // Forgets the oldest finished ones where there are more than so many.
  void prune(std::int64_t keep);

 private:
  struct Waiting;
  void write(const std::vector<Waiting*>& waiting);

  state::Database& database_;
  std::function<void()> wake_;
  std::mutex mutex_;
  std::condition_variable written_;
  std::vector<Waiting*> waiting_;
  bool writing_ = false;
};

}  // namespace fihris::server::tasks
