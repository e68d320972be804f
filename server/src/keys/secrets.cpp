#include "keys/secrets.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>

#include "fihris/store/error.h"

namespace fihris::server::keys {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64 =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kUuidBytes = 16;
constexpr std::size_t kUuidLength = 36;

const EVP_MD* algorithm(Hash hash) {
  switch (hash) {
    case Hash::kSha384:
      return EVP_sha384();
    case Hash::kSha512:
      return EVP_sha512();
    case Hash::kSha256:
      break;
  }
  return EVP_sha256();
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

// 32 hexadecimal digits as 8-4-4-4-12.
std::string hyphenated(std::string digits) {
  for (const std::size_t at : {8U, 13U, 18U, 23U}) digits.insert(at, 1, '-');
  return digits;
}

}  // namespace

std::string hmac(Hash hash, std::string_view key, std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (HMAC(algorithm(hash), key.data(), static_cast<int>(key.size()), bytes_of(text), text.size(),
           digest.data(), &size) == nullptr) {
    throw Error(ErrorCode::kInputOutput, "A keyed hash could not be computed.");
  }
  return {reinterpret_cast<const char*>(digest.data()), size};
}

std::string hex(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += kHexDigits[byte >> 4U];
    text += kHexDigits[byte & 0xFU];
  }
  return text;
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string new_uuid() {
  std::array<unsigned char, kUuidBytes> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
    throw Error(ErrorCode::kInputOutput, "There are no random numbers to be had.");
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0FU) | 0x40U);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3FU) | 0x80U);
  return hyphenated(hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

std::optional<std::string> canonical_uuid(std::string_view text) {
  std::string digits;
  for (const char c : text.substr(0, kUuidLength)) {
    const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
    if (kHexDigits.find(lower) != std::string_view::npos) digits += lower;
  }
  if (digits.size() != kUuidBytes * 2) return std::nullopt;
  std::string canonical = hyphenated(digits);
  if (text.size() == digits.size()) return canonical;
  if (text.size() != canonical.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((text[i] == '-') != (canonical[i] == '-')) return std::nullopt;
  }
  return canonical;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 3 / 4);
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t value = kBase64.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    bits = bits << 6U | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += static_cast<char>(static_cast<unsigned char>(bits >> held & 0xFFU));
    bits &= (1U << held) - 1;
  }
  // A single digit is no byte, and what is left over must be zero: one text for some bytes only.
  if (held == 6 || bits != 0) return std::nullopt;
  return bytes;
}

}  // namespace fihris::server::keys
