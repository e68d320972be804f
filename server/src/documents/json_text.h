// Reading JSON that somebody sent, and speaking of it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace fihris::server::documents {

using Json = nlohmann::ordered_json;

// Throws ApiError{malformed_payload} with the place of the error; nesting is bounded.
Json parse_json(std::string_view text);

std::string dumped(const Json& json);

// "a string: `\"x\"`": what a value is, shortened, for messages.
std::string described(const Json& value);
// The beginning of a text, as valid UTF-8.
std::string excerpt(std::string_view text);

}  // namespace fihris::server::documents
