// Numbers in files, the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::store {

// Of fixed width: little endian.
template <class Number>
void append_little_endian(std::string& bytes, Number value) {
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFFU));
  }
}

// Compilers make one load of it where the machine is little endian itself.
template <class Number>
Number load_little_endian(const char* bytes) {
  Number value = 0;
  for (std::size_t i = 0; i < sizeof(Number); ++i) {
    value = static_cast<Number>(value | static_cast<Number>(static_cast<unsigned char>(bytes[i]))
                                            << (8 * i));
  }
  return value;
}

// Of variable length: little-endian base 128, the high bit says that more follows.
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
