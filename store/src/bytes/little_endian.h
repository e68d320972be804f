// Numbers of fixed width in files: little endian on every machine.
#pragma once

#include <cstddef>
#include <string>

namespace fihris::store {

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

}  // namespace fihris::store
