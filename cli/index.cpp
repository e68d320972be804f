// fihris index: articles in.
#include <csignal>
#include <ctime>
#include <optional>
#include <string>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/indexer/archive.h"
#include "fihris/store/fields.h"
#include "index_summary.h"
#include "output.h"
#include "progress.h"
#include "report_file.h"

namespace fihris::cli {
namespace {

struct Options {
  std::string db;
  std::vector<std::string> paths;
  std::vector<std::string> sources;  // NAME=DIR
  unsigned threads = 0;
  std::string encoding;
  bool sync = false;
  bool dry_run = false;
  bool watch = false;
  bool list = false;
  bool quiet = false;
  bool formats = false;
  std::string report;
  std::vector<std::string> map;  // FIELD=MEMBER
};

volatile std::sig_atomic_t interrupted = 0;

// The first Ctrl-C ends the run with what was read so far, a later one at once. Some senders send a
// signal twice in a row and mean it once.
void interrupt(int signal) {
  static volatile std::time_t first = 0;
  const std::time_t now = std::time(nullptr);
  if (interrupted == 0) first = now;
  interrupted = 1;
  if (now - first <= 1) return;
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::vector<NamedSource> named_sources(const Options& options) {
  std::vector<NamedSource> sources;
  for (const std::string& given : options.sources) {
    const std::size_t sign = given.find('=');
    if (sign == std::string::npos) {
      throw Error(ErrorCode::kUsage, "--source " + given + " names no folder.",
                  "Write --source NAME=DIR.");
    }
    sources.push_back({given.substr(0, sign), given.substr(sign + 1)});
    for (std::size_t i = 0; i + 1 < sources.size(); ++i) {
      if (sources[i].name != sources.back().name) continue;
      throw Error(ErrorCode::kUsage, "two sources are named " + sources.back().name + ".",
                  "Give each folder a name of its own.");
    }
  }
  return sources;
}

FieldMap field_map(const Options& options) {
  FieldMap map;
  for (const std::string& given : options.map) {
    const std::size_t sign = given.find('=');
    if (sign == std::string::npos || find_json_field(given.substr(0, sign)) == nullptr) {
      throw Error(ErrorCode::kUsage, "--map " + given + " does not name a field.",
                  "Write FIELD=MEMBER, the field one of " + enumerated(json_names(), "and") + ".");
    }
    map.emplace_back(given.substr(0, sign), given.substr(sign + 1));
  }
  return map;
}

// A line for each article that changes; what stays needs none.
void list_item(Output& out, const ArchiveItem& item) {
  if (item.outcome == Outcome::kUnchanged) return;
  std::string line =
      std::string(outcome_name(item.outcome)) + '\t' + (item.id.empty() ? item.path : item.id);
  if (!item.reason.empty()) line += '\t' + item.reason;
  out.write(line + '\n');
}

// One run of the command.
class IndexRun {
 public:
  explicit IndexRun(const Options& options) : options_(options) {
    index_options_.threads = options.threads;
    if (!options.report.empty()) report_.emplace(options.report);
    archive_.paths = options.paths;
    archive_.sources = named_sources(options);
    archive_.read.encoding = options.encoding;
    archive_.read.map = field_map(options);
    archive_.sync = options.sync || options.watch;
    archive_.dry_run = options.dry_run;
    archive_.stop = [] { return interrupted != 0; };
    if (report_ || options.list) archive_.on_item = [this](const ArchiveItem& item) { note(item); };
  }

  int run() {
    std::signal(SIGINT, interrupt);
    std::signal(SIGTERM, interrupt);
    if (options_.watch) {
      follow(options_.db, index_options_, archive_, [this](const ArchiveReport& report) {
        complain_of_rejected(report);
        out_.write(summary_of(report, Tense::kDone));
        out_.flush();
      });
      return kDone;
    }
    const ArchiveReport report = take_in_with_progress();
    if (report_) report_->close(report);
    complain_of_rejected(report);
    if (!options_.quiet) out_.write(summary_of(report, tense()));
    out_.close();
    return exit_code_of(report);
  }

 private:
  Tense tense() const { return options_.dry_run ? Tense::kWouldBe : Tense::kDone; }

  void note(const ArchiveItem& item) {
    if (report_) report_->add(item);
    if (options_.list) list_item(out_, item);
  }

  // The bar is gone when this returns, so that complaints do not run into it.
  ArchiveReport take_in_with_progress() {
    Progress progress(options_.quiet ? Progress::Wanted::kNo : Progress::Wanted::kYes);
    archive_.progress = [&progress](std::uint64_t bytes, std::uint64_t all,
                                    std::uint64_t articles) {
      progress.show(bytes, all, articles);
    };
    return take_in(options_.db, index_options_, archive_);
  }

  int exit_code_of(const ArchiveReport& report) const {
    if (report.stopped) {
      complain(report.taken_in() + report.of(Outcome::kDeleted) == 0
                   ? "stopped; nothing was changed."
                   : "stopped; what was read until then is in the index.",
               "The same command goes on from there.");
      return kInputOutput;
    }
    if (report.source_missing && options_.sync) return kInputOutput;
    if (report.taken_in() > 0 || options_.sync) return kDone;
    complain("no article was taken in.",
             "Name files or folders with text, HTML or JSON Lines articles.");
    return kInputOutput;
  }

  const Options& options_;
  IndexOptions index_options_;
  ArchiveOptions archive_;
  std::optional<ReportFile> report_;
  Output out_;
};

int print_formats() {
  Output out;
  for (const FormatInfo& format : known_formats())
    out.write(format.name +
              std::string(format.name.size() < 20 ? 20 - format.name.size() : 1, ' ') +
              format.found_by + '\n');
  out.close();
  return kDone;
}

int run(const Options& options) {
  if (options.formats) return print_formats();
  if (options.db.empty())
    throw Error(ErrorCode::kUsage, "--db is required.", "Name the folder of the index.");
  if (options.paths.empty() && options.sources.empty() && !options.sync)
    throw Error(ErrorCode::kUsage, "there is nothing to index.", "Name files or folders.");
  return IndexRun(options).run();
}

void describe_sync(CLI::App& command, Options& options) {
  add_texts(command, "--source", options.sources,
            "A folder with a name that its articles' ids begin with, however it moves")
      ->type_name("NAME=DIR")
      ->expected(1, -1)
      ->allow_extra_args(false);
  command.add_flag("--sync", options.sync,
                   "Make the index equal to what is named: read what has changed, delete what is "
                   "gone; without any PATH, all that was indexed from files before");
  command.add_flag("--watch", options.watch,
                   "As --sync, and again whenever something changes, until it is interrupted");
  command.add_flag("--dry-run", options.dry_run, "Say what would be done, and write nothing");
  command.add_flag("--list", options.list, "Name every article that changes");
  command.add_option("--report", options.report, "Write there as JSON what became of every item")
      ->type_name("FILE");
  command.add_flag("--quiet", options.quiet, "No progress and no summary");
  command.add_flag("--formats", options.formats, "List what can be read, and do nothing else");
}

void describe(CLI::App& command, Options& options) {
  add_text(command, "--db", options.db, "Folder of the index")->type_name("DIR");
  add_texts(command, "PATH", options.paths, "Files or folders; - is JSON Lines on standard input");
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
  command
      .add_option("--map", options.map,
                  "In which members of JSON, or columns of a table, fields are: "
                  "title=headline,body=content.rendered")
      ->type_name("FIELD=MEMBER,…")
      ->delimiter(',')
      ->expected(1, -1)
      ->allow_extra_args(false);
  describe_sync(command, options);
  command.footer(
      "The format of a file is found by its content; --formats lists them. In JSON Lines an "
      "article\nhas\n"
      "  " +
      enumerated(json_names(), "and") +
      ";\n"
      "common other names of these are understood, and what else it has is kept and given back.\n"
      "An article with an id that is already in the index replaces it. Articles that cannot be "
      "read\n"
      "are named on standard error and left out; so are dates, whose articles are taken in.\n"
      "Files of a folder that are plainly something else are passed over and counted.\n"
      "Examples:\n"
      "  fihris index --db archive أرشيف/ news.jsonl\n"
      "  fihris index --db archive --sync أرشيف/\n"
      "Exit codes: 0 when at least one article was taken in, or with --sync the index is in step;\n"
      "4 when none was, or with --sync something that was named is not there.");
}

}  // namespace

void add_index(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "index", "Add or replace articles", describe, run);
}

}  // namespace fihris::cli
