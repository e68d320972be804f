#include "back_end.h"

#include <fcntl.h>

#include <cerrno>
#include <filesystem>

#include "fihris/store/error.h"

namespace fihris::server {
namespace {

// Where the service keeps its own state: beside the indexes, hidden from the list of them.
std::filesystem::path state_folder(const ServerOptions& options) {
  const std::filesystem::path folder =
      (options.db.empty() ? options.data : options.db) / ".fihris-service";
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) {
    throw Error(ErrorCode::kInputOutput,
                "cannot make the folder " + folder.string() + ": " + failed.message() + ".",
                "Check its permissions.");
  }
  return folder;
}

// Two services would do each task twice.
store::FileDescriptor lock_for(const ServerOptions& options) {
  const std::filesystem::path file = state_folder(options) / "lock";
  store::FileDescriptor lock(::open(file.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600));
  if (!lock) throw store::system_error("cannot open", file, errno);
  if (!store::try_lock(lock, true, file)) {
    throw Error(ErrorCode::kIndexLocked,
                "another service serves " + state_folder(options).parent_path().string() + ".",
                "Stop it first.");
  }
  return lock;
}

}  // namespace

BackEnd::BackEnd(const ServerOptions& options, metrics::Registry& registry)
    : lock(lock_for(options)),
      database(state_folder(options) / "service.db"),
      catalog(options.db.empty() ? indexes::Catalog::of_folder(database, options.data)
                                 : indexes::Catalog::of_index(database, options.db)),
      readers(catalog),
      tasks(database),
      keys(database, options.master_key),
      gate(keys),
      service{
          options,
          catalog,
          readers,
          tasks,
          keys,
          database,
          gate,
          registry,
          registry.counter("fihris_searches_without_hits_total", "Searches that found nothing."),
          registry.counter("fihris_searches_corrected_total",
                           "Searches answered with another spelling.")},
      worker({catalog, readers, tasks}) {}

}  // namespace fihris::server
