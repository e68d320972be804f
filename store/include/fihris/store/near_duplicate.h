// The fingerprint by which the same story in several outlets is recognised.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "fihris/store/token_column.h"

namespace fihris {

// What of an article's text is compared: 64 numbers of 4 bits, of which two texts share about as
// large a part as they share runs of three lemmas (b-bit minwise hashing: Li & König 2010; one
// permutation with rotation: Shrivastava & Li 2014). Texts too short to be judged have none, which
// resembles nothing.
struct TextSignature {
  std::array<std::uint64_t, 4> words{};
  bool empty() const { return words == std::array<std::uint64_t, 4>{}; }
  friend bool operator==(const TextSignature&, const TextSignature&) = default;
};

// Of titles, summaries and bodies of at least kMinSignedTokens tokens; an empty one of others.
TextSignature signature_of(const TokenColumn& column);
inline constexpr std::size_t kMinSignedTokens = 24;

// The estimated share of common runs of three lemmas (Jaccard), 0 … 1; 0 with an empty signature.
// Standard error about .07 in the middle.
double resemblance(const TextSignature& a, const TextSignature& b);
// From here on two articles may be one story, edited by two outlets.
inline constexpr double kNearDuplicate = 0.4;

// 32 bytes, little endian; none for an empty signature.
std::string encode(const TextSignature& signature);
// An empty signature for anything that encode() does not make.
TextSignature decode_signature(std::string_view bytes);

}  // namespace fihris
