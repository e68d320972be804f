// fihris stats, check, compact: the state of an index and its upkeep.
#include <nlohmann/json.hpp>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/searcher/searcher.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/store/error.h"
#include "fihris/store/generations.h"
#include "output.h"

namespace fihris::cli {
namespace {

struct StatsOptions {
  std::string db;
  bool json = false;
};

struct Stats {
  IndexInfo info;
  std::uint64_t live = 0;
  std::uint64_t bytes_on_disk = 0;
};

std::string as_json(const Stats& stats) {
  const nlohmann::ordered_json json = {{"articles", stats.live},
                                       {"indexBytes", stats.bytes_on_disk},
                                       {"generationArticles", stats.info.articles},
                                       {"generationTextBytes", stats.info.text_bytes},
                                       {"created", stats.info.created},
                                       {"schemaVersion", stats.info.schema_version},
                                       {"latinLanguage", stats.info.analyzer.latin_language},
                                       {"fingerprint", stats.info.fingerprint},
                                       {"lemmaDictionary", lemma_table_has_dictionary()}};
  return json.dump() + "\n";
}

std::string as_text(const Stats& stats) {
  return "articles      " + std::to_string(stats.live) + "\non disk       " +
         human_bytes(stats.bytes_on_disk) + "\ngeneration    " +
         std::to_string(stats.info.articles) + " articles, " + human_bytes(stats.info.text_bytes) +
         " of text, built " + stats.info.created + "\nschema        " +
         std::to_string(stats.info.schema_version) + "\nanalyser      Arabic, " +
         stats.info.analyzer.latin_language + " (" + stats.info.fingerprint + ")\nlemmas        " +
         (lemma_table_has_dictionary()
              ? "of the dictionary and the word lists"
              : "of the word lists alone: this program was built without hunspell-ar") +
         "\n";
}

int run_stats(const StatsOptions& options) {
  Searcher searcher = Searcher::open(options.db);
  const Stats stats{searcher.info(), searcher.live_articles(), index_bytes(options.db)};
  Output out;
  out.write(options.json ? as_json(stats) : as_text(stats));
  out.close();
  return kDone;
}

void describe_stats(CLI::App& command, StatsOptions& options) {
  add_db(command, options.db);
  command.add_flag("--json", options.json, "One JSON object instead of text");
  command.footer("Example:\n  fihris stats --db أرشيف");
}

struct CompactOptions {
  std::string db;
  bool rebuild = false;
};

int run_compact(const CompactOptions& options) {
  require_index(options.db);
  const std::uint64_t before = index_bytes(options.db);
  {
    IndexOptions index_options;
    index_options.for_rebuild = options.rebuild;
    IndexWriter writer = IndexWriter::open(options.db, std::move(index_options));
    if (options.rebuild) {
      writer.rebuild();
    } else {
      writer.compact();
    }
  }
  Output out;
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

void require_index(const std::filesystem::path& dir) {
  std::error_code ignored;
  if (std::filesystem::exists(dir / "CURRENT", ignored)) return;
  throw Error(ErrorCode::kIndexMissing, "no index at " + dir.string() + ".",
              "Make one with \"fihris index --db " + dir.string() + " PATH\".");
}

void add_stats(CLI::App& app, Action& action) {
  add_command<StatsOptions>(app, action, "stats", "Print what the index holds", describe_stats,
                            run_stats);
}

void add_compact(CLI::App& app, Action& action) {
  add_command<CompactOptions>(app, action, "compact", "Merge updates, free space", describe_compact,
                              run_compact);
}

}  // namespace fihris::cli
