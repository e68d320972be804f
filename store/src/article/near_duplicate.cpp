#include "fihris/store/near_duplicate.h"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "bytes/numbers.h"

namespace fihris {

namespace {

constexpr std::size_t kBins = 64;
constexpr std::size_t kRun = 3;
constexpr std::uint64_t kEmptyBin = ~std::uint64_t{0};
// Two numbers of 4 bits agree by accident so often.
constexpr double kAccident = 1.0 / 16;

// Mixes the bits of a number: finaliser of SplitMix64 (Steele et al. 2014).
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

using Bins = std::array<std::uint64_t, kBins>;

// The smallest hash of those that fall into each bin.
Bins smallest_hashes(const TokenColumn& column) {
  Bins bins;
  bins.fill(kEmptyBin);
  std::uint64_t run = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    run = (run << 16U | column.lemma(i)) & 0xFFFF'FFFF'FFFFU;
    if (i + 1 < kRun) continue;
    const std::uint64_t hash = mixed(run + 1);
    std::uint64_t& bin = bins[hash >> 58U];
    bin = std::min(bin, hash & 0x03FF'FFFF'FFFF'FFFFU);
  }
  return bins;
}

// The value of a bin. An empty one takes over from the next that is not, changed by the distance.
std::uint64_t bin_value(const Bins& bins, std::size_t bin) {
  for (std::size_t step = 0; step < kBins; ++step) {
    const std::uint64_t value = bins[(bin + step) % kBins];
    if (value != kEmptyBin) return mixed(value + step) & 0xFU;
  }
  return 0;
}

}  // namespace

TextSignature signature_of(const TokenColumn& column) {
  TextSignature signature;
  if (column.size() < kMinSignedTokens) return signature;
  const Bins bins = smallest_hashes(column);
  for (std::size_t bin = 0; bin < kBins; ++bin) {
    signature.words[bin / 16] |= bin_value(bins, bin) << (bin % 16 * 4);
  }
  return signature;
}

double resemblance(const TextSignature& a, const TextSignature& b) {
  if (a.empty() || b.empty()) return 0;
  int differing = 0;
  for (std::size_t i = 0; i < a.words.size(); ++i) {
    std::uint64_t bits = a.words[i] ^ b.words[i];
    bits |= bits >> 2U;
    bits |= bits >> 1U;
    differing += std::popcount(bits & 0x1111'1111'1111'1111U);
  }
  const double agreeing = 1 - static_cast<double>(differing) / kBins;
  return std::max(0.0, (agreeing - kAccident) / (1 - kAccident));
}

std::string encode(const TextSignature& signature) {
  std::string bytes;
  if (signature.empty()) return bytes;
  for (const std::uint64_t word : signature.words) store::append_little_endian(bytes, word);
  return bytes;
}

TextSignature decode_signature(std::string_view bytes) {
  TextSignature signature;
  if (bytes.size() != sizeof signature.words) return signature;
  for (std::size_t i = 0; i < signature.words.size(); ++i) {
    signature.words[i] = store::load_little_endian<std::uint64_t>(bytes.data() + 8 * i);
  }
  return signature;
}

}  // namespace fihris
