// Rows of the table of tasks.
#pragma once

#include <vector>

#include "state/database.h"
#include "tasks/task.h"

namespace fihris::server::tasks {

// The beginning of a query whose rows task_of() reads.
inline constexpr const char* kTaskColumns =
    "SELECT uid, batch, index_uid, status, type, canceled_by, details, error, enqueued, started, "
    "finished, arguments FROM tasks ";

Task task_of(const state::Statement& row);
std::vector<Task> tasks_of(state::Statement statement);

}  // namespace fihris::server::tasks
