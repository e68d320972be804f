// Reading JSON that somebody sent, and speaking of it.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::documents {

using Json = nlohmann::ordered_json;

// Throws ApiError{malformed_payload} with the place of the error; nesting is bounded.
Json parse_json(std::string_view text);

std::string dumped(const Json& json);

// "a string: `\"x\"`": what a value is, shortened, for messages.
std::string described(const Json& value);
// The beginning of a text, as valid UTF-8.
std::string excerpt(std::string_view text);

// Throws ApiError{bad_request} for what is no object.
void require_object(const Json& json);

// The items of "a,b,c", as they stand between the commas; a comma at the end ends the last one.
std::vector<std::string> items_of(std::string_view list);

// "`a`, `b`", for messages.
template <class Names>
std::string quoted_list(const Names& names) {
  std::string list;
  for (const auto& name : names)
    list.append(list.empty() ? "`" : ", `").append(std::string_view(name)).append("`");
  return list;
}

}  // namespace fihris::server::documents
