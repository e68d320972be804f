// The commands and their options as plain values, read from what CLI11 was told: help for shells
// and manual pages are made of them, so that they know what the command knows.
#pragma once

#include <CLI/App.hpp>
#include <string>
#include <vector>

namespace fihris::cli {

struct OptionShape {
  std::vector<std::string> names;    // "--limit", "-h"; of a positional "PATH"
  std::string value;                 // "N", "DIR"; empty for flags
  std::vector<std::string> choices;  // when it is one of a few names
  std::string description;
  bool positional = false;

  bool takes_folder() const { return value == "DIR"; }
  bool takes_file() const;
};

struct CommandShape {
  std::string name;
  std::string description;
  std::string footer;
  std::vector<OptionShape> options;  // positionals among them
};

// The program itself, with the options it has without a command.
CommandShape program_shape(const CLI::App& app);
// In the order of the help.
std::vector<CommandShape> command_shapes(const CLI::App& app);

}  // namespace fihris::cli
