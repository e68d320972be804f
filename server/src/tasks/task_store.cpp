#include "tasks/task_store.h"

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>

#include "indexes/clock.h"

namespace fihris::server::tasks {
namespace {

using Transaction = state::Database::Transaction;

constexpr const char* kColumns =
    "SELECT uid, batch, index_uid, status, type, canceled_by, details, error, enqueued, started, "
    "finished, arguments FROM tasks ";

std::optional<std::int64_t> optional_number(const state::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.number(column);
}

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

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

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

std::int64_t next_number(Transaction& transaction, const char* counter) {
  transaction
      .prepare(
          "INSERT INTO counters(name, value) VALUES(?, 0) "
          "ON CONFLICT(name) DO UPDATE SET value = value + 1")
      .bind(std::string_view(counter))
      .run();
  state::Statement value = transaction.prepare("SELECT value FROM counters WHERE name=?");
  value.bind(std::string_view(counter)).next();
  return value.number(0);
}

// What interrupts everything else, in this order.
constexpr std::array kFirstTypes{type::kCancelation, type::kTaskDeletion};

std::vector<Task> next_tasks(Transaction& transaction, std::size_t most) {
  for (const std::string_view first : kFirstTypes) {
    auto statement = transaction.prepare(std::string(kColumns) +
                                         "WHERE status='enqueued' AND type=? ORDER BY uid LIMIT 1");
    statement.bind(first);
    if (auto tasks = tasks_of(std::move(statement)); !tasks.empty()) return tasks;
  }
  auto oldest = tasks_of(
      transaction.prepare(std::string(kColumns) + "WHERE status='enqueued' ORDER BY uid LIMIT 1"));
  if (oldest.empty() || oldest.front().type != type::kAddition) return oldest;
  auto statement = transaction.prepare(
      std::string(kColumns) + "WHERE status='enqueued' AND index_uid=? ORDER BY uid LIMIT ?");
  statement.bind(*oldest.front().index_uid).bind(static_cast<std::int64_t>(most));
  std::vector<Task> tasks = tasks_of(std::move(statement));
  tasks.erase(std::ranges::find_if(tasks, [](const Task& t) { return t.type != type::kAddition; }),
              tasks.end());
  return tasks;
}

std::int64_t payload_bytes(Transaction& transaction, std::int64_t task) {
  auto size = transaction.prepare("SELECT length(bytes) FROM payloads WHERE task=?");
  return size.bind(task).next() ? size.number(0) : 0;
}

}  // namespace

// A task on its way to disk.
struct TaskStore::Waiting {
  NewTask given;
  Task task = {};
  bool done = false;
  std::exception_ptr failure = nullptr;
};

TaskStore::TaskStore(state::Database& database) : database_(database) {
  Transaction transaction(database_);
  transaction
      .prepare(
          "UPDATE tasks SET status='enqueued', started=NULL, batch=NULL, "
          "arguments=json_set(arguments, '$.again', 1) WHERE status='processing'")
      .run();
  transaction.commit();
}

void TaskStore::write(const std::vector<Waiting*>& waiting) {
  Transaction transaction(database_);
  for (Waiting* each : waiting) {
    Task& task = each->task;
    task.uid = next_number(transaction, "tasks");
    task.index_uid = each->given.index_uid;
    task.status = status::kEnqueued;
    task.type = each->given.type;
    task.details = each->given.details;
    task.arguments = each->given.arguments;
    task.enqueued = indexes::iso_now();
    transaction
        .prepare(
            "INSERT INTO tasks(uid, index_uid, status, type, details, enqueued, arguments) "
            "VALUES(?,?,?,?,?,?,?)")
        .bind(task.uid)
        .bind(task.index_uid)
        .bind(task.status)
        .bind(task.type)
        .bind(dumped(task.details))
        .bind(task.enqueued)
        .bind(dumped(task.arguments))
        .run();
    if (each->given.payload.empty()) continue;
    transaction.prepare("INSERT INTO payloads(task, bytes) VALUES(?,?)")
        .bind(task.uid)
        .bind_bytes(each->given.payload)
        .run();
  }
  transaction.commit();
}

// Whoever comes while nobody writes, writes for all who wait; the others wait for that.
Task TaskStore::enqueue(NewTask given) {
  Waiting own{std::move(given)};
  std::unique_lock lock(mutex_);
  waiting_.push_back(&own);
  written_.wait(lock, [&] { return own.done || !writing_; });
  if (!own.done) {
    writing_ = true;
    const std::vector<Waiting*> batch = std::exchange(waiting_, {});
    lock.unlock();
    std::exception_ptr failure;
    try {
      write(batch);
    } catch (...) {  // handed to those who wait for it
      failure = std::current_exception();
    }
    lock.lock();
    for (Waiting* each : batch) {
      each->done = true;
      each->failure = failure;
    }
    writing_ = false;
    written_.notify_all();
  }
  lock.unlock();
  if (own.failure) std::rethrow_exception(own.failure);
  if (wake_) wake_();
  return std::move(own.task);
}

std::optional<Task> TaskStore::get(std::int64_t uid) {
  Transaction transaction(database_);
  auto row = transaction.prepare(std::string(kColumns) + "WHERE uid=?");
  if (!row.bind(uid).next()) return std::nullopt;
  return task_of(row);
}

TaskStore::Listed TaskStore::list(const TaskFilter& filter, const TaskPage& page) {
  Conditions conditions = conditions_of(filter);
  Transaction transaction(database_);
  auto total = transaction.prepare("SELECT count(*) FROM tasks " + conditions.sql);
  conditions.bind(total);
  total.next();
  Listed listed;
  listed.total = total.number(0);
  if (page.from) conditions.add("uid", page.reverse ? ">=" : "<=", std::to_string(*page.from));
  auto rows = transaction.prepare(kColumns + conditions.sql + "ORDER BY uid " +
                                  (page.reverse ? "ASC" : "DESC") + " LIMIT ?");
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
  auto total = transaction.prepare("SELECT count(DISTINCT batch) FROM tasks " + conditions.sql);
  conditions.bind(total);
  total.next();
  Listed listed;
  listed.total = total.number(0);
  if (page.from) conditions.add("batch", page.reverse ? ">=" : "<=", std::to_string(*page.from));
  auto numbers =
      transaction.prepare("SELECT DISTINCT batch FROM tasks " + conditions.sql + "ORDER BY batch " +
                          (page.reverse ? "ASC" : "DESC") + " LIMIT ?");
  conditions.bind(numbers);
  numbers.bind(page.limit + 1);
  for (std::int64_t n = 0; numbers.next(); ++n) {
    if (n == page.limit) {
      listed.next = numbers.number(0);
      break;
    }
    auto rows = transaction.prepare(std::string(kColumns) + "WHERE batch=? ORDER BY uid");
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

std::int64_t TaskStore::count(std::string_view status) {
  Transaction transaction(database_);
  auto row = transaction.prepare("SELECT count(*) FROM tasks WHERE status=?");
  row.bind(status).next();
  return row.number(0);
}

bool TaskStore::is_busy(const std::string& index_uid) {
  Transaction transaction(database_);
  auto row =
      transaction.prepare("SELECT 1 FROM tasks WHERE status='processing' AND index_uid=? LIMIT 1");
  return row.bind(std::string_view(index_uid)).next();
}

std::vector<Task> TaskStore::take_batch(std::size_t most, std::size_t bytes) {
  Transaction transaction(database_);
  std::vector<Task> tasks = next_tasks(transaction, most);
  if (tasks.empty()) return tasks;
  std::size_t taken = 0;
  auto sum = static_cast<std::size_t>(payload_bytes(transaction, tasks.front().uid));
  for (taken = 1; taken < tasks.size(); ++taken) {
    sum += static_cast<std::size_t>(payload_bytes(transaction, tasks[taken].uid));
    if (sum > bytes) break;
  }
  tasks.resize(taken);
  const std::int64_t batch = next_number(transaction, "batches");
  const std::string now = indexes::iso_now();
  for (Task& task : tasks) {
    task.batch = batch;
    task.status = status::kProcessing;
    task.started = now;
    transaction.prepare("UPDATE tasks SET status=?, batch=?, started=? WHERE uid=?")
        .bind(task.status)
        .bind(batch)
        .bind(now)
        .bind(task.uid)
        .run();
  }
  transaction.commit();
  return tasks;
}

std::string TaskStore::payload(std::int64_t task) {
  Transaction transaction(database_);
  auto row = transaction.prepare("SELECT bytes FROM payloads WHERE task=?");
  return row.bind(task).next() ? row.text(0) : std::string();
}

void TaskStore::finish(const std::vector<Task>& tasks) {
  const std::string now = indexes::iso_now();
  Transaction transaction(database_);
  for (const Task& task : tasks) {
    transaction
        .prepare(
            "UPDATE tasks SET status=?, details=?, error=?, finished=?, canceled_by=? "
            "WHERE uid=?")
        .bind(task.status)
        .bind(dumped(task.details))
        .bind(task.error ? std::optional(dumped(*task.error)) : std::nullopt)
        .bind(now)
        .bind(task.canceled_by)
        .bind(task.uid)
        .run();
    transaction.prepare("DELETE FROM payloads WHERE task=?").bind(task.uid).run();
  }
  transaction.commit();
}

std::int64_t TaskStore::cancel(const std::vector<std::int64_t>& uids, std::int64_t by) {
  const std::string now = indexes::iso_now();
  std::int64_t changed = 0;
  Transaction transaction(database_);
  for (const std::int64_t uid : uids) {
    transaction
        .prepare(
            "UPDATE tasks SET status='canceled', canceled_by=?, finished=?, started=NULL "
            "WHERE uid=? AND status='enqueued'")
        .bind(by)
        .bind(now)
        .bind(uid)
        .run();
    if (transaction.changes() == 0) continue;
    ++changed;
    transaction.prepare("DELETE FROM payloads WHERE task=?").bind(uid).run();
  }
  transaction.commit();
  return changed;
}

std::int64_t TaskStore::remove(const std::vector<std::int64_t>& uids) {
  std::int64_t changed = 0;
  Transaction transaction(database_);
  for (const std::int64_t uid : uids) {
    transaction
        .prepare("DELETE FROM tasks WHERE uid=? AND status IN ('succeeded','failed','canceled')")
        .bind(uid)
        .run();
    changed += transaction.changes();
  }
  transaction.commit();
  return changed;
}

void TaskStore::prune(std::int64_t keep) {
  Transaction transaction(database_);
  transaction
      .prepare(
          "DELETE FROM tasks WHERE status IN ('succeeded','failed','canceled') AND uid <= "
          "(SELECT max(uid) FROM tasks) - ?")
      .bind(keep)
      .run();
  transaction.commit();
}

}  // namespace fihris::server::tasks
