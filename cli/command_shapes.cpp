#include "command_shapes.h"

#include <algorithm>
#include <cctype>

namespace fihris::cli {
namespace {

// The names in "WHEN:{auto,always,never}". What stands for something else, as FIELD does, has
// capital letters and is left out.
std::vector<std::string> choices_in(const std::string& type) {
  const std::size_t begin = type.find('{');
  const std::size_t end = type.find('}');
  std::vector<std::string> choices;
  if (begin == std::string::npos || end == std::string::npos) return choices;
  for (std::size_t at = begin + 1; at <= end;) {
    const std::size_t comma = std::min(type.find(',', at), end);
    std::string name = type.substr(at, comma - at);
    const bool stands_for_others =
        std::any_of(name.begin(), name.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    if (!name.empty() && !stands_for_others) choices.push_back(std::move(name));
    at = comma + 1;
  }
  return choices;
}

OptionShape shape_of(const CLI::Option& option) {
  OptionShape shape;
  shape.positional = option.get_positional();
  if (shape.positional) shape.names.push_back(option.get_name(true, false));
  for (const std::string& name : option.get_lnames()) shape.names.push_back("--" + name);
  for (const std::string& name : option.get_snames()) shape.names.push_back("-" + name);
  shape.description = option.get_description();
  if (option.get_type_size() == 0) return shape;
  const std::string type = option.get_type_name();
  shape.value = shape.positional ? shape.names.front() : type.substr(0, type.find_first_of(": ["));
  shape.choices = choices_in(type);
  return shape;
}

}  // namespace

bool OptionShape::takes_file() const {
  return value == "FILE" || value == "PATH" || value == "OUT" ||
         value.find('.') != std::string::npos;
}

CommandShape program_shape(const CLI::App& app) {
  CommandShape shape{app.get_name(), app.get_description(), app.get_footer(), {}};
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_group().empty()) shape.options.push_back(shape_of(*option));
  }
  return shape;
}

std::vector<CommandShape> command_shapes(const CLI::App& app) {
  std::vector<CommandShape> shapes;
  for (const CLI::App* command : app.get_subcommands(nullptr)) {
    if (!command->get_group().empty()) shapes.push_back(program_shape(*command));
  }
  return shapes;
}

}  // namespace fihris::cli
