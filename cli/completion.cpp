#include "completion.h"

#include <string_view>

#include "output.h"

namespace fihris::cli {
namespace {

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

// Within single quotation marks of a shell.
std::string quoted(const std::string& text, std::string_view escaped_mark) {
  return "'" + replaced(text, "'", escaped_mark) + "'";
}

std::string command_names(const std::vector<CommandShape>& commands) {
  std::vector<std::string> names;
  for (const CommandShape& command : commands) names.push_back(command.name);
  return joined(names, " ");
}

std::string flags_of(const CommandShape& command) {
  std::vector<std::string> flags;
  for (const OptionShape& option : command.options) {
    if (!option.positional) flags.push_back(option.names.front());
  }
  return joined(flags, " ");
}

// How bash fills in a value: a call of compgen, or nothing.
std::string bash_value(const OptionShape& option, const std::string& all_commands) {
  if (option.value == "COMMAND") return "compgen -W '" + all_commands + "' -- \"$word\"";
  if (!option.choices.empty())
    return "compgen -W '" + joined(option.choices, " ") + "' -- \"$word\"";
  if (option.takes_folder()) return "compgen -d -- \"$word\"";
  return option.takes_file() ? "compgen -f -- \"$word\"" : "";
}

// The cases of one command: after an option its values, else its options or what stands without
// one.
std::string bash_cases(const CommandShape& command, const std::string& all_commands) {
  std::string cases;
  std::string plain = ":";
  for (const OptionShape& option : command.options) {
    const std::string fill = bash_value(option, all_commands);
    if (option.positional) {
      if (!fill.empty()) plain = fill;
    } else if (!option.value.empty()) {
      cases += "    " + command.name + ":" + joined(option.names, "|" + command.name + ":") + ") " +
               (fill.empty() ? ":" : fill) + " ;;\n";
    }
  }
  return cases + "    " + command.name + ":*)\n      if [[ $word == -* ]]; then compgen -W '" +
         flags_of(command) + "' -- \"$word\"; else " + plain + "; fi ;;\n";
}

// What completes a value in zsh.
std::string zsh_value(const OptionShape& option, const std::string& all_commands) {
  const std::string name = ":" + option.value + ":";
  if (option.value == "COMMAND") return name + "(" + all_commands + ")";
  if (!option.choices.empty()) return name + "(" + joined(option.choices, " ") + ")";
  if (option.takes_folder()) return name + "_files -/";
  return option.takes_file() ? name + "_files" : name;
}

std::string zsh_argument(const OptionShape& option, const std::string& all_commands) {
  std::string text = replaced(option.description, "\\", "\\\\");
  for (const char* const sign : {"[", "]", ":"})
    text = replaced(text, sign, "\\" + std::string(sign));
  if (option.positional) return "'*" + zsh_value(option, all_commands) + "'";
  const std::string value = option.value.empty() ? "" : zsh_value(option, all_commands);
  return "'*" + option.names.front() + "'" + quoted("[" + text + "]" + value, "'\\''");
}

std::string fish_value(const OptionShape& option, const std::string& all_commands) {
  if (option.value.empty()) return "";
  if (option.value == "COMMAND") return " -xa '" + all_commands + "'";
  if (!option.choices.empty()) return " -xa '" + joined(option.choices, " ") + "'";
  if (option.takes_folder()) return " -xa '(__fish_complete_directories)'";
  return option.takes_file() ? " -rF" : " -x";
}

std::string fish_line(const CommandShape& command, const OptionShape& option,
                      const std::string& all_commands) {
  std::string line = "complete -c fihris -n '__fish_seen_subcommand_from " + command.name + "'";
  if (option.positional) return line + fish_value(option, all_commands) + "\n";
  for (const std::string& name : option.names)
    line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return line + fish_value(option, all_commands) + " -d " + quoted(option.description, "\\'") +
         "\n";
}

}  // namespace

std::string bash_completion(const std::vector<CommandShape>& commands) {
  const std::string names = command_names(commands);
  std::string cases;
  for (const CommandShape& command : commands) cases += bash_cases(command, names);
  return "# fihris for bash: source <(fihris completion bash)\n"
         "_fihris_words() {\n"
         "  local IFS=$' \\t\\n'\n"
         "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  if ((COMP_CWORD == 1)); then\n"
         "    compgen -W '" +
         names +
         " --help --version' -- \"$word\"\n"
         "    return\n"
         "  fi\n"
         "  case ${COMP_WORDS[1]}:$before in\n" +
         cases +
         "  esac\n"
         "}\n"
         "_fihris() {\n"
         "  local IFS=$'\\n'\n"
         "  compopt -o filenames 2>/dev/null\n"
         "  COMPREPLY=($(_fihris_words))\n"
         "}\n"
         "complete -F _fihris fihris\n";
}

std::string zsh_completion(const std::vector<CommandShape>& commands) {
  const std::string all = command_names(commands);
  std::string names;
  std::string cases;
  for (const CommandShape& command : commands) {
    names += "    " + quoted(command.name + ":" + command.description, "'\\''") + "\n";
    cases += "    " + command.name + ") _arguments -s";
    for (const OptionShape& option : command.options)
      cases += " \\\n      " + zsh_argument(option, all);
    cases += " ;;\n";
  }
  return "#compdef fihris\n"
         "# fihris for zsh: put it as _fihris into a folder of $fpath\n"
         "_fihris() {\n"
         "  local -a commands=(\n" +
         names +
         "  )\n"
         "  if ((CURRENT == 2)); then\n"
         "    _describe command commands\n"
         "    return\n"
         "  fi\n"
         "  local command=$words[2]\n"
         "  shift words\n"
         "  ((CURRENT--))\n"
         "  case $command in\n" +
         cases +
         "  esac\n"
         "}\n"
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _fihris \"$@\"; else compdef "
         "_fihris "
         "fihris; fi\n";
}

std::string fish_completion(const std::vector<CommandShape>& commands) {
  const std::string names = command_names(commands);
  std::string lines =
      "# fihris for fish: fihris completion fish | source\n"
      "complete -c fihris -f\n";
  for (const CommandShape& command : commands) {
    lines += "complete -c fihris -n 'not __fish_seen_subcommand_from " + names + "' -a " +
             command.name + " -d " + quoted(command.description, "\\'") + "\n";
  }
  for (const CommandShape& command : commands) {
    for (const OptionShape& option : command.options) lines += fish_line(command, option, names);
  }
  return lines;
}

}  // namespace fihris::cli
