// fihris search: ranked hits for a person, a program or an evaluation.
#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "batch.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "output.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kDefaultLimit = 10;
constexpr std::size_t kDefaultBatchLimit = 100;
constexpr std::size_t kMaxLimit = 1'000'000;

struct Options {
  std::string db;
  std::vector<std::string> words;
  bool json = false;
  std::optional<std::size_t> limit;
  std::size_t offset = 0;
  std::vector<std::string> filters;
  Sort sort = Sort::kRelevance;
  bool full_syntax = false;
  bool explain = false;
  double recency_half_life_days = 0;
  std::string today;
  std::vector<std::string> facets;
  Histogram histogram = Histogram::kNone;
  bool no_fold = false;
  Colour colour = Colour::kAuto;
  CorrectionKinds corrections;
  bool no_variants = false;
  bool no_synonyms = false;
  BatchOptions batch;
};

SearchRequest request_of(const Options& options) {
  SearchRequest request;
  request.query = join_words(options.words);
  request.offset = options.offset;
  request.limit = options.limit.value_or(kDefaultLimit);
  request.sort = options.sort;
  request.full_syntax = options.full_syntax;
  request.corrections = options.corrections;
  request.variants = !options.no_variants;
  request.synonyms = !options.no_synonyms;
  request.explain = options.explain;
  request.recency_half_life_days = options.recency_half_life_days;
  request.today = options.today;
  for (const std::string& facet : options.facets) request.facets.push_back(repair_utf8(facet));
  request.histogram = options.histogram;
  request.fold = !options.no_fold;
  for (const std::string& filter : options.filters) request.filters.push_back(repair_utf8(filter));
  return request;
}

int run_batch(const Options& options) {
  BatchOptions batch = options.batch;
  batch.limit = options.limit.value_or(kDefaultBatchLimit);
  batch.today = options.today;
  Searcher searcher = Searcher::open(options.db, {1});
  return write_run(searcher, batch) > 0 ? kDone : kNothingFound;
}

int run(const Options& options) {
  if (!options.batch.queries.empty()) return run_batch(options);
  if (options.words.empty()) {
    throw Error(ErrorCode::kUsage, "no query given.",
                "Write the words to search for after the options.");
  }
  Searcher searcher = Searcher::open(options.db, {1});
  const SearchRequest request = request_of(options);
  const SearchResults results = searcher.search(request);
  Output out;
  if (options.json) {
    out.line(to_json(results));
  } else {
    out.write(to_terminal(results, use_colour(options.colour)));
  }
  out.close();
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
  command.add_option("--limit", options.limit, "Hits at most (10; 100 with --batch)")
      ->check(CLI::Range(std::size_t{0}, kMaxLimit))
      ->type_name("N");
  command.add_option("--offset", options.offset, "Hits to pass over")
      ->check(CLI::Range(std::size_t{0}, kMaxLimit))
      ->type_name("N");
  command
      .add_option_function<std::string>(
          "--color",
          [&options, colours](const std::string& name) { options.colour = colours.at(name); },
          "auto (a terminal and no NO_COLOR), always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
}

void describe_query(CLI::App& command, Options& options) {
  const std::map<std::string, Sort> sorts{{"relevance", Sort::kRelevance},
                                          {"date:desc", Sort::kDateDescending},
                                          {"date:asc", Sort::kDateAscending}};
  add_repeatable(
      command, "--filter", options.filters,
      "FIELD:VALUE that hits must meet; repeated with other fields: all of them, with the same "
      "field: any")
      ->type_name("EXPR");
  command
      .add_option_function<std::string>(
          "--sort", [&options, sorts](const std::string& name) { options.sort = sorts.at(name); },
          "relevance, date:desc or date:asc")
      ->check(CLI::IsMember({"relevance", "date:desc", "date:asc"}))
      ->type_name("ORDER");
  command
      .add_option_function<std::string>(
          "--syntax", [&options](const std::string& name) { options.full_syntax = name == "full"; },
          "full: AND OR NOT و أو ليس are operators everywhere; plain: only in an expression")
      ->check(CLI::IsMember({"plain", "full"}))
      ->type_name("SYNTAX");
}

void describe_ranking(CLI::App& command, Options& options) {
  constexpr double kMaxDays = 1e6;
  command
      .add_option("--recency", options.recency_half_life_days,
                  "Recent articles gain; half as much for every DAYS of age")
      ->check(CLI::Range(0.0, kMaxDays))
      ->type_name("DAYS");
  add_text(
      command, "--today", options.today,
      "The day that «الأسبوع الماضي», \"last month\" and --recency are told from (today, in UTC)")
      ->type_name("YYYY-MM-DD");
  command.add_flag("--explain", options.explain,
                   "Show how the query was read and how each hit came by its score");
}

void describe_whole_result(CLI::App& command, Options& options) {
  const std::map<std::string, Histogram> steps{
      {"year", Histogram::kYear}, {"month", Histogram::kMonth}, {"day", Histogram::kDay}};
  std::vector<std::string_view> countable = facet_names();
  countable.insert(countable.end(), {"year", "month"});
  add_repeatable(command, "--facet", options.facets,
                 "Count the articles found by " + enumerated(countable, "or") + "; may be repeated")
      ->type_name("FIELD");
  command
      .add_option_function<std::string>(
          "--histogram",
          [&options, steps](const std::string& step) { options.histogram = steps.at(step); },
          "Count the articles found over time, by year, month or day")
      ->check(CLI::IsMember({"year", "month", "day"}))
      ->type_name("STEP");
  command.add_flag("--no-fold", options.no_fold,
                   "The same story of several outlets is several hits, not one with a list");
}

// "spelling,latin" → those kinds; nothing when a name is unknown.
std::optional<CorrectionKinds> correction_kinds(std::string_view list) {
  CorrectionKinds kinds{false, false, false};
  if (list == "none") return kinds;
  for (bool more = true; more;) {
    const std::size_t comma = list.find(',');
    const std::string_view name = list.substr(0, comma);
    if (name == "spelling") {
      kinds.spelling = true;
    } else if (name == "keyboard") {
      kinds.keyboard = true;
    } else if (name == "latin") {
      kinds.latin = true;
    } else {
      return std::nullopt;
    }
    more = comma != std::string_view::npos;
    if (more) list.remove_prefix(comma + 1);
  }
  return kinds;
}

void describe_help(CLI::App& command, Options& options) {
  command
      .add_option_function<std::string>(
          "--correct",
          [&options](const std::string& list) { options.corrections = *correction_kinds(list); },
          "What may be corrected when nothing is found, or offered: spelling,keyboard,latin "
          "(all), some of them, or none")
      ->check([](const std::string& list) {
        return correction_kinds(list) ? "" : list + " is not spelling, keyboard, latin or none";
      })
      ->type_name("KINDS");
  command.add_flag_callback(
      "--no-correct",
      [&options] {
        options.corrections = {false, false, false};
      },
      "The same as --correct none");
  command.add_flag("--no-variants", options.no_variants,
                   "Unknown names match in the spelling typed only");
  command.add_flag("--no-synonyms", options.no_synonyms, "Leave the index's synonyms.txt aside");
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  add_texts(command, "QUERY", options.words, "The words to search for");
  describe_output(command, options);
  describe_query(command, options);
  describe_help(command, options);
  describe_ranking(command, options);
  describe_whole_result(command, options);
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
