// fihris search: ranked hits for a person, a program or an evaluation.
#include <map>
#include <string>
#include <vector>

#include "arguments.h"
#include "batch.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/request_options.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "fihris/store/fields.h"
#include "output.h"
#include "several.h"
#include "terminal.h"
#include "watchdog.h"

namespace fihris::cli {
namespace {

// Whoever waits longer has most likely asked something else, or of a damaged index.
constexpr double kTimeLimit = 30;

SearchRequest default_request() {
  SearchRequest request;
  request.time_limit_seconds = kTimeLimit;
  return request;
}

struct Options {
  std::vector<std::string> dbs;
  std::vector<std::string> words;
  SearchRequest request = default_request();
  const CLI::Option* limit = nullptr;
  bool json = false;
  Colour colour = Colour::kAuto;
  TerminalStyle style;
  CLI::Option* mark_open = nullptr;
  CLI::Option* mark_close = nullptr;
  std::string open_mark;
  std::string close_mark;
  bool pager = true;
  BatchOptions batch;
};

int run_batch(const Options& options) {
  BatchOptions batch = options.batch;
  if (options.limit->count() > 0) batch.limit = options.request.limit;
  batch.today = options.request.today;
  if (options.dbs.size() > 1)
    throw Error(ErrorCode::kUsage, "--batch asks one index.", "Give --db once.");
  Searcher searcher = Searcher::open(options.dbs.front(), {1});
  return write_run(searcher, batch) > 0 ? kDone : kNothingFound;
}

// The row of the query, which the command line writes as words.
const RequestOption& query_option() { return request_options().front(); }

SearchRequest request_of(const Options& options) {
  SearchRequest request = options.request;
  set_option(request, query_option(), query_option().flag, {join_words(options.words)});
  return request;
}

SearchResults answer(const std::string& db, const SearchRequest& request) {
  const Watchdog watchdog(request.time_limit_seconds, db);
  return Searcher::open(db, {1}).search(request);
}

SearchResults answer_of_all(const std::vector<std::string>& dbs, const SearchRequest& request) {
  if (dbs.size() == 1) return answer(dbs.front(), request);
  std::vector<SearchResults> answers;
  const SearchRequest wider = request_of_each(request);
  for (const std::string& db : dbs) answers.push_back(answer(db, wider));
  return joined_results(dbs, std::move(answers), request);
}

void print(const SearchResults& results, const Options& options) {
  if (options.json) {
    Output out;
    out.line(to_json(results));
    out.close();
    return;
  }
  TerminalStyle style = options.style;
  style.colour = use_colour(options.colour);
  style.columns = output_columns();
  if (options.mark_open->count() > 0) style.mark_open = options.open_mark;
  if (options.mark_close->count() > 0) style.mark_close = options.close_mark;
  const std::string text = to_terminal(results, style);
  if (options.pager) return show(text);
  Output out;
  out.write(text);
  out.close();
}

int run(const Options& options) {
  if (!options.batch.queries.empty()) return run_batch(options);
  if (options.words.empty()) {
    throw Error(ErrorCode::kUsage, "no query given.",
                "Write the words to search for after the options; \"\" lists all articles, the "
                "newest first.");
  }
  const SearchRequest request = request_of(options);
  const SearchResults results = answer_of_all(options.dbs, request);
  print(results, options);
  // With --limit 0 somebody only counts.
  const bool found = !results.hits.empty() || (request.limit == 0 && results.estimated_total > 0);
  return found ? kDone : kNothingFound;
}

void describe_batch(CLI::App& command, Options& options) {
  CLI::Option* batch =
      add_text(command, "--batch", options.batch.queries, "Queries to run: id<TAB>text a line")
          ->type_name("QUERIES.tsv");
  add_text(command, "--run", options.batch.run,
           "Where --batch writes its TREC run; - is standard output")
      ->type_name("OUT")
      ->capture_default_str()
      ->needs(batch);
  add_text(command, "--tag", options.batch.tag, "Name of the run in its last column")
      ->type_name("NAME")
      ->capture_default_str()
      ->needs(batch);
}

void describe_output(CLI::App& command, Options& options) {
  const std::map<std::string, Colour> colours{
      {"auto", Colour::kAuto}, {"always", Colour::kAlways}, {"never", Colour::kNever}};
  command.add_flag("--json", options.json, "One JSON object instead of text");
  command
      .add_option_function<std::string>(
          "--color",
          [&options, colours](const std::string& name) { options.colour = colours.at(name); },
          "auto (a terminal and no NO_COLOR), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  command.add_flag("--brief", options.style.brief, "One line a hit: title, source, date, id");
  options.mark_open = add_text(command, "--mark-open", options.open_mark,
                               "Before a matching word, instead of colour or [");
  options.mark_close = add_text(command, "--mark-close", options.close_mark, "Behind it");
  command.add_flag("!--no-pager", options.pager, "Never by way of a pager");
}

void describe_request(CLI::App& command, Options& options) {
  for (const RequestOption& option : request_options().subspan(1)) {
    add_request_option(command, option, options.request);
  }
  options.limit = command.get_option("--limit");
  command.add_flag_callback(
      "--no-correct",
      [&options] {
        options.request.corrections = {false, false, false};
      },
      "The same as --correct none");
  command.add_flag_callback(
      "--all", [&options] { options.request.matching = MatchingStrategy::kAll; },
      "The same as --matching all");
}

void describe(CLI::App& command, Options& options) {
  add_texts(command, "--db", options.dbs, "Folder of the index; given again, of further ones")
      ->required()
      ->type_name("DIR")
      ->envname(kDbVariable)
      ->expected(1, -1)
      ->allow_extra_args(false);
  add_texts(command, std::string(query_option().flag), options.words,
            std::string(query_option().help));
  describe_output(command, options);
  describe_request(command, options);
  describe_batch(command, options);
  std::string fields;
  for (const std::string_view name : query_names()) fields.append(name).append(": ");
  command.footer(
      "Plain words rank by relevance, in any of their forms. «…» is a phrase, +word must be "
      "there,\n"
      "-word must not, =word is this form only, word* a beginning;\n" +
      fields +
      "ask one field.\n"
      "Examples:\n"
      "  fihris search --db archive وزير الخارجية الروسي\n"
      "  fihris search --db archive --filter date:2025-07..2025-12 '«وزير الدفاع» -سوريا'\n"
      "  fihris search --db archive --facet source --histogram month وزير\n"
      "Exit codes: 0 found, 1 nothing found.");
}

}  // namespace

void add_search(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "search", "Ask a question", describe, run);
}

}  // namespace fihris::cli
