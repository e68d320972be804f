// Tasks and batches of them.
#include <charconv>

#include "api/answers.h"
#include "errors/api_error.h"
#include "keys/key_routes.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;
using tasks::status::kCanceled;
using tasks::status::kEnqueued;
using tasks::status::kFailed;
using tasks::status::kProcessing;
using tasks::status::kSucceeded;

std::int64_t uid_of(const std::string& text, const char* code) {
  std::int64_t uid = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), uid);
  if (error != std::errc() || end != text.data() + text.size() || uid < 0) {
    throw ApiError(code, "Invalid value in parameter `uid`: could not parse `" +
                             documents::excerpt(text) + "` as a positive integer");
  }
  return uid;
}

bool sees(const Call& call, const tasks::Task& task) {
  return task.index_uid ? call.grant.sees(*task.index_uid) : call.grant.sees_all();
}

// A key that sees some indexes sees their tasks.
void narrow(const Call& call, tasks::TaskFilter& filter) {
  if (call.grant.sees_all()) return;
  std::vector<std::string> seen;
  for (const indexes::IndexRow& row : call.service.catalog.list()) {
    const bool wanted = filter.index_uids.empty() ||
                        std::ranges::find(filter.index_uids, row.uid) != filter.index_uids.end();
    if (wanted && call.grant.sees(row.uid)) seen.push_back(row.uid);
  }
  if (seen.empty()) seen.emplace_back("");  // no index has this uid
  filter.index_uids = std::move(seen);
}

tasks::TaskFilter filter_of(const Call& call, const char* doing) {
  tasks::TaskFilter filter = tasks::read_task_filter(call.request.parameters, nullptr);
  if (filter.is_empty) {
    throw ApiError("missing_task_filters",
                   std::string("Query parameters to filter the tasks to ") + doing +
                       " are missing. Available query parameters are: `uids`, `indexUids`, "
                       "`statuses`, `types`, `canceledBy`, `beforeEnqueuedAt`, "
                       "`afterEnqueuedAt`, `beforeStartedAt`, `afterStartedAt`, "
                       "`beforeFinishedAt`, `afterFinishedAt`.");
  }
  narrow(call, filter);
  return filter;
}

struct Asked {
  tasks::TaskFilter filter;
  tasks::TaskPage page;
};

Asked asked(const Call& call) {
  Asked asked;
  asked.filter = tasks::read_task_filter(call.request.parameters, &asked.page);
  narrow(call, asked.filter);
  return asked;
}

// A task that changes those that are meant now.
http::Response change(const Call& call, std::string_view type, const tasks::TaskFilter& filter,
                      const std::vector<std::string_view>& statuses, const char* changed) {
  const std::vector<std::int64_t> uids = call.service.tasks.matching(filter, statuses);
  tasks::NewTask task{.type = type};
  task.details = {
      {"matchedTasks", uids.size()}, {changed, nullptr}, {"originalFilter", filter.original}};
  task.arguments["uids"] = uids;
  return accepted(call, std::move(task));
}

http::Response page_json(Json results, const tasks::TaskStore::Listed& listed,
                         const tasks::TaskPage& page, const Json& first) {
  const Json next = listed.next ? Json(*listed.next) : Json(nullptr);
  return json_response({{"results", std::move(results)},
                        {"total", listed.total},
                        {"limit", page.limit},
                        {"from", first},
                        {"next", next}});
}

}  // namespace

http::Response list_tasks(const Call& call) {
  const auto [filter, page] = asked(call);
  const auto listed = call.service.tasks.list(filter, page);
  Json results = Json::array();
  for (const tasks::Task& task : listed.tasks) results.push_back(tasks::to_json(task));
  const Json first = listed.tasks.empty() ? Json(nullptr) : Json(listed.tasks.front().uid);
  return page_json(std::move(results), listed, page, first);
}

http::Response get_task(const Call& call) {
  const std::optional<tasks::Task> task =
      call.service.tasks.get(uid_of(call.values[0], "invalid_task_uids"));
  if (!task || !sees(call, *task))
    throw ApiError("task_not_found", "Task `" + call.values[0] + "` not found.");
  return json_response(tasks::to_json(*task));
}

http::Response cancel_tasks(const Call& call) {
  return change(call, tasks::type::kCancelation, filter_of(call, "cancel"),
                {kEnqueued, kProcessing}, "canceledTasks");
}

http::Response delete_tasks(const Call& call) {
  return change(call, tasks::type::kTaskDeletion, filter_of(call, "delete"),
                {kSucceeded, kFailed, kCanceled}, "deletedTasks");
}

http::Response list_batches(const Call& call) {
  const auto [filter, page] = asked(call);
  const auto listed = call.service.tasks.batches(filter, page);
  Json results = Json::array();
  for (auto begin = listed.tasks.begin(); begin != listed.tasks.end();) {
    const auto end = std::find_if(begin, listed.tasks.end(), [&](const tasks::Task& task) {
      return task.batch != begin->batch;
    });
    results.push_back(tasks::batch_json({begin, end}));
    begin = end;
  }
  const Json first = results.empty() ? Json(nullptr) : results.front()["uid"];
  return page_json(std::move(results), listed, page, first);
}

http::Response get_batch(const Call& call) {
  tasks::TaskFilter filter;
  filter.batch_uids = {uid_of(call.values[0], "invalid_batch_uids")};
  narrow(call, filter);
  const auto listed = call.service.tasks.batches(filter, {.limit = 1});
  if (listed.tasks.empty())
    throw ApiError("batch_not_found", "Batch `" + call.values[0] + "` not found.");
  return json_response(tasks::batch_json(listed.tasks));
}

http::Response answer_key_routes(const Call& call) {
  return keys::answer_keys(call.request, call.service.keys, call.service.gate);
}

http::Response refuse_feature(const Call& call) {
  std::string path;
  for (const std::string& part : call.request.path) path += "/" + part;
  throw ApiError("feature_not_enabled", "`" + documents::excerpt(path) +
                                            "` is not supported by this service. docs/http-api.md "
                                            "lists what is.");
}

}  // namespace fihris::server::api
