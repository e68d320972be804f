#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <string>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
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
      "\"fihris COMMAND --help\" tells more.\n"
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

// Throws a usage error that names an unknown command: CLI11 would say that a command is missing.
void require_known_command(const CLI::App& app, int argc, char** argv) {
  if (argc < 2 || argv[1][0] == '-') return;
  const auto same_name = [argv](const CLI::App* command) { return command->check_name(argv[1]); };
  const auto commands = app.get_subcommands(nullptr);
  if (std::any_of(commands.begin(), commands.end(), same_name)) return;
  throw Error(ErrorCode::kUsage, std::string("no command is called ") + argv[1] + ".",
              "\"fihris --help\" lists them.");
}

int report_usage(const CLI::App& app, const CLI::ParseError& error) {
  std::string what = error.what();
  if (!what.empty() && what.back() != '.') what.push_back('.');
  complain(what, "See \"" + help_command(app) + "\".");
  return kUsage;
}

int run(int argc, char** argv) {
  CLI::App app("Full-text search for Arabic archives");
  Action action;
  describe(app, action);
  require_known_command(app, argc, argv);
  try {
    app.parse(protected_arguments(argc, argv));
  } catch (const CLI::CallForVersion&) {
    return print(app.version() + "\n");
  } catch (const CLI::CallForHelp&) {
    return print(app.help());
  } catch (const CLI::ParseError& error) {
    return report_usage(app, error);
  }
  return action();
}

int guarded_run(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const OutputClosed&) {
    return kInputOutput;
  } catch (const Error& error) {
    complain(error.what(), error.hint());
    return exit_code(error.code());
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
