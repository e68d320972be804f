// Numbers of variable length: little-endian base 128, the high bit says that more follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::store {

inline void append_varint(std::string& bytes, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes.push_back(static_cast<char>((value & 0x7F) | 0x80));
  bytes.push_back(static_cast<char>(value));
}

// Takes a number off the front of `bytes`; nothing (and `bytes` in no particular state) when there
// is none or it does not fit 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    const std::uint64_t part = byte & 0x7FU;
    if (shift == 63 && part > 1) return std::nullopt;
    value |= part << shift;
    if (byte < 0x80) return value;
  }
  return std::nullopt;
}

}  // namespace fihris::store
