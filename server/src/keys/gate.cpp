#include "keys/gate.h"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

#include "errors/api_error.h"
#include "keys/actions.h"
#include "keys/secrets.h"

namespace fihris::server::keys {
namespace {

using errors::ApiError;

constexpr std::string_view kBearer = "Bearer";

[[noreturn]] void refuse_key() {
  throw ApiError("invalid_api_key", "The provided API key is invalid.");
}

bool is_good(const Key& key) { return !key.expires || state::now() < *key.expires; }

// The name of a scheme has no case (RFC 9110).
bool is_bearer(std::string_view scheme) {
  return std::ranges::equal(scheme, kBearer,
                            [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

// What stands behind "Bearer ".
std::string_view token_in(std::string_view authorization) {
  const std::size_t space = authorization.find(' ');
  if (!is_bearer(authorization.substr(0, space))) {
    throw ApiError("missing_authorization_header",
                   "The Authorization header is missing. It must use the bearer authorization "
                   "method.");
  }
  if (space == std::string_view::npos) refuse_key();
  return authorization.substr(space + 1);
}

}  // namespace

bool Grant::sees(std::string_view index_uid) const {
  if (key_ == nullptr) return true;
  return match_any(key_->indexes, index_uid) &&
         (!rules_ || rule_for(*rules_, index_uid) != nullptr);
}

bool Grant::sees_all() const {
  if (key_ == nullptr) return true;
  const auto is_all = [](const SearchRule& rule) { return rule.pattern == "*"; };
  return std::ranges::find(key_->indexes, "*") != key_->indexes.end() &&
         (!rules_ || std::ranges::any_of(*rules_, is_all));
}

void Grant::require(std::string_view index_uid) const {
  if (sees(index_uid)) return;
  throw ApiError("invalid_api_key", std::string(rules_ ? "The tenant token" : "The API key") +
                                        " gives no access to the index `" + std::string(index_uid) +
                                        "`.");
}

bool Grant::may_create(std::string_view index_uid) const {
  return sees(index_uid) && (key_ == nullptr || allow_action(key_->actions, "indexes.create"));
}

Json Grant::filter_for(std::string_view index_uid) const {
  const SearchRule* const rule = rules_ ? rule_for(*rules_, index_uid) : nullptr;
  return rule == nullptr ? Json() : rule->filter;
}

Grant Gate::check(std::string_view authorization, std::string_view action,
                  std::optional<std::string_view> index_uid) const {
  if (store_.master_key().empty()) {
    if (!action.starts_with("keys.")) return {};
    throw ApiError("missing_master_key",
                   "There are no keys, as the service was started without a master key.");
  }
  Grant granted = grant(token_in(authorization), action);
  if (index_uid) granted.require(*index_uid);
  return granted;
}

Grant Gate::grant(std::string_view token, std::string_view action) const {
  if (same_secret(store_.master_key(), token)) return {};
  if (auto key = store_.find_secret(token); key != nullptr) {
    if (!is_good(*key) || !allow_action(key->actions, action)) refuse_key();
    return Grant(std::move(key));
  }
  // Tokens of visitors search, and do nothing else.
  auto tenant = action == "search" ? tenant_grant(token) : std::nullopt;
  if (!tenant) refuse_key();
  return std::move(*tenant);
}

std::optional<Grant> Gate::tenant_grant(std::string_view token) const {
  auto read = read_tenant_token(token);
  if (!read) return std::nullopt;
  auto key = store_.find_uid(read->key_uid);
  if (key == nullptr || !read->is_signed_with(key->secret)) return std::nullopt;
  if (!is_good(*key) || !allow_action(key->actions, "search")) return std::nullopt;
  const auto seconds =
      std::chrono::floor<std::chrono::seconds>(state::now()).time_since_epoch().count();
  if (read->expires && seconds > *read->expires) {
    throw ApiError("invalid_api_key", "The tenant token has expired.");
  }
  return Grant(std::move(key), std::move(read->rules));
}

}  // namespace fihris::server::keys
