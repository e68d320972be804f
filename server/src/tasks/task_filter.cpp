#include "tasks/task_filter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "documents/json_text.h"
#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"
#include "state/moment.h"
#include "tasks/task.h"

namespace fihris::server::tasks {
namespace {

using errors::ApiError;
using Names = std::span<const std::string_view>;

constexpr auto kStatuses =
    std::to_array<std::string_view>({status::kEnqueued, status::kProcessing, status::kSucceeded,
                                     status::kFailed, status::kCanceled});
constexpr auto kTypes = std::to_array<std::string_view>(
    {type::kAddition, "documentEdition", type::kDeletion, type::kSettings, type::kCreation,
     type::kIndexDeletion, type::kIndexUpdate, type::kSwap, type::kCancelation, type::kTaskDeletion,
     "dumpCreation", type::kCompaction, "networkTopologyChange", "snapshotCreation", "export",
     "upgradeDatabase"});

std::vector<std::string> trimmed_items_of(std::string_view list) {
  std::vector<std::string> items = documents::items_of(list);
  for (std::string& item : items) item = stemmer::trim(item, " ");
  return items;
}

std::string snake(std::string_view name) {
  std::string result;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') result += '_';
    result += static_cast<char>(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
  }
  return result;
}

ApiError wrong_value(const std::string& name, const std::string& what) {
  return {"invalid_task_" + snake(name), "Invalid value in parameter `" + name + "`: " + what};
}

std::int64_t number(const std::string& name, const std::string& text, const std::string& code) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) {
    throw ApiError(code, "Invalid value in parameter `" + name + "`: could not parse `" + text +
                             "` as a positive integer");
  }
  return value;
}

std::vector<std::int64_t> numbers(const std::string& name, const std::string& list) {
  std::vector<std::int64_t> values;
  for (const std::string& item : trimmed_items_of(list)) {
    if (item != "*") values.push_back(number(name, item, "invalid_task_" + snake(name)));
  }
  return values;
}

std::vector<std::string> names(const std::string& name, const std::string& list, const char* what,
                               std::span<const std::string_view> known) {
  std::vector<std::string> values;
  for (std::string item : trimmed_items_of(list)) {
    if (item == "*") continue;
    const auto* const found =
        std::find_if(known.data(), known.data() + known.size(), [&](std::string_view each) {
          return each.size() == item.size() &&
                 std::equal(each.begin(), each.end(), item.begin(),
                            [](char a, char b) { return (a | 0x20) == (b | 0x20); });
        });
    if (found == known.data() + known.size()) {
      throw wrong_value(name, "`" + item + "` is not a valid task " + what + ". Available " + what +
                                  (*what == 's' ? "es" : "s") + " are " +
                                  documents::quoted_list(known) + ".");
    }
    values.emplace_back(*found);
  }
  return values;
}

// Times are compared as texts, so all have the same form.
std::string time(const std::string& name, const std::string& text) {
  const std::optional<state::Moment> moment = state::read_moment(text);
  if (!moment) {
    throw wrong_value(name, "`" + text +
                                "` is an invalid date-time. It should follow the YYYY-MM-DD or RFC "
                                "3339 date-time format.");
  }
  return state::full_text(*moment);
}

// One of the three periods, by a name such as "beforeEnqueuedAt".
bool read_period(TaskFilter& filter, const std::string& name, const std::string& text) {
  for (const auto& [what, period] : {std::pair("EnqueuedAt", &TaskFilter::enqueued),
                                     std::pair("StartedAt", &TaskFilter::started),
                                     std::pair("FinishedAt", &TaskFilter::finished)}) {
    const bool before = name == std::string("before") + what;
    if (!before && name != std::string("after") + what) continue;
    if (text != "*")
      ((filter.*period).*(before ? &TaskFilter::Period::before : &TaskFilter::Period::after)) =
          time(name, text);
    return true;
  }
  return false;
}

bool read_condition(TaskFilter& filter, const std::string& name, const std::string& text) {
  if (name == "uids") {
    filter.uids = numbers(name, text);
  } else if (name == "batchUids") {
    filter.batch_uids = numbers(name, text);
  } else if (name == "canceledBy") {
    filter.canceled_by = numbers(name, text);
  } else if (name == "statuses") {
    filter.statuses = names(name, text, "status", kStatuses);
  } else if (name == "types") {
    filter.types = names(name, text, "type", kTypes);
  } else if (name == "indexUids") {
    filter.index_uids = trimmed_items_of(text);
    std::erase(filter.index_uids, "*");
  } else {
    return read_period(filter, name, text);
  }
  return true;
}

bool read_page(TaskPage& page, const std::string& name, const std::string& text) {
  if (name == "limit") {
    page.limit = number(name, text, "invalid_task_limit");
  } else if (name == "from") {
    page.from = number(name, text, "invalid_task_from");
  } else if (name == "reverse") {
    if (text != "true" && text != "false")
      throw ApiError("invalid_task_reverse",
                     "Invalid value in parameter `reverse`: `" + text + "` is not true or false");
    page.reverse = text == "true";
  } else {
    return false;
  }
  return true;
}

}  // namespace

TaskFilter read_task_filter(const std::vector<std::pair<std::string, std::string>>& parameters,
                            TaskPage* page) {
  TaskFilter filter;
  for (const auto& [name, text] : parameters) {
    if (page != nullptr && read_page(*page, name, text)) continue;
    if (!read_condition(filter, name, text)) {
      throw ApiError("bad_request",
                     "Unknown parameter `" + name +
                         "`: expected one of `limit`, `from`, `reverse`, `batchUids`, `uids`, "
                         "`canceledBy`, `types`, `statuses`, `indexUids`, `afterEnqueuedAt`, "
                         "`beforeEnqueuedAt`, `afterStartedAt`, `beforeStartedAt`, "
                         "`afterFinishedAt`, `beforeFinishedAt`");
    }
    filter.original += (filter.is_empty ? "?" : "&") + name + "=" + text;
    filter.is_empty = false;
  }
  return filter;
}

}  // namespace fihris::server::tasks
