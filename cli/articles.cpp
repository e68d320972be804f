// fihris get, export: a stored article and all of them.
#include <string>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "output.h"

namespace fihris::cli {
namespace {

struct GetOptions {
  std::string db;
  std::string id;
};

int run_get(const GetOptions& options) {
  Searcher searcher = Searcher::open(options.db);
  const std::string id = repair_utf8(options.id);
  const auto article = searcher.get(id);
  if (!article) {
    complain("no article has the id " + id + ".", "Search for it: hits show their ids.");
    return kNothingFound;
  }
  Output out;
  out.line(to_json(*article));
  out.close();
  return kDone;
}

void describe_get(CLI::App& command, GetOptions& options) {
  add_db(command, options.db);
  add_text(command, "ID", options.id, "Id of the article")->required();
  command.footer("Example:\n  fihris get --db archive أخبار/2025/خبر.txt");
}

struct ExportOptions {
  std::string db;
};

int run_export(const ExportOptions& options) {
  Searcher searcher = Searcher::open(options.db);
  Output out;
  searcher.for_each_article([&out](const Article& article) { out.line(to_json(article)); });
  out.close();
  return kDone;
}

void describe_export(CLI::App& command, ExportOptions& options) {
  add_db(command, options.db);
  command.footer(
      "JSON Lines: indexed again, they give the same index.\n"
      "Example:\n  fihris export --db archive | fihris index --db نسخة -");
}

}  // namespace

void add_get(CLI::App& app, Action& action) {
  add_command<GetOptions>(app, action, "get", "Print one article as JSON", describe_get, run_get);
}

void add_export(CLI::App& app, Action& action) {
  add_command<ExportOptions>(app, action, "export", "Print all articles as JSON Lines",
                             describe_export, run_export);
}

}  // namespace fihris::cli
