#include "changes.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "fihris/store/error.h"

namespace fihris::capi {
namespace {

using Json = nlohmann::ordered_json;

Json rejected_items(const std::vector<SourceError>& errors) {
  Json items = Json::array();
  for (const SourceError& error : errors)
    items.push_back({{"line", error.line}, {"outcome", "rejected"}, {"reason", error.what}});
  return items;
}

}  // namespace

std::vector<std::string> ids_from_json(std::string_view json) {
  Json list = Json::parse(json, nullptr, false);
  if (list.is_string()) list = Json::array({list});
  const bool texts = list.is_array() && std::all_of(list.begin(), list.end(),
                                                    [](const Json& id) { return id.is_string(); });
  if (!texts) {
    throw Error(ErrorCode::kUsage, "the ids are no JSON list of texts.",
                R"(Write ["id-1", "id-2"].)");
  }
  return list.get<std::vector<std::string>>();
}

std::string to_json(const IndexReport& report) {
  const Json json = {{"added", report.articles - report.replaced},
                     {"replaced", report.replaced},
                     {"deleted", report.deleted},
                     {"rejected", report.rejected_count},
                     {"seconds", report.seconds},
                     {"items", rejected_items(report.rejected)}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace fihris::capi
