// The terminal that somebody sits at.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace fihris::cli {

struct Terminal {
  std::size_t columns = 80;
  std::size_t rows = 24;
  bool dumb = false;  // TERM is unset or "dumb": no colours, no pager
};

// What standard output is connected to; nothing when that is no terminal.
std::optional<Terminal> output_terminal();

// Columns of text that fill the terminal; 80 where there is none.
std::size_t output_columns();

// Prints a text: by way of a pager when standard output is a terminal that the text does not fit
// on. The pager is FIHRIS_PAGER, or PAGER, or less; none when that is empty or "cat".
void show(const std::string& text);

}  // namespace fihris::cli
