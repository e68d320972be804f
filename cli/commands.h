// The commands of `fihris`. Each add_… describes one to CLI11; parsing the command line sets
// `action` to what is to be done, and calling it does it and returns the exit code. Failures are
// exceptions.
#pragma once

#include <CLI/App.hpp>
#include <functional>
#include <memory>
#include <string>

namespace fihris::cli {

using Action = std::function<int()>;

void add_index(CLI::App& app, Action& action);
void add_settings(CLI::App& app, Action& action);
void add_search(CLI::App& app, Action& action);
void add_analyze(CLI::App& app, Action& action);
void add_eval(CLI::App& app, Action& action);
void add_get(CLI::App& app, Action& action);
void add_related(CLI::App& app, Action& action);
void add_suggest(CLI::App& app, Action& action);
void add_delete(CLI::App& app, Action& action);
void add_export(CLI::App& app, Action& action);
void add_stats(CLI::App& app, Action& action);
void add_check(CLI::App& app, Action& action);
void add_compact(CLI::App& app, Action& action);
void add_inspect(CLI::App& app, Action& action);
void add_serve(CLI::App& app, Action& action);
// help, completion, manual.
void add_about_commands(CLI::App& app, Action& action);

// Throws Error{kUsage} that names an unknown command and one that may have been meant.
void require_known_command(const CLI::App& app, const std::string& name);

// A subcommand whose options live as long as its callback; `run` is called with them.
template <typename Options, typename Describe, typename Run>
CLI::App* add_command(CLI::App& app, Action& action, const char* name, const char* description,
                      Describe describe, Run run) {
  CLI::App* command = app.add_subcommand(name, description);
  auto options = std::make_shared<Options>();
  describe(*command, *options);
  command->callback([&action, options, run] { action = [options, run] { return run(*options); }; });
  return command;
}

}  // namespace fihris::cli
