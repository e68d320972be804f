#include "tasks/task.h"

#include <algorithm>
#include <cstdio>

#include "state/moment.h"

namespace fihris::server::tasks {
namespace {

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(nullptr); }
Json or_null(const std::optional<std::int64_t>& number) {
  return number ? Json(*number) : Json(nullptr);
}

// Adds up what the tasks of a batch say.
void add_details(Json& sum, const Json& details) {
  for (const auto& [name, value] : details.items()) {
    Json& member = sum[name];
    if (member.is_number() && value.is_number()) {
      member = member.get<std::int64_t>() + value.get<std::int64_t>();
    } else if (!value.is_null() || member.is_null()) {
      member = value;
    }
  }
}

void count(Json& counts, const std::string& name) {
  Json& number = counts[name];
  number = number.is_null() ? 1 : number.get<int>() + 1;
}

}  // namespace

std::string iso_duration(const std::string& begin, const std::string& end) {
  const state::Moment none{};
  const auto taken =
      state::read_moment(end).value_or(none) - state::read_moment(begin).value_or(none);
  const std::int64_t micros = std::max<std::int64_t>(0, taken.count());
  char text[48];
  std::snprintf(text, sizeof text, "PT%lld.%06lldS", static_cast<long long>(micros / 1'000'000),
                static_cast<long long>(micros % 1'000'000));
  return text;
}

Json to_json(const Task& task) {
  Json json = {{"uid", task.uid},
               {"batchUid", or_null(task.batch)},
               {"indexUid", or_null(task.index_uid)},
               {"status", task.status},
               {"type", task.type},
               {"canceledBy", or_null(task.canceled_by)}};
  json["details"] = task.details.empty() ? Json(nullptr) : task.details;
  json["error"] = task.error ? *task.error : Json(nullptr);
  json["duration"] = task.started && task.finished
                         ? Json(iso_duration(*task.started, *task.finished))
                         : Json(nullptr);
  json["enqueuedAt"] = task.enqueued;
  json["startedAt"] = or_null(task.started);
  json["finishedAt"] = or_null(task.finished);
  return json;
}

Json summary(const Task& task) {
  return {{"taskUid", task.uid},
          {"indexUid", or_null(task.index_uid)},
          {"status", task.status},
          {"type", task.type},
          {"enqueuedAt", task.enqueued}};
}

Json batch_json(const std::vector<Task>& tasks) {
  const Task& first = tasks.front();
  Json details = Json::object();
  Json statuses = Json::object();
  Json types = Json::object();
  Json indexes = Json::object();
  for (const Task& task : tasks) {
    add_details(details, task.details);
    count(statuses, task.status);
    count(types, task.type);
    if (task.index_uid) count(indexes, *task.index_uid);
  }
  Json json = {{"uid", *first.batch}, {"progress", nullptr}, {"details", std::move(details)}};
  json["stats"] = {{"totalNbTasks", tasks.size()},
                   {"status", std::move(statuses)},
                   {"types", std::move(types)},
                   {"indexUids", std::move(indexes)}};
  json["duration"] = first.started && first.finished
                         ? Json(iso_duration(*first.started, *first.finished))
                         : Json(nullptr);
  json["startedAt"] = or_null(first.started);
  json["finishedAt"] = or_null(first.finished);
  json["batchStrategy"] = tasks.size() > 1 ? "batched all enqueued documents of the index"
                                           : "created batch for one task";
  return json;
}

}  // namespace fihris::server::tasks
