// What the doing of tasks works on.
#pragma once

#include <exception>
#include <vector>

#include "errors/api_error.h"
#include "fihris/store/error.h"
#include "indexes/catalog.h"
#include "indexes/readers.h"
#include "tasks/task.h"
#include "tasks/task_store.h"

namespace fihris::server::tasks {

struct Workplace {
  indexes::Catalog& catalog;
  indexes::Readers& readers;
  TaskStore& store;
};

// What went wrong as the protocol shows it in a task: an ApiError as it is, of others what they
// say.
Json error_json(const std::exception& error);

// Each does tasks of its kind and writes into them what became of it; errors::ApiError and Error
// mean that the task failed.
void add_documents(Workplace& place, std::vector<Task>& tasks);  // additions to one index
void delete_documents(Workplace& place, Task& task);
void update_settings(Workplace& place, Task& task);
void create_index(Workplace& place, Task& task);
void update_index(Workplace& place, Task& task);
void delete_index(Workplace& place, Task& task);
void swap_indexes(Workplace& place, Task& task);
void compact_index(Workplace& place, Task& task);
void cancel_tasks(Workplace& place, Task& task);
void delete_tasks(Workplace& place, Task& task);

}  // namespace fihris::server::tasks
