// Manual pages.
#pragma once

#include <string>
#include <vector>

#include "command_shapes.h"

namespace fihris::cli {

// The page fihris(1), for man(1).
std::string program_page(const CommandShape& program, const std::vector<CommandShape>& commands);
// The page fihris-COMMAND(1).
std::string command_page(const CommandShape& command);

}  // namespace fihris::cli
