// Settings of an index: all at once, or one by its own route.
#include "api/answers.h"
#include "errors/api_error.h"
#include "settings/setting_rows.h"

namespace fihris::server::api {
namespace {

const settings::SettingRow& row_of(const Call& call) {
  const settings::SettingRow* const row = settings::find_setting_route(call.values[1]);
  if (row == nullptr)
    throw errors::ApiError("not_found", "There is no setting `" + call.values[1] + "`.");
  return *row;
}

// A change that is known to be legal.
http::Response change(const Call& call, const Json& sent, bool reset) {
  indexes::require_valid_uid(call.values[0]);
  tasks::NewTask task{.type = tasks::type::kSettings, .index_uid = call.values[0]};
  task.details = sent;
  task.arguments = {{"settings", sent}, {"reset", reset}};
  if (!call.grant.may_create(call.values[0])) task.arguments["skipCreation"] = true;
  return accepted(call, std::move(task));
}

// Secrets of other services are shown by their beginning only.
Json without_secrets(Json json) {
  if (!json.is_structured()) return json;
  for (auto& [name, value] : json.items()) {
    if (name == "apiKey" && value.is_string()) {
      value = value.get_ref<const std::string&>().substr(0, 3) + "XXXXX...";
    } else {
      value = without_secrets(std::move(value));
    }
  }
  return json;
}

}  // namespace

http::Response get_settings(const Call& call) {
  const indexes::IndexRow row = call.service.catalog.get(call.values[0]);
  return json_response(without_secrets(settings_of(call.service, row).shown()));
}

http::Response change_settings(const Call& call) {
  const Json sent = json_body(call.request);
  settings::Settings().merge(sent);
  return change(call, sent, false);
}

http::Response reset_settings(const Call& call) { return change(call, Json::object(), true); }

http::Response get_setting(const Call& call) {
  const settings::SettingRow& row = row_of(call);
  return json_response(without_secrets(
      settings_of(call.service, call.service.catalog.get(call.values[0])).value(row.name)));
}

http::Response change_setting(const Call& call) {
  const settings::SettingRow& row = row_of(call);
  const bool right_verb =
      call.request.method == (row.verb == settings::Verb::kPut ? "PUT" : "PATCH");
  if (!right_verb)
    throw errors::ApiError("method_not_allowed", "This setting is changed by the other verb.");
  const Json sent = json_body(call.request);
  settings::Settings().merge_one(row, sent);
  Json named = Json::object();
  named[std::string(row.name)] = sent;
  return change(call, named, false);
}

http::Response reset_setting(const Call& call) {
  Json named = Json::object();
  named[std::string(row_of(call).name)] = nullptr;
  return change(call, named, false);
}

}  // namespace fihris::server::api
