// fihris stats, check: what an index holds and whether it is sound.
#include <string>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/store/generations.h"
#include "output.h"

namespace fihris::cli {
namespace {

struct StatsOptions {
  std::string db;
  bool json = false;
};

std::string as_text(const IndexStats& stats) {
  return "articles      " + std::to_string(stats.articles) + "\non disk       " +
         human_bytes(stats.bytes) + "\ngeneration    " + std::to_string(stats.info.articles) +
         " articles, " + human_bytes(stats.info.text_bytes) + " of text, built " +
         stats.info.created + "\nschema        " + std::to_string(stats.info.schema_version) +
         "\nanalyser      Arabic, " + stats.info.analyzer.latin_language + " (" +
         stats.info.fingerprint + ")\nlemmas        " +
         (lemma_table_has_dictionary()
              ? "of the dictionary and the word lists"
              : "of the word lists alone: this program was built without hunspell-ar") +
         "\n";
}

int run_stats(const StatsOptions& options) {
  Searcher searcher = Searcher::open(options.db);
  const IndexStats stats{searcher.info(), searcher.live_articles(), index_bytes(options.db)};
  Output out;
  out.write(options.json ? to_json(stats) + "\n" : as_text(stats));
  out.close();
  return kDone;
}

void describe_stats(CLI::App& command, StatsOptions& options) {
  add_db(command, options.db);
  command.add_flag("--json", options.json, "One JSON object instead of text");
  command.footer("Example:\n  fihris stats --db أرشيف");
}

struct CheckOptions {
  std::string db;
};

int run_check(const CheckOptions& options) {
  const std::vector<Damage> damages = check_index(options.db);
  Output out;
  for (const Damage& damage : damages) out.line(damage.file.string() + ": " + damage.what);
  if (damages.empty()) out.line("no damage found");
  out.close();
  if (damages.empty()) return kDone;
  complain("the index at " + options.db + " is damaged.",
           "Restore it from a copy, or index the articles again into an empty folder.");
  return kIndexTrouble;
}

void describe_check(CLI::App& command, CheckOptions& options) {
  add_db(command, options.db);
  command.footer(
      "Compares the SHA-256 of every file with the one noted when it was written, and what "
      "updates\n"
      "have added since with its checksum.\n"
      "Example:\n  fihris check --db أرشيف\n"
      "Exit codes: 0 sound, 3 damaged.");
}

}  // namespace

void add_stats(CLI::App& app, Action& action) {
  add_command<StatsOptions>(app, action, "stats", "Print what the index holds", describe_stats,
                            run_stats);
}

void add_check(CLI::App& app, Action& action) {
  add_command<CheckOptions>(app, action, "check", "Look for damaged files", describe_check,
                            run_check);
}

}  // namespace fihris::cli
