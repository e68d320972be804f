// Which tasks a request means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fihris::server::tasks {

// All that is given must hold; of each list one. An empty list, or one with "*", is no condition.
struct TaskFilter {
  std::vector<std::int64_t> uids, batch_uids, canceled_by;
  std::vector<std::string> statuses, types, index_uids;
  // Times in ISO 8601, in order: enqueued, started, finished.
  struct Period {
    std::optional<std::string> before, after;
  };
  Period enqueued, started, finished;

  bool is_empty = true;  // nothing was given, not even "*"
  std::string original;  // "?uids=1,2", as it was given
};

// A page of a list that runs from the last task to the first, or the other way.
struct TaskPage {
  std::int64_t limit = 20;
  std::optional<std::int64_t> from = std::nullopt;
  bool reverse = false;
};

// Reads ?uids=…&statuses=…; `page` null where there is none. Throws ApiError: invalid_task_…,
// bad_request for another name.
TaskFilter read_task_filter(const std::vector<std::pair<std::string, std::string>>& parameters,
                            TaskPage* page);

}  // namespace fihris::server::tasks
