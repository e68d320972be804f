#include "tokens.h"

#include <cstdint>

#include "keys/secrets.h"

namespace fihris::server::testing {

std::string to_base64url(std::string_view bytes) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : bytes) {
    bits = bits << 8U | static_cast<unsigned char>(c);
    for (held += 8; held >= 6; held -= 6) text += kDigits[bits >> (held - 6) & 0x3FU];
  }
  if (held > 0) text += kDigits[bits << (6 - held) & 0x3FU];
  return text;
}

std::string signed_token(std::string_view header, std::string_view claims,
                         std::string_view secret) {
  const std::string text = to_base64url(header) + "." + to_base64url(claims);
  return text + "." + to_base64url(keys::hmac(keys::Hash::kSha256, secret, text));
}

}  // namespace fihris::server::testing
