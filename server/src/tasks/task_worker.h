// The one thread that does what tasks ask, in their order.
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "tasks/workplace.h"

namespace fihris::server::tasks {

// Begins at once, and ends with the object, after the tasks under way.
class TaskWorker {
 public:
  explicit TaskWorker(Workplace place);
  ~TaskWorker();
  TaskWorker(const TaskWorker&) = delete;
  TaskWorker& operator=(const TaskWorker&) = delete;

 private:
  void run();
  void wake();
  void process(std::vector<Task>& tasks);

  Workplace place_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool awake_ = true;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace fihris::server::tasks
