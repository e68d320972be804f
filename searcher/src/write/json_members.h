// The members of a JSON object, as printed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::searcher::write {

struct JsonMember {
  std::string name;
  std::string_view text;  // of the whole member: "name": value
};

// In the order of `json`, which they point into; none when that is not a JSON object.
std::vector<JsonMember> members_of(std::string_view json);

}  // namespace fihris::searcher::write
