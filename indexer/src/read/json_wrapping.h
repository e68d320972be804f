// Objects that are no article but hold a list of them, as answers of other programs do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fihris::indexer::read {

struct WrappedObject {
  std::string json;
  std::uint64_t line = 0;  // line breaks of the wrapping object before it
};

// The articles of `{"status": "ok", "articles": [{…}, …]}`, of such a list further within, or of an
// object whose members are all articles. Empty when the object has a text of its own, holds no such
// list, or is no JSON.
std::vector<WrappedObject> wrapped_objects(const std::string& json);

}  // namespace fihris::indexer::read
