// What somebody who mistyped a name may have meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::cli {

// The name that takes the fewest letters changed, added, left out or swapped; empty when even that
// one is another word.
std::string nearest(std::string_view given, const std::vector<std::string>& names);

// " Did you mean search?", or nothing.
std::string did_you_mean(std::string_view given, const std::vector<std::string>& names);

}  // namespace fihris::cli
