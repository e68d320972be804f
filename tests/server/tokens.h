// Tokens of visitors, as a site makes them.
#pragma once

#include <string>
#include <string_view>

namespace fihris::server::testing {

std::string to_base64url(std::string_view bytes);

// Header and claims in JSON, signed with SHA-256.
std::string signed_token(std::string_view header, std::string_view claims, std::string_view secret);

}  // namespace fihris::server::testing
