// Keyed hashes and comparisons that tell nothing by the time they take.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::server::keys {

enum class Hash : std::uint8_t { kSha256, kSha384, kSha512 };

std::string hmac(Hash hash, std::string_view key, std::string_view text);  // bytes
std::string hex(std::string_view bytes);                                   // lower case

// Whether both are the same. How long it takes depends on their lengths alone.
bool same_secret(std::string_view a, std::string_view b);

// A random UUID (version 4): "7b198a7f-52a0-4188-8762-9ad93cd608b2".
std::string new_uuid();
// A UUID in any case, with or without hyphens, as new_uuid() writes it; nothing for other texts.
std::optional<std::string> canonical_uuid(std::string_view text);

// The bytes of base64 for URLs, which has no padding; nothing for anything else.
std::optional<std::string> from_base64url(std::string_view text);

}  // namespace fihris::server::keys
