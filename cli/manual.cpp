#include "manual.h"

#include <algorithm>
#include <cctype>

namespace fihris::cli {
namespace {

// Text as roff takes it literally.
std::string roff(const std::string& text) {
  std::string out;
  bool line_begins = true;
  for (const char c : text) {
    if (line_begins && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
    line_begins = c == '\n';
  }
  return out;
}

std::string heading(const std::string& name, const std::string& description) {
  std::string capitals = name;
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return ".\\\" -*- coding: utf-8 -*-\n.TH " + capitals +
         " 1 \"\" \"fihris " FIHRIS_VERSION "\" \"User Commands\"\n.SH NAME\n" +
         roff(name + " - " + description) + "\n";
}

std::string option_paragraph(const OptionShape& option) {
  std::string names;
  for (const std::string& name : option.names)
    names.append(names.empty() ? "" : ", ").append("\\fB" + roff(name) + "\\fR");
  if (!option.value.empty() && !option.positional) names += " \\fI" + roff(option.value) + "\\fR";
  std::string paragraph = ".TP\n" + names + "\n" + roff(option.description);
  for (const std::string& choice : option.choices)
    paragraph += (&choice == &option.choices.front() ? ": " : ", ") + roff(choice);
  return paragraph + "\n";
}

std::string options_section(const CommandShape& command) {
  std::string section = ".SH OPTIONS\n";
  for (const OptionShape& option : command.options) section += option_paragraph(option);
  return section;
}

// The lines below the help, as they are.
std::string notes_section(const CommandShape& command) {
  return command.footer.empty() ? "" : ".SH NOTES\n.nf\n" + roff(command.footer) + "\n.fi\n";
}

constexpr const char* kSeeAlso =
    ".SH SEE ALSO\n.BR fihris (1),\n.BR fihris\\-query (7),\n.BR fihris\\-index\\-directory (5)\n";

}  // namespace

std::string program_page(const CommandShape& program, const std::vector<CommandShape>& commands) {
  std::string page = heading(program.name, program.description) +
                     ".SH SYNOPSIS\n.B fihris\n.I COMMAND\n.RI [ OPTIONS ]\n.SH COMMANDS\n";
  for (const CommandShape& command : commands) {
    page +=
        ".TP\n.BR " + roff("fihris-" + command.name) + " (1)\n" + roff(command.description) + "\n";
  }
  return page + options_section(program) +
         ".SH ENVIRONMENT\n"
         ".TP\n.B FIHRIS_DB\nFolder of the index, where \\-\\-db is not given.\n"
         ".TP\n.B NO_COLOR\nNo colour unless it is asked for.\n"
         ".TP\n.BR FIHRIS_PAGER ,\\  PAGER\nShows what does not fit on the terminal.\n" +
         notes_section(program) + kSeeAlso;
}

std::string command_page(const CommandShape& command) {
  std::string synopsis = ".SH SYNOPSIS\n.B fihris " + roff(command.name) + "\n.RI [ OPTIONS ]\n";
  for (const OptionShape& option : command.options) {
    if (option.positional) synopsis += ".RI [ " + roff(option.names.front()) + " ]\n";
  }
  return heading("fihris-" + command.name, command.description) + synopsis +
         options_section(command) + notes_section(command) + kSeeAlso;
}

}  // namespace fihris::cli
