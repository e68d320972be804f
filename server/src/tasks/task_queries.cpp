// The questions to the queue of tasks that change nothing.
#include <iterator>

#include "tasks/task_rows.h"
#include "tasks/task_store.h"

namespace fihris::server::tasks {
namespace {

using Transaction = state::Database::Transaction;

// SQL conditions with the values that belong to their question marks.
struct Conditions {
  std::string sql = "WHERE 1 ";
  std::vector<std::string> texts;

  template <class Values, class Text>
  void any_of(const char* column, const Values& values, Text text) {
    if (values.empty()) return;
    sql += std::string("AND ") + column + " IN (";
    for (const auto& value : values) {
      sql += &value == &values.front() ? "?" : ",?";
      texts.push_back(text(value));
    }
    sql += ") ";
  }
  void period(const char* column, const TaskFilter::Period& period) {
    if (period.before) add(column, "<", *period.before);
    if (period.after) add(column, ">", *period.after);
  }
  void add(const char* column, const char* comparison, std::string text) {
    sql += std::string("AND ") + column + " " + comparison + " ? ";
    texts.push_back(std::move(text));
  }
  // Where a page of this column begins.
  void begin_at(const char* column, const TaskPage& page) {
    if (page.from) add(column, page.reverse ? ">=" : "<=", std::to_string(*page.from));
  }
  void bind(state::Statement& statement) const {
    for (const std::string& text : texts) statement.bind(std::string_view(text));
  }
};

Conditions conditions_of(const TaskFilter& filter) {
  Conditions conditions;
  const auto same = [](const std::string& text) { return text; };
  const auto digits = [](std::int64_t number) { return std::to_string(number); };
  // Numbers are bound as texts: columns of numbers convert them.
  conditions.any_of("uid", filter.uids, digits);
  conditions.any_of("batch", filter.batch_uids, digits);
  conditions.any_of("canceled_by", filter.canceled_by, digits);
  conditions.any_of("status", filter.statuses, same);
  conditions.any_of("type", filter.types, same);
  conditions.any_of("index_uid", filter.index_uids, same);
  conditions.period("enqueued", filter.enqueued);
  conditions.period("started", filter.started);
  conditions.period("finished", filter.finished);
  return conditions;
}

std::int64_t count_of(Transaction& transaction, const char* what, const Conditions& conditions) {
  auto total =
      transaction.prepare(std::string("SELECT count(") + what + ") FROM tasks " + conditions.sql);
  conditions.bind(total);
  total.next();
  return total.number(0);
}

// The end of a query for a page; a number is left to bind.
std::string order_by(const char* column, const TaskPage& page) {
  return std::string("ORDER BY ") + column + (page.reverse ? " ASC" : " DESC") + " LIMIT ?";
}

}  // namespace

std::optional<Task> TaskStore::get(std::int64_t uid) {
  Transaction transaction(database_);
  auto row = transaction.prepare(std::string(kTaskColumns) + "WHERE uid=?");
  if (!row.bind(uid).next()) return std::nullopt;
  return task_of(row);
}

TaskStore::Listed TaskStore::list(const TaskFilter& filter, const TaskPage& page) {
  Conditions conditions = conditions_of(filter);
  Transaction transaction(database_);
  Listed listed;
  listed.total = count_of(transaction, "*", conditions);
  conditions.begin_at("uid", page);
  auto rows = transaction.prepare(kTaskColumns + conditions.sql + order_by("uid", page));
  conditions.bind(rows);
  rows.bind(page.limit + 1);
  listed.tasks = tasks_of(std::move(rows));
  if (static_cast<std::int64_t>(listed.tasks.size()) > page.limit) {
    listed.next = listed.tasks.back().uid;
    listed.tasks.pop_back();
  }
  return listed;
}

TaskStore::Listed TaskStore::batches(const TaskFilter& filter, const TaskPage& page) {
  Conditions conditions = conditions_of(filter);
  conditions.sql += "AND batch IS NOT NULL ";
  Transaction transaction(database_);
  Listed listed;
  listed.total = count_of(transaction, "DISTINCT batch", conditions);
  conditions.begin_at("batch", page);
  auto numbers = transaction.prepare("SELECT DISTINCT batch FROM tasks " + conditions.sql +
                                     order_by("batch", page));
  conditions.bind(numbers);
  numbers.bind(page.limit + 1);
  for (std::int64_t n = 0; numbers.next(); ++n) {
    if (n == page.limit) {
      listed.next = numbers.number(0);
      break;
    }
    auto rows = transaction.prepare(std::string(kTaskColumns) + "WHERE batch=? ORDER BY uid");
    rows.bind(numbers.number(0));
    std::ranges::move(tasks_of(std::move(rows)), std::back_inserter(listed.tasks));
  }
  return listed;
}

std::vector<std::int64_t> TaskStore::matching(const TaskFilter& filter,
                                              const std::vector<std::string_view>& statuses) {
  Conditions conditions = conditions_of(filter);
  conditions.any_of("status", statuses, [](std::string_view text) { return std::string(text); });
  Transaction transaction(database_);
  auto rows = transaction.prepare("SELECT uid FROM tasks " + conditions.sql);
  conditions.bind(rows);
  std::vector<std::int64_t> uids;
  while (rows.next()) uids.push_back(rows.number(0));
  return uids;
}

bool TaskStore::is_busy(const std::string& index_uid) {
  Transaction transaction(database_);
  auto row =
      transaction.prepare("SELECT 1 FROM tasks WHERE status='processing' AND index_uid=? LIMIT 1");
  return row.bind(std::string_view(index_uid)).next();
}

}  // namespace fihris::server::tasks
