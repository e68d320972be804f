// Inputs made by hand, each to break something that looks reasonable.
#pragma once

#include <string>
#include <vector>

namespace fihris::fuzz {

struct HostileInput {
  std::string name;
  std::string bytes;
};
std::vector<HostileInput> hostile_inputs();

}  // namespace fihris::fuzz
