// Who may do what.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "keys/key_store.h"
#include "keys/tenant_token.h"

namespace fihris::server::keys {

// What a request may see. Plain value.
class Grant {
 public:
  Grant() = default;  // everything
  explicit Grant(std::shared_ptr<const Key> key) : key_(std::move(key)) {}
  Grant(std::shared_ptr<const Key> key, std::vector<SearchRule> rules)
      : key_(std::move(key)), rules_(std::move(rules)) {}

  bool sees(std::string_view index_uid) const;
  bool sees_all() const;  // indexes that there may ever be
  // Throws ApiError{invalid_api_key} for an index that it does not see.
  void require(std::string_view index_uid) const;
  // Whether an index that does not exist is made when documents come for it.
  bool may_create(std::string_view index_uid) const;
  // What documents of an index must match besides, as the member `filter` of a search has it; null
  // when there is no such filter.
  Json filter_for(std::string_view index_uid) const;

 private:
  std::shared_ptr<const Key> key_;                // null: the master key, or none is needed
  std::optional<std::vector<SearchRule>> rules_;  // of a tenant token
};

// Looks at the Authorization header of requests. Thread-safe; reads memory only.
class Gate {
 public:
  explicit Gate(const KeyStore& store) : store_(store) {}

  // What the bearer may see, if it may do this action, on this index if one is named. Without a
  // master key anybody may do anything but look at keys. action: "documents.add". Throws ApiError:
  // missing_authorization_header, invalid_api_key, missing_master_key.
  Grant check(std::string_view authorization, std::string_view action,
              std::optional<std::string_view> index_uid = std::nullopt) const;

 private:
  Grant grant(std::string_view token, std::string_view action) const;
  std::optional<Grant> tenant_grant(std::string_view token) const;

  const KeyStore& store_;
};

}  // namespace fihris::server::keys
