// fihris delete, compact: changes to an index that must exist.
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "fihris/store/generations.h"
#include "index_lines.h"
#include "output.h"

namespace fihris::cli {
namespace {

// A writer would make an empty index where there is none.
void require_index(const std::filesystem::path& dir) {
  std::error_code ignored;
  if (std::filesystem::exists(dir / "CURRENT", ignored)) return;
  throw Error(ErrorCode::kIndexMissing, "no index at " + dir.string() + ".",
              "Make one with \"fihris index --db " + dir.string() + " PATH\".");
}

struct DeleteOptions {
  std::string db;
  std::vector<std::string> ids;
};

int run_delete(const DeleteOptions& options) {
  require_index(options.db);
  std::vector<std::string> ids;
  for (const std::string& id : options.ids) ids.push_back(repair_utf8(id));
  const IndexReport report = IndexWriter::open(options.db).remove(ids);
  Output out;
  out.line(std::to_string(report.deleted) + " deleted");
  out.close();
  return report.deleted > 0 ? kDone : kNothingFound;
}

void describe_delete(CLI::App& command, DeleteOptions& options) {
  add_db(command, options.db);
  add_texts(command, "ID", options.ids, "Ids of the articles")->required();
  command.footer(
      "Unknown ids are passed over.\n"
      "Example:\n  fihris delete --db archive أخبار/2025/خبر.txt\n"
      "Exit codes: 0 when at least one article was deleted, 1 when none had such an id.");
}

struct CompactOptions {
  std::string db;
  bool rebuild = false;
};

int run_compact(const CompactOptions& options) {
  require_index(options.db);
  const std::uint64_t before = index_bytes(options.db);
  std::string unfit;
  {
    IndexOptions index_options;
    index_options.for_rebuild = options.rebuild;
    IndexWriter writer = IndexWriter::open(options.db, std::move(index_options));
    if (options.rebuild) {
      unfit = unfit_lines(writer.rebuild().readings);
    } else {
      writer.compact();
    }
  }
  Output out;
  out.write(unfit);
  out.line(human_bytes(before) + " before, " + human_bytes(index_bytes(options.db)) + " after");
  out.close();
  return kDone;
}

void describe_compact(CLI::App& command, CompactOptions& options) {
  add_db(command, options.db);
  command.add_flag("--rebuild", options.rebuild,
                   "Analyse every stored article again, as after an update of Fihris");
  command.footer(
      "Merges later additions into the compact part and drops what was replaced or deleted.\n"
      "Example:\n  fihris compact --db أرشيف");
}

}  // namespace

void add_delete(CLI::App& app, Action& action) {
  add_command<DeleteOptions>(app, action, "delete", "Delete articles", describe_delete, run_delete);
}

void add_compact(CLI::App& app, Action& action) {
  add_command<CompactOptions>(app, action, "compact", "Merge updates, free space", describe_compact,
                              run_compact);
}

}  // namespace fihris::cli
