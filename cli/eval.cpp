// fihris eval: how good is the ranking, over judged queries?
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/evaluation.h"
#include "fihris/searcher/searcher.h"
#include "output.h"

namespace fihris::cli {
namespace {

// MAP and R@100 look no further.
constexpr std::size_t kDepth = 100;

struct Options {
  std::string db;
  std::string queries;
  std::string qrels;
  bool json = false;
};

Measures measure(const Options& options) {
  const Queries queries = read_queries(options.queries);
  const Qrels qrels = read_qrels(options.qrels);
  Searcher searcher = Searcher::open(options.db);
  std::map<std::string, std::vector<std::string>> rankings;
  for (const auto& [id, text] : queries) {
    if (!qrels.contains(id)) continue;
    std::vector<std::string>& ranking = rankings[id];
    for (RankedId& hit : searcher.rank(text, kDepth)) ranking.push_back(std::move(hit.id));
  }
  return evaluate(qrels, rankings);
}

std::string as_json(const Measures& m) {
  const nlohmann::ordered_json json = {{"ndcg@10", m.ndcg10}, {"mrr@10", m.mrr10},
                                       {"r@10", m.recall10},  {"r@100", m.recall100},
                                       {"map", m.map},        {"queries", m.queries}};
  return json.dump() + "\n";
}

std::string as_text(const Measures& m) {
  return "nDCG@10  " + fixed(m.ndcg10, 4) + "\nMRR@10   " + fixed(m.mrr10, 4) + "\nR@10     " +
         fixed(m.recall10, 4) + "\nR@100    " + fixed(m.recall100, 4) + "\nMAP      " +
         fixed(m.map, 4) + "\nqueries  " + std::to_string(m.queries) + "\n";
}

int run(const Options& options) {
  const Measures measures = measure(options);
  Output out;
  out.write(options.json ? as_json(measures) : as_text(measures));
  out.close();
  if (measures.queries > 0) return kDone;
  complain("no query has a relevant article in " + options.qrels + ".",
           "Check that both files name the queries alike.");
  return kNothingFound;
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  add_text(command, "--queries", options.queries, "id<TAB>text a line")
      ->required()
      ->type_name("Q.tsv");
  add_text(command, "--qrels", options.qrels, "TREC judgements: qid 0 docid grade")
      ->required()
      ->type_name("R.txt");
  command.add_flag("--json", options.json, "One JSON object instead of text");
  command.footer(
      "The 100 best articles of each judged query are compared with the judgements.\n"
      "Example (a line of queries.tsv: 7<TAB>زيارة وزير الخارجية):\n"
      "  fihris eval --db archive --queries queries.tsv --qrels qrels.txt");
}

}  // namespace

void add_eval(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "eval", "Measure relevance over judged queries", describe, run);
}

}  // namespace fihris::cli
