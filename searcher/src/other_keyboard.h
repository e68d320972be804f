// Words typed with the wrong keyboard layout.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::internal {

// The words as they were meant; unchanged those that make sense already or no sense either way. No
// word is changed unless one of four letters or more is rescued: unknown as typed, and known as
// typed in the other layout. Empty when nothing is changed.
std::vector<std::string> retype(const std::vector<std::string_view>& words,
                                const std::function<bool(std::string_view)>& is_known);

}  // namespace fihris::internal
