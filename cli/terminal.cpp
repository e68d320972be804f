#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "output.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kFewestColumns = 20;

std::string pager() {
  for (const char* const name : {"FIHRIS_PAGER", "PAGER"}) {
    if (const char* const value = std::getenv(name)) return value;
  }
  return "less";
}

bool fits(const std::string& text, const Terminal& terminal) {
  const auto lines = std::count(text.begin(), text.end(), '\n');
  return static_cast<std::size_t>(lines) < terminal.rows;
}

// False when the pager did not take the text.
bool page(const std::string& text, const std::string& command) {
  // Colours as they are, no pager for what fits after all, the text stays when it ends.
  ::setenv("LESS", "FRX", 0);
  ::setenv("LESSCHARSET", "utf-8", 0);
  std::FILE* const pipe = ::popen(command.c_str(), "w");
  if (pipe == nullptr) return false;
  // Whoever leaves the pager early has seen enough.
  static_cast<void>(std::fwrite(text.data(), 1, text.size(), pipe));
  constexpr int kNotFound = 127;
  const int status = ::pclose(pipe);
  return !WIFEXITED(status) || WEXITSTATUS(status) != kNotFound;
}

}  // namespace

std::optional<Terminal> output_terminal() {
  if (::isatty(STDOUT_FILENO) != 1) return std::nullopt;
  Terminal terminal;
  const char* const term = std::getenv("TERM");
  terminal.dumb = term == nullptr || *term == '\0' || term == std::string_view("dumb");
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    terminal.columns = std::max<std::size_t>(size.ws_col, kFewestColumns);
    terminal.rows = std::max<std::size_t>(size.ws_row, 1);
  }
  return terminal;
}

std::size_t output_columns() { return output_terminal().value_or(Terminal()).columns; }

void show(const std::string& text) {
  const std::optional<Terminal> terminal = output_terminal();
  if (terminal && !terminal->dumb && !fits(text, *terminal)) {
    const std::string command = pager();
    const bool wanted = !command.empty() && command != "cat";
    if (wanted && page(text, command)) return;
  }
  Output out;
  out.write(text);
  out.close();
}

}  // namespace fihris::cli
