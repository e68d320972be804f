#include "tasks/task_store.h"

#include <algorithm>
#include <array>
#include <exception>
#include <iterator>

#include "documents/json_text.h"
#include "state/moment.h"
#include "tasks/task_rows.h"

namespace fihris::server::tasks {
namespace {

using documents::dumped;
using Transaction = state::Database::Transaction;

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
    auto statement = transaction.prepare(std::string(kTaskColumns) +
                                         "WHERE status='enqueued' AND type=? ORDER BY uid LIMIT 1");
    statement.bind(first);
    if (auto tasks = tasks_of(std::move(statement)); !tasks.empty()) return tasks;
  }
  auto oldest = tasks_of(transaction.prepare(std::string(kTaskColumns) +
                                             "WHERE status='enqueued' ORDER BY uid LIMIT 1"));
  if (oldest.empty() || oldest.front().type != type::kAddition) return oldest;
  auto statement = transaction.prepare(
      std::string(kTaskColumns) + "WHERE status='enqueued' AND index_uid=? ORDER BY uid LIMIT ?");
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
    task.enqueued = state::now_text();
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
  const std::string now = state::now_text();
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
  const std::string now = state::now_text();
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
  const std::string now = state::now_text();
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
