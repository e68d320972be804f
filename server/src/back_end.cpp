#include "back_end.h"

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

}  // namespace

BackEnd::BackEnd(const ServerOptions& options, metrics::Registry& registry)
    : database(state_folder(options) / "service.db"),
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
          gate,
          registry,
          registry.counter("fihris_searches_without_hits_total", "Searches that found nothing."),
          registry.counter("fihris_searches_corrected_total",
                           "Searches answered with another spelling.")},
      worker({catalog, readers, tasks}) {}

}  // namespace fihris::server
