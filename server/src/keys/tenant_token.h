// Tokens that sites make for their visitors: a JSON Web Token signed with a key.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "keys/key_body.h"
#include "keys/secrets.h"

namespace fihris::server::keys {

inline constexpr std::size_t kMaxTokenBytes = 16 * 1024;

// What may be searched with a token, and of it only what its filter lets through.
struct SearchRule {
  std::string pattern;
  Json filter;  // null: everything
};

struct TenantToken {
  Hash hash = Hash::kSha256;
  std::string_view signed_text;  // a view of the token
  std::string signature;         // bytes
  std::string key_uid;
  std::optional<std::int64_t> expires;  // seconds since 1970, the last at which it is good
  std::vector<SearchRule> rules;

  // Whether this secret of the key has signed it.
  bool is_signed_with(std::string_view secret) const;
};

// Nothing for a text that is no token of this kind, through and through: another algorithm (none,
// above all), more or fewer than three parts, other types, members of rules that are not known.
std::optional<TenantToken> read_tenant_token(std::string_view token);

// Of the rules that match an index the one that says most of it; null for none.
const SearchRule* rule_for(const std::vector<SearchRule>& rules, std::string_view index_uid);

}  // namespace fihris::server::keys
