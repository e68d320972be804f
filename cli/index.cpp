// fihris index: articles in.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/store/fields.h"
#include "index_lines.h"
#include "output.h"
#include "progress.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kRejectedShown = 20;
constexpr std::size_t kDoubtsShown = 5;

struct Options {
  std::string db;
  std::vector<std::string> paths;
  unsigned threads = 0;
  std::string encoding;
};

std::string place(const SourceError& error) {
  std::string text = error.file;
  if (error.line > 0) text += ":" + std::to_string(error.line);
  return text;
}

// Names the first few places, and counts the rest of `all`.
void complain_of(const std::vector<SourceError>& errors, std::size_t most, std::uint64_t all) {
  const std::size_t shown = std::min(most, errors.size());
  for (std::size_t i = 0; i < shown; ++i) complain(place(errors[i]) + ": " + errors[i].what);
  if (all > shown) complain("… and " + std::to_string(all - shown) + " more.");
}

std::string passed_over(const IndexReport& report) {
  if (report.passed_over == 0) return {};
  return ", " + counted(report.passed_over, "file") + " passed over";
}

using Counted = std::vector<std::pair<std::uint64_t, std::string>>;

// «12 articles read as windows-1256, 3 repaired from double encoding»; a line when there is
// anything to tell.
std::string told(const Counted& all) {
  std::string text;
  for (const auto& [count, what] : all) {
    if (count == 0) continue;
    text += text.empty() ? counted(count, "article") : ", " + std::to_string(count);
    text += ' ' + what;
  }
  return text.empty() ? text : text + '\n';
}

std::string dates(const ReadingCounts& counts) {
  return told(
      {{counts.unusable_dates, "without a usable date"}, {counts.undated, "without any date"}});
}

std::string readings(const ReadingCounts& counts) {
  Counted all;
  for (const auto& [encoding, count] : counts.encodings)
    all.emplace_back(count, "read as " + encoding);
  all.emplace_back(counts.repaired, "repaired from double encoding");
  all.emplace_back(counts.unreadable, "with bytes that mean nothing");
  return told(all);
}

std::string summary(const IndexReport& report) {
  const double rate =
      report.seconds > 0 ? static_cast<double>(report.articles) / report.seconds : 0;
  std::string text = counted(report.articles, "article") + " in, " +
                     std::to_string(report.replaced) + " of them replaced an older one, " +
                     std::to_string(report.rejected_count) + " rejected" + passed_over(report) +
                     "; " + fixed(report.seconds, 1) + " s, " + fixed(rate, 0) + " articles/s\n";
  text += dates(report.readings);
  text += readings(report.readings) + unfit_lines(report.readings);
  text += "the index holds " + counted(report.index_articles, "article") + " in " +
          human_bytes(report.index_bytes) + "\n";
  return text;
}

// Indexes what the options name, with a progress bar, which is gone when this returns, so that
// complaints do not run into it.
IndexReport take_in(const Options& options) {
  SourceReader reader(options.paths, {options.encoding});
  Progress progress(reader.bytes_total());
  IndexOptions index_options;
  index_options.threads = options.threads;
  index_options.progress = [&progress](std::uint64_t bytes, std::uint64_t articles) {
    progress.show(bytes, articles);
  };
  return IndexWriter::open(options.db, std::move(index_options)).add(reader);
}

int run(const Options& options) {
  const IndexReport report = take_in(options);
  complain_of(report.rejected, kRejectedShown, report.rejected_count);
  complain_of(report.readings.doubts, kDoubtsShown, report.readings.unusable_dates);
  Output out;
  out.write(summary(report));
  out.close();
  if (report.articles > 0) return kDone;
  complain("no article was taken in.",
           "Name files or folders with text, HTML or JSON Lines articles.");
  return kInputOutput;
}

void describe(CLI::App& command, Options& options) {
  add_db(command, options.db);
  add_texts(command, "PATH", options.paths, "Files or folders; - is JSON Lines on standard input")
      ->required();
  command.add_option("--threads", options.threads, "Workers; 0: one per core")
      ->capture_default_str()
      ->check(CLI::Range(0U, 256U));
  command
      .add_option("--encoding", options.encoding,
                  "Read every file in this encoding, whatever it looks like")
      ->type_name("NAME")
      ->check([](const std::string& name) {
        return is_known_encoding(name) ? std::string() : "no such encoding: " + name;
      });
  command.footer(
      "The format of a file is found by its content: JSON Lines, HTML or plain text. In JSON "
      "Lines\n"
      "an article has\n"
      "  " +
      enumerated(json_names(), "and") +
      ";\n"
      "common other names of these are understood, and what else it has is kept and given back.\n"
      "An article with an id that is already in the index replaces it. Articles that cannot be "
      "read\n"
      "are named on standard error and left out; so are dates, whose articles are taken in.\n"
      "Files of a folder that are plainly something else are passed over.\n"
      "Example:\n"
      "  fihris index --db archive أرشيف/ news.jsonl\n"
      "Exit codes: 0 when at least one article was taken in, 4 when none was.");
}

}  // namespace

void add_index(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "index", "Add or replace articles", describe, run);
}

}  // namespace fihris::cli
