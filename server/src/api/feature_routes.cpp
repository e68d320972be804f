// Flags of experimental features: kept and shown, without effect here.
#include <algorithm>
#include <array>

#include "api/answers.h"
#include "errors/api_error.h"

namespace fihris::server::api {
namespace {

using errors::ApiError;

constexpr auto kFeatures = std::to_array<std::string_view>(
    {"metrics", "logsRoute", "editDocumentsByFunction", "containsFilter", "network",
     "getTaskDocumentsRoute", "compositeEmbedders", "chatCompletions", "multimodal",
     "vectorStoreSetting", "dynamicSearchRules", "foreignKeys", "tasksStreamingRoute",
     "renderRoute"});

Json present_features(state::Database& database) {
  state::Database::Transaction transaction(database);
  Json features = Json::object();
  for (const std::string_view name : kFeatures) {
    auto row = transaction.prepare("SELECT value FROM counters WHERE name=?");
    const bool known = row.bind("feature " + std::string(name)).next();
    features[std::string(name)] = known && row.number(0) != 0;
  }
  return features;
}

}  // namespace

http::Response get_features(const Call& call) {
  return json_response(present_features(call.service.database));
}

http::Response change_features(const Call& call) {
  const Json sent = json_body(call.request);
  documents::require_object(sent);
  for (const auto& [name, value] : sent.items()) {
    if (std::ranges::find(kFeatures, name) == kFeatures.end())
      throw ApiError("bad_request", "Unknown field `" + documents::excerpt(name) + "`");
    if (!value.is_boolean()) {
      throw ApiError("bad_request", "Invalid value type at `." + name +
                                        "`: expected a boolean, but found " +
                                        documents::described(value));
    }
  }
  {
    state::Database::Transaction transaction(call.service.database);
    for (const auto& [name, value] : sent.items()) {
      transaction
          .prepare(
              "INSERT INTO counters(name, value) VALUES(?,?) "
              "ON CONFLICT(name) DO UPDATE SET value=excluded.value")
          .bind("feature " + name)
          .bind(static_cast<std::int64_t>(value.get<bool>()))
          .run();
    }
    transaction.commit();
  }
  return json_response(present_features(call.service.database));
}

}  // namespace fihris::server::api
