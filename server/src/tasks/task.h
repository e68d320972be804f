// Something that was asked to be written, and what became of it.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::tasks {

using Json = nlohmann::ordered_json;

// The names of the protocol.
namespace status {
inline constexpr std::string_view kEnqueued = "enqueued";
inline constexpr std::string_view kProcessing = "processing";
inline constexpr std::string_view kSucceeded = "succeeded";
inline constexpr std::string_view kFailed = "failed";
inline constexpr std::string_view kCanceled = "canceled";
}  // namespace status
namespace type {
inline constexpr std::string_view kAddition = "documentAdditionOrUpdate";
inline constexpr std::string_view kDeletion = "documentDeletion";
inline constexpr std::string_view kSettings = "settingsUpdate";
inline constexpr std::string_view kCreation = "indexCreation";
inline constexpr std::string_view kIndexUpdate = "indexUpdate";
inline constexpr std::string_view kIndexDeletion = "indexDeletion";
inline constexpr std::string_view kSwap = "indexSwap";
inline constexpr std::string_view kCompaction = "indexCompaction";
inline constexpr std::string_view kCancelation = "taskCancelation";
inline constexpr std::string_view kTaskDeletion = "taskDeletion";
}  // namespace type

struct NewTask {
  std::string_view type;
  std::optional<std::string> index_uid = std::nullopt;
  Json details = Json::object();    // as the protocol shows them
  Json arguments = Json::object();  // what the worker needs besides
  std::string payload = {};         // documents, one a line
};

struct Task {
  std::int64_t uid = 0;
  std::optional<std::int64_t> batch;
  std::optional<std::string> index_uid = std::nullopt;
  std::string status;
  std::string type;
  std::optional<std::int64_t> canceled_by;
  Json details;
  std::optional<Json> error;
  std::string enqueued;  // times in ISO 8601
  std::optional<std::string> started;
  std::optional<std::string> finished;
  Json arguments;
};

// As GET /tasks/{uid} shows it.
Json to_json(const Task& task);
// As the answer to a write shows it.
Json summary(const Task& task);
// Of all tasks of one batch, as GET /batches/{uid} shows it; there is at least one.
Json batch_json(const std::vector<Task>& tasks);
// "PT0.123456S" between two times in ISO 8601.
std::string iso_duration(const std::string& begin, const std::string& end);

}  // namespace fihris::server::tasks
