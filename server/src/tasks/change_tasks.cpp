// Tasks that cancel or forget other tasks, and how errors look in tasks.
#include <string>

#include "tasks/workplace.h"

namespace fihris::server::tasks {

Json error_json(const errors::ApiError& error) { return Json::parse(error.json()); }

Json error_json(const Error& error) {
  std::string message = error.what();
  if (!error.hint().empty()) message += " " + error.hint();
  const bool disk = error.code() == ErrorCode::kInputOutput;
  const bool usage = error.code() == ErrorCode::kUsage;
  return error_json(errors::ApiError(usage  ? "bad_request"
                                     : disk ? "io_error"
                                            : "internal",
                                     message));
}

void cancel_tasks(Workplace& place, Task& task) {
  const auto uids = task.arguments.at("uids").get<std::vector<std::int64_t>>();
  task.details["canceledTasks"] = place.store.cancel(uids, task.uid);
}

void delete_tasks(Workplace& place, Task& task) {
  const auto uids = task.arguments.at("uids").get<std::vector<std::int64_t>>();
  task.details["deletedTasks"] = place.store.remove(uids);
}

}  // namespace fihris::server::tasks
