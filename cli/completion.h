// What a shell needs to complete the command's words.
#pragma once

#include <string>
#include <vector>

#include "command_shapes.h"

namespace fihris::cli {

// A script for bash, zsh or fish.
std::string bash_completion(const std::vector<CommandShape>& commands);
std::string zsh_completion(const std::vector<CommandShape>& commands);
std::string fish_completion(const std::vector<CommandShape>& commands);

}  // namespace fihris::cli
