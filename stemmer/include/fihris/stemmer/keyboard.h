// Text typed with the wrong keyboard layout. Pure functions, thread-safe.
//
// The Arabic layout is Windows' "Arabic (101)", on the keys of a QWERTY or an AZERTY keyboard;
// shifted keys included. Characters no key of the other layout gives stay as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihris {

enum class LatinKeyboard : std::uint8_t { kQwerty, kAzerty };

// What the same keys type in the Arabic layout: "hgsdv,vm" → «السيرورة», "b" → «لا».
std::string arabic_keys(std::string_view latin, LatinKeyboard keyboard);

// What the same keys type in the Latin layout. لا may be the one key or the two letters: all
// readings, at most 8, the single key first.
std::vector<std::string> latin_keys(std::string_view arabic, LatinKeyboard keyboard);

}  // namespace fihris
