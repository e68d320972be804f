#include "tasks/task_rows.h"

namespace fihris::server::tasks {
namespace {

std::optional<std::int64_t> optional_number(const state::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.number(column);
}

}  // namespace

Task task_of(const state::Statement& row) {
  Task task;
  task.uid = row.number(0);
  task.batch = optional_number(row, 1);
  task.index_uid = row.optional_text(2);
  task.status = row.text(3);
  task.type = row.text(4);
  task.canceled_by = optional_number(row, 5);
  task.details = Json::parse(row.text(6), nullptr, false);
  if (!row.is_null(7)) task.error = Json::parse(row.text(7), nullptr, false);
  task.enqueued = row.text(8);
  task.started = row.optional_text(9);
  task.finished = row.optional_text(10);
  task.arguments = Json::parse(row.text(11), nullptr, false);
  return task;
}

std::vector<Task> tasks_of(state::Statement statement) {
  std::vector<Task> tasks;
  while (statement.next()) tasks.push_back(task_of(statement));
  return tasks;
}

}  // namespace fihris::server::tasks
