// fihris settings: what an index knows of the archive's own attributes.
#include "fihris/store/settings.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "index_lines.h"
#include "output.h"

namespace fihris::cli {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string db;
  std::string file;
  std::vector<std::string> assignments;
};

bool has_index(const fs::path& dir) {
  std::error_code ignored;
  return fs::exists(dir / "CURRENT", ignored);
}

int show(const Options& options) {
  const IndexSettings of_articles = settings_of_articles(options.db);
  const IndexSettings written = read_settings(options.db);
  Output out;
  out.write(to_json(with_found_types(written, of_articles)));
  out.close();
  if (!of_articles.same_analysis(written)) {
    complain("the articles were made with other settings than these.",
             "Run `fihris compact --db " + options.db + " --rebuild` to analyse them again.");
  }
  return kDone;
}

std::string content_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) {
    throw Error(ErrorCode::kInputOutput, "cannot read the file " + file,
                "Check its name and its permissions.");
  }
  return text;
}

IndexSettings wanted(const Options& options) {
  IndexSettings settings = has_index(options.db) ? read_settings(options.db) : IndexSettings();
  if (!options.file.empty()) settings = settings_from_json(content_of(options.file), options.file);
  for (const std::string& assignment : options.assignments) {
    settings = with_setting(settings, repair_utf8(assignment));
  }
  return settings;
}

int run(const Options& options) {
  if (options.file.empty() && options.assignments.empty()) return show(options);
  // Read before the index is opened, which would make one.
  const IndexSettings settings = wanted(options);
  const auto report = IndexWriter::open(options.db).set_settings(settings);
  Output out;
  if (report) {
    out.write(counted(report->articles, "article") + " analysed again in " +
              fixed(report->seconds, 1) + " s\n" + unfit_lines(report->readings));
  } else {
    out.line("set; no article need be analysed again");
  }
  out.close();
  return kDone;
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  add_texts(command, "NAME=VALUE", options.assignments,
            "Settings to change; without any they are shown");
  command.add_option("--set", options.file, "Take all settings from this JSON file")
      ->type_name("FILE");
  command.footer(
      "The settings are JSON: searchableAttributes, filterableAttributes, sortableAttributes,\n"
      "and attributes with the type (text, number, boolean, date), the Arabic name and the weight\n"
      "of each. Types that are not stated are told from the articles. Articles that must be\n"
      "analysed again for a change are, at once.\n"
      "Examples:\n"
      "  fihris settings --db archive filterableAttributes=country,views sortableAttributes=views\n"
      "  fihris settings --db archive attributes.country.arabicName=البلد\n"
      "  fihris search --db archive --filter البلد:مصر --filter views:1000.. --sort views:desc "
      "نفط");
}

}  // namespace

void add_settings(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "settings", "Show or change an index's own fields", describe,
                       run);
}

}  // namespace fihris::cli
