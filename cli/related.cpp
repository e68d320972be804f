// fihris related: what goes together with an article.
#include <string>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "output.h"
#include "terminal.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kMaxLimit = 1000;

struct Options {
  std::string db;
  std::string id;
  std::size_t limit = 10;
  bool json = false;
};

int run(const Options& options) {
  Searcher searcher = Searcher::open(options.db);
  const std::string id = repair_utf8(options.id);
  const auto related = searcher.related(id, options.limit);
  if (!related) {
    complain("no article has the id " + id + ".", "Search for it: hits show their ids.");
    return kNothingFound;
  }
  if (options.json) {
    Output out;
    out.line(to_json(*related));
    out.close();
  } else {
    show(to_terminal(*related, {.colour = use_colour(Colour::kAuto), .columns = output_columns()}));
  }
  return related->hits.empty() && related->duplicates.empty() ? kNothingFound : kDone;
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  add_text(command, "ID", options.id, "Id of the article")->required();
  command.add_option("--limit", options.limit, "Articles at most")
      ->check(CLI::Range(std::size_t{0}, kMaxLimit))
      ->type_name("N")
      ->capture_default_str();
  command.add_flag("--json", options.json, "One JSON object instead of text");
  command.footer(
      "Lines that begin with = are the same story elsewhere.\n"
      "Example:\n  fihris related --db archive أخبار/2025/خبر.txt\n"
      "Exit codes: 0 found, 1 nothing is related, or no article has the id.");
}

}  // namespace

void add_related(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "related", "Articles that go together with one", describe, run);
}

}  // namespace fihris::cli
