#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/searcher/writers.h"
#include "nearest.h"
#include "output.h"

namespace fihris::cli {
namespace {

void describe(CLI::App& app, Action& action) {
  app.name("fihris");
  app.require_subcommand(1);
  app.set_help_flag("-h,--help", "Print this help");
  app.set_version_flag("--version", "fihris " FIHRIS_VERSION, "Print the version");
  app.footer(
      "An example:\n"
      "  fihris index --db archive articles.jsonl\n"
      "  fihris search --db archive وزير الخارجية\n"
      "\"fihris help COMMAND\" tells more.\n"
      "Exit codes: 0 done, 1 nothing found, 2 usage, 3 index, 4 input or output.");
  add_index(app, action);
  add_settings(app, action);
  add_search(app, action);
  add_analyze(app, action);
  add_eval(app, action);
  add_get(app, action);
  add_related(app, action);
  add_suggest(app, action);
  add_delete(app, action);
  add_export(app, action);
  add_stats(app, action);
  add_check(app, action);
  add_compact(app, action);
  add_inspect(app, action);
  add_serve(app, action);
  add_about_commands(app, action);
}

// The command whose help answers a usage error.
std::string help_command(const CLI::App& app) {
  const auto used = app.get_subcommands();
  return used.empty() ? "fihris --help" : "fihris " + used.front()->get_name() + " --help";
}

int print(const std::string& text) {
  Output out;
  out.write(text);
  out.close();
  return kDone;
}

// The option that a mistyped one may have been; nothing when the mistake is another.
std::string meant_option(const CLI::App& app) {
  const auto used = app.get_subcommands();
  if (used.empty()) return "";
  std::vector<std::string> names;
  for (const CLI::Option* option : used.front()->get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  for (const std::string& argument : app.remaining(true)) {
    if (argument.starts_with("-"))
      return did_you_mean(argument.substr(0, argument.find('=')), names);
  }
  return "";
}

Error usage_error(const CLI::App& app, const CLI::ParseError& error) {
  std::string what = error.what();
  if (!what.empty() && what.back() != '.') what.push_back('.');
  return {ErrorCode::kUsage, what + meant_option(app), "See \"" + help_command(app) + "\"."};
}

int run(int argc, char** argv) {
  CLI::App app("Full-text search for Arabic archives");
  Action action;
  describe(app, action);
  // CLI11 would say that a command is missing.
  if (argc > 1 && argv[1][0] != '-') require_known_command(app, argv[1]);
  try {
    app.parse(protected_arguments(argc, argv));
  } catch (const CLI::CallForVersion&) {
    return print(app.version() + "\n");
  } catch (const CLI::CallForHelp&) {
    return print(app.help());
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  return action();
}

// Whether a program reads the answer, which then reads complaints as well.
bool wants_json(int argc, char** argv) {
  char** const end = std::find(argv, argv + argc, std::string_view("--"));
  return std::find(argv, end, std::string_view("--json")) != end;
}

int report(const Error& error, bool json) {
  if (json) {
    complain_in_json(to_json(error));
  } else {
    complain(error.what(), error.hint());
  }
  return exit_code(error.code());
}

int guarded_run(int argc, char** argv) {
  const bool json = wants_json(argc, argv);
  try {
    return run(argc, argv);
  } catch (const OutputClosed&) {
    return kInputOutput;
  } catch (const Error& error) {
    return report(error, json);
  } catch (const std::bad_alloc&) {
    complain("out of memory.", "Use fewer --threads or give the machine more memory.");
  } catch (const std::exception& error) {
    complain(std::string("unexpected failure: ") + error.what() + ".", "Please report it.");
  } catch (...) {
    complain("unexpected failure.", "Please report it.");
  }
  return kInputOutput;
}

}  // namespace
}  // namespace fihris::cli

int main(int argc, char** argv) {
  // A closed output is reported by write(), so that the index is left through its destructors.
  std::signal(SIGPIPE, SIG_IGN);
  return fihris::cli::guarded_run(argc, argv);
}
