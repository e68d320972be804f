#include "http/message.h"

#include <algorithm>

namespace fihris::server::http {

const std::string* Request::parameter(std::string_view name) const {
  const auto found = std::ranges::find_if(
      parameters, [name](const auto& parameter) { return parameter.first == name; });
  return found == parameters.end() ? nullptr : &found->second;
}

}  // namespace fihris::server::http
