// JSON as text for people.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace fihris::cli {

// An object as lines: "name  value", lists of plain values on one line, objects indented below
// their name, lists of objects as tables with a heading. Control characters are escaped as in JSON.
std::string text_of(const nlohmann::ordered_json& object);

}  // namespace fihris::cli
