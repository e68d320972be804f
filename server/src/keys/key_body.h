// A key as it is kept, and bodies of requests about keys.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "state/moment.h"

namespace fihris::server::keys {

using Json = nlohmann::ordered_json;
using state::Moment;

struct Key {
  std::string uid;  // as new_uuid() writes it
  std::optional<std::string> name;
  std::optional<std::string> description;
  std::vector<std::string> actions;
  std::vector<std::string> indexes;  // patterns
  std::optional<Moment> expires;
  Moment created;
  Moment updated;
  std::string secret;  // what is sent to use it; not kept on disk
};

// What a request may change of a key. The outer optional: whether it is changed.
struct KeyChange {
  std::optional<std::optional<std::string>> name;
  std::optional<std::optional<std::string>> description;
};

// The key that a body describes, with a uid of its own and the times of now. Throws ApiError:
// bad_request for what is no object and unknown members, missing_api_key_… and invalid_api_key_….
Key key_of(const Json& body);

// Throws ApiError: as key_of(), and immutable_api_key_… for what never changes.
KeyChange change_of(const Json& body);

// {name, description, key, uid, actions, indexes, expiresAt, createdAt, updatedAt}
Json shown(const Key& key);

}  // namespace fihris::server::keys
