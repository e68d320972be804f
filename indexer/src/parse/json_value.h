// What a JSON value says as texts.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::parse {

struct ValueTexts {
  std::vector<std::string> texts;  // as they are; none for null
  bool is_list = false;
  bool has_number = false;
  std::string_view wrong =
      {};  // the kind of what is no text in it: "an object"; empty: all is text
};

// Takes texts, numbers, null, objects that name something ({"name": …}, {"rendered": …},
// {"$date": …}), and lists of these.
ValueTexts texts_of(const nlohmann::json& value);

// A number as RFC 8259 has it, of any size.
bool is_json_number(std::string_view token);

// Whether JSON is nested too deep to be stored: whoever prints or walks the fields may do so by
// recursion.
bool is_too_deep(std::string_view json);
inline constexpr int kMaxJsonDepth = 64;

}  // namespace fihris::indexer::parse
