// fihris suggest: what somebody who is typing may mean.
#include <string>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "output.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kMaxLimit = 1000;

struct Options {
  std::string db;
  std::vector<std::string> words;
  std::size_t limit = 10;
  bool json = false;
};

int run(const Options& options) {
  Searcher searcher = Searcher::open(options.db);
  const Suggestions found = searcher.suggest(join_words(options.words), options.limit);
  Output out;
  if (options.json) {
    out.line(to_json(found));
  } else {
    out.write(to_terminal(found));
  }
  out.close();
  return found.suggestions.empty() ? kNothingFound : kDone;
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  add_texts(command, "PREFIX", options.words, "What has been typed so far")->required();
  command.add_option("--limit", options.limit, "Suggestions at most")
      ->check(CLI::Range(std::size_t{0}, kMaxLimit))
      ->type_name("N")
      ->capture_default_str();
  command.add_flag("--json", options.json, "One JSON object instead of text");
  command.footer(
      "Frequent words, names and phrases first, then titles, the newest first. A blank at the end\n"
      "says that the last word is done.\n"
      "Example:\n  fihris suggest --db archive 'وزير الخا'\n"
      "Exit codes: 0 found, 1 nothing to suggest.");
}

}  // namespace

void add_suggest(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "suggest", "Complete what is being typed", describe, run);
}

}  // namespace fihris::cli
