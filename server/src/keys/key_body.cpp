#include "keys/key_body.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "errors/api_error.h"
#include "keys/actions.h"
#include "keys/secrets.h"

namespace fihris::server::keys {
namespace {

using namespace std::string_view_literals;
using errors::ApiError;

struct Member {
  std::string_view name;
  std::string_view code;  // behind "invalid_api_key_", "missing_api_key_", "immutable_api_key_"
};
constexpr auto kMembers = std::to_array<Member>({{"name", "name"},
                                                 {"description", "description"},
                                                 {"uid", "uid"},
                                                 {"actions", "actions"},
                                                 {"indexes", "indexes"},
                                                 {"expiresAt", "expires_at"}});
constexpr auto kImmutable = std::to_array<Member>({{"uid", "uid"},
                                                   {"actions", "actions"},
                                                   {"indexes", "indexes"},
                                                   {"expiresAt", "expires_at"},
                                                   {"createdAt", "created_at"},
                                                   {"updatedAt", "updated_at"}});

std::string written(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string_view code_of(std::string_view name) {
  return std::ranges::find(kMembers, name, &Member::name)->code;
}

[[noreturn]] void refuse(const std::string& name, const std::string& message) {
  throw ApiError("invalid_api_key_" + std::string(code_of(name)),
                 "Invalid value at `." + name + "`: " + message);
}

[[noreturn]] void refuse_type(const std::string& name, std::string_view expected,
                              const Json& found) {
  throw ApiError("invalid_api_key_" + std::string(code_of(name)),
                 "Invalid value type at `." + name + "`: expected " + std::string(expected) +
                     ", but found " + found.type_name() + ": `" + written(found) + "`");
}

void require_object(const Json& body) {
  if (body.is_object()) return;
  throw ApiError("bad_request", std::string("Invalid value type: expected an object, but found ") +
                                    body.type_name() + ": `" + written(body) + "`");
}

[[noreturn]] void refuse_member(const std::string& name, std::string_view known) {
  throw ApiError("bad_request",
                 "Unknown field `" + name + "`: expected one of " + std::string(known));
}

const Json& needed(const Json& body, const std::string& name) {
  const auto found = body.find(name);
  if (found != body.end()) return *found;
  throw ApiError("missing_api_key_" + std::string(code_of(name)), "Missing field `" + name + "`");
}

std::optional<std::string> optional_text(const Json& body, const std::string& name) {
  const auto found = body.find(name);
  if (found == body.end() || found->is_null()) return std::nullopt;
  if (!found->is_string()) refuse_type(name, "a string", *found);
  return found->get<std::string>();
}

// Each text once; check(text, place) refuses those that are wrong.
template <class Check>
std::vector<std::string> texts(const Json& body, const std::string& name, Check check) {
  const Json& list = needed(body, name);
  if (!list.is_array()) refuse_type(name, "an array", list);
  std::vector<std::string> items;
  for (const Json& item : list) {
    if (!item.is_string()) refuse_type(name, "an array of strings", item);
    auto text = item.get<std::string>();
    check(text);
    if (std::ranges::find(items, text) == items.end()) items.push_back(std::move(text));
  }
  return items;
}

void check_action(const std::string& action) {
  if (is_action(action)) return;
  refuse("actions", "unknown value `" + action + "`: expected one of " + known_actions());
}

void check_index(const std::string& pattern) {
  if (is_index_pattern(pattern)) return;
  refuse("indexes", "`" + pattern +
                        "` is no uid of an index nor a pattern: letters, digits, hyphens and "
                        "underscores, at the end perhaps a star (*)");
}

std::optional<Moment> expiry(const Json& body) {
  const Json& value = needed(body, "expiresAt");
  if (value.is_null()) return std::nullopt;
  if (!value.is_string()) refuse_type("expiresAt", "a string", value);
  const auto moment = state::read_moment(value.get_ref<const std::string&>());
  if (!moment || *moment <= state::now()) {
    refuse("expiresAt", "`" + value.get<std::string>() +
                            "` is no date in the future, in RFC 3339 or as YYYY-MM-DD");
  }
  return moment;
}

std::string uid_of(const Json& body) {
  const auto found = body.find("uid");
  if (found == body.end()) return new_uuid();
  if (!found->is_string()) refuse_type("uid", "a string", *found);
  const auto uid = canonical_uuid(found->get_ref<const std::string&>());
  if (!uid) refuse("uid", "`" + found->get<std::string>() + "` is no UUID");
  return *uid;
}

Json or_null(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

}  // namespace

Key key_of(const Json& body) {
  require_object(body);
  for (const auto& [name, value] : body.items()) {
    if (std::ranges::find(kMembers, name, &Member::name) == kMembers.end()) {
      refuse_member(name, "`description`, `name`, `uid`, `actions`, `indexes`, `expiresAt`");
    }
  }
  Key key;
  key.uid = uid_of(body);
  key.name = optional_text(body, "name");
  key.description = optional_text(body, "description");
  key.actions = texts(body, "actions", check_action);
  key.indexes = texts(body, "indexes", check_index);
  key.expires = expiry(body);
  key.created = key.updated = state::now();
  return key;
}

KeyChange change_of(const Json& body) {
  require_object(body);
  KeyChange change;
  for (const auto& [name, value] : body.items()) {
    if (name == "name") {
      change.name = optional_text(body, name);
    } else if (name == "description") {
      change.description = optional_text(body, name);
    } else {
      const auto* const found = std::ranges::find(kImmutable, name, &Member::name);
      if (found == kImmutable.end()) refuse_member(name, "`description`, `name`");
      throw ApiError("immutable_api_key_" + std::string(found->code),
                     "Immutable field `" + name + "`: expected one of `description`, `name`");
    }
  }
  return change;
}

Json shown(const Key& key) {
  return {{"name", or_null(key.name)},
          {"description", or_null(key.description)},
          {"key", key.secret},
          {"uid", key.uid},
          {"actions", key.actions},
          {"indexes", key.indexes},
          {"expiresAt", key.expires ? Json(state::to_text(*key.expires)) : Json()},
          {"createdAt", state::to_text(key.created)},
          {"updatedAt", state::to_text(key.updated)}};
}

}  // namespace fihris::server::keys
