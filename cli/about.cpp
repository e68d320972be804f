// fihris help, completion, manual: the command speaks of itself.
#include <CLI/App.hpp>
#include <CLI/Formatter.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "command_shapes.h"
#include "commands.h"
#include "completion.h"
#include "exit_code.h"
#include "fihris/store/error.h"
#include "manual.h"
#include "nearest.h"
#include "output.h"

namespace fihris::cli {
namespace {

int print(const std::string& text) {
  Output out;
  out.write(text);
  out.close();
  return kDone;
}

int print_help(const CLI::App& app, const std::string& name) {
  // app.help() would be that of the command in use, which is this one.
  if (name.empty())
    return print(app.get_formatter()->make_help(&app, app.get_name(), CLI::AppFormatMode::Normal));
  require_known_command(app, name);
  const CLI::App* const command = app.get_subcommand(name);
  return print(command->help(app.get_name()));
}

int print_completion(const CLI::App& app, const std::string& shell) {
  const std::vector<CommandShape> commands = command_shapes(app);
  if (shell == "bash") return print(bash_completion(commands));
  return print(shell == "zsh" ? zsh_completion(commands) : fish_completion(commands));
}

void write_page(const std::filesystem::path& file, const std::string& page) {
  Output out(file);
  out.write(page);
  out.close();
}

// All pages into a folder that is there.
int write_manual(const CLI::App& app, const std::filesystem::path& folder) {
  const std::vector<CommandShape> commands = command_shapes(app);
  write_page(folder / "fihris.1", program_page(program_shape(app), commands));
  for (const CommandShape& command : commands)
    write_page(folder / ("fihris-" + command.name + ".1"), command_page(command));
  return kDone;
}

// A command whose one argument goes to `run(app, argument)`.
template <class Run>
CLI::Option* add_about(CLI::App& app, Action& action, CLI::App& command, const char* argument,
                       const char* description, Run run) {
  const auto value = std::make_shared<std::string>();
  command.callback(
      [&app, &action, value, run] { action = [&app, value, run] { return run(app, *value); }; });
  return command.add_option(argument, *value, description);
}

}  // namespace

void require_known_command(const CLI::App& app, const std::string& name) {
  std::vector<std::string> names;
  for (const CommandShape& command : command_shapes(app)) names.push_back(command.name);
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (command->check_name(name)) return;
  }
  throw Error(ErrorCode::kUsage, "no command is called " + name + "." + did_you_mean(name, names),
              "\"fihris --help\" lists them.");
}

void add_about_commands(CLI::App& app, Action& action) {
  CLI::App* const help = app.add_subcommand("help", "Print the help of a command");
  add_about(app, action, *help, "COMMAND", "Without it, the commands", print_help);
  help->footer("Example:\n  fihris help search");
  CLI::App* const completion =
      app.add_subcommand("completion", "Print what completes words in a shell");
  add_about(app, action, *completion, "SHELL", "Whose script is wanted", print_completion)
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  completion->footer("Example:\n  source <(fihris completion bash)");
  // For packages only.
  CLI::App* const manual = app.add_subcommand("manual", "Write the manual pages")->group("");
  add_about(app, action, *manual, "DIR", "A folder that is there", write_manual)->required();
}

}  // namespace fihris::cli
