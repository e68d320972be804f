// What is said of a wrong value, however it was written.
#pragma once

#include <string>
#include <string_view>

#include "fihris/searcher/request_options.h"

namespace fihris::searcher::request {

// Throws Error{kUsage}: "CALLED must be ALLOWED, not WHAT."
[[noreturn]] void refuse(const RequestOption& option, std::string_view called,
                         const std::string& what);

// The beginning of a text in quotation marks, as valid UTF-8.
std::string excerpt(std::string_view text);

}  // namespace fihris::searcher::request
