// Tasks that cancel or forget other tasks, and how errors look in tasks.
#include <string>

#include "tasks/workplace.h"

namespace fihris::server::tasks {

Json error_json(const std::exception& error) {
  if (const auto* const refused = dynamic_cast<const errors::ApiError*>(&error))
    return Json::parse(refused->json());
  const auto* const broken = dynamic_cast<const Error*>(&error);
  if (broken == nullptr) return error_json(errors::ApiError("internal", error.what()));
  std::string message = broken->what();
  if (!broken->hint().empty()) message += " " + broken->hint();
  const bool disk = broken->code() == ErrorCode::kInputOutput;
  const bool usage = broken->code() == ErrorCode::kUsage;
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
