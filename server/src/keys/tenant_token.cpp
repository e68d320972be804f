#include "keys/tenant_token.h"

#include <utility>

#include "keys/actions.h"

namespace fihris::server::keys {
namespace {

std::optional<Json> object_in(std::string_view part) {
  const auto text = from_base64url(part);
  if (!text) return std::nullopt;
  Json object = Json::parse(*text, nullptr, false);
  if (!object.is_object()) return std::nullopt;
  return object;
}

std::optional<Hash> hash_of(const Json& header) {
  // What a header declares critical is not known here.
  if (header.contains("crit")) return std::nullopt;
  const auto type = header.find("typ");
  if (type != header.end() && *type != "JWT") return std::nullopt;
  const Json algorithm = header.value("alg", Json());
  if (algorithm == "HS256") return Hash::kSha256;
  if (algorithm == "HS384") return Hash::kSha384;
  if (algorithm == "HS512") return Hash::kSha512;
  return std::nullopt;
}

// The filter of one rule; nothing when it is no rule.
std::optional<Json> filter_in(const Json& rule) {
  if (rule.is_null()) return Json();
  if (!rule.is_object()) return std::nullopt;
  Json filter;
  for (const auto& [name, value] : rule.items()) {
    // A misspelt member would open what it was to close.
    if (name != "filter") return std::nullopt;
    if (!value.is_null() && !value.is_string() && !value.is_array()) return std::nullopt;
    filter = value;
  }
  return filter;
}

bool read_list(const Json& list, std::vector<SearchRule>& rules) {
  for (const Json& item : list) {
    if (!item.is_string() || !is_index_pattern(item.get_ref<const std::string&>())) return false;
    rules.push_back({item.get<std::string>(), Json()});
  }
  return true;
}

bool read_object(const Json& object, std::vector<SearchRule>& rules) {
  for (const auto& [pattern, rule] : object.items()) {
    auto filter = filter_in(rule);
    if (!filter || !is_index_pattern(pattern)) return false;
    rules.push_back({pattern, std::move(*filter)});
  }
  return true;
}

bool read_claims(const Json& claims, TenantToken& token) {
  const Json uid = claims.value("apiKeyUid", Json());
  const Json expires = claims.value("exp", Json());
  const Json rules = claims.value("searchRules", Json());
  const auto canonical =
      uid.is_string() ? canonical_uuid(uid.get_ref<const std::string&>()) : std::nullopt;
  if (!canonical) return false;
  token.key_uid = *canonical;
  if (!expires.is_null()) {
    if (!expires.is_number_integer()) return false;
    token.expires = expires.get<std::int64_t>();
  }
  if (rules.is_array()) return read_list(rules, token.rules);
  return rules.is_object() && read_object(rules, token.rules);
}

}  // namespace

bool TenantToken::is_signed_with(std::string_view secret) const {
  return !secret.empty() && same_secret(hmac(hash, secret, signed_text), signature);
}

std::optional<TenantToken> read_tenant_token(std::string_view token) {
  const std::size_t first = token.find('.');
  const std::size_t last = token.rfind('.');
  if (token.size() > kMaxTokenBytes || first == last || token.find('.', first + 1) != last)
    return std::nullopt;
  const auto header = object_in(token.substr(0, first));
  const auto claims = object_in(token.substr(first + 1, last - first - 1));
  auto signature = from_base64url(token.substr(last + 1));
  if (!header || !claims || !signature) return std::nullopt;
  const auto hash = hash_of(*header);
  if (!hash) return std::nullopt;
  TenantToken read;
  read.hash = *hash;
  read.signed_text = token.substr(0, last);
  read.signature = std::move(*signature);
  if (!read_claims(*claims, read)) return std::nullopt;
  return read;
}

const SearchRule* rule_for(const std::vector<SearchRule>& rules, std::string_view index_uid) {
  const SearchRule* best = nullptr;
  const auto weight = [](const SearchRule& rule) {
    return std::pair(!rule.pattern.ends_with('*'), rule.pattern.size());
  };
  for (const SearchRule& rule : rules) {
    if (!matches_pattern(rule.pattern, index_uid)) continue;
    if (best == nullptr || weight(rule) > weight(*best)) best = &rule;
  }
  return best;
}

}  // namespace fihris::server::keys
