// What stands behind the answers.
#pragma once

#include "api/service.h"
#include "fihris/store/internal/files.h"
#include "tasks/task_worker.h"

namespace fihris::server {

// The parts of the service, put together in their order. `options` and `registry` must outlive it.
// Throws Error: kInputOutput where the service's own
// state can not be kept, kIndexLocked where another service keeps its.
struct BackEnd {
  BackEnd(const ServerOptions& options, metrics::Registry& registry);

  store::FileDescriptor lock;  // of the one service of a folder
  state::Database database;
  indexes::Catalog catalog;
  indexes::Readers readers;
  tasks::TaskStore tasks;
  keys::KeyStore keys;
  keys::Gate gate;
  api::Service service;
  tasks::TaskWorker worker;  // the last member: it uses the others
};

}  // namespace fihris::server
