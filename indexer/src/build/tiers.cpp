#include "build/tiers.h"

namespace fihris::indexer::build {

namespace {

unsigned tier_of(std::uint64_t documents) {
  unsigned tier = 0;
  for (std::uint64_t most = kSmallestPart * kFanIn; documents >= most; most *= kFanIn) ++tier;
  return tier;
}

std::uint64_t documents_of(std::span<const PartSize> parts) {
  std::uint64_t documents = 0;
  for (const PartSize& part : parts) documents += part.documents;
  return documents;
}

// The oldest part from which on there are too many dead.
std::size_t first_with_many_dead(std::span<const PartSize> parts, std::uint64_t added) {
  for (std::size_t first = 0; first < parts.size(); ++first) {
    if (has_many_dead(parts.subspan(first), added)) return first;
  }
  return parts.size();
}

// How many of the first `kept` parts stay beside a part of so many documents.
std::size_t keep_beside(std::span<const PartSize> parts, std::size_t kept,
                        std::uint64_t documents) {
  std::size_t first = kept;
  while (first > 0 && tier_of(parts[first - 1].documents) <= tier_of(documents)) --first;
  if (kept - first + 1 >= kFanIn) return first;
  // A much smaller one costs little.
  const bool small = kept > 0 && parts[kept - 1].documents * kFanIn <= documents;
  const bool empty = kept > 0 && parts[kept - 1].documents == 0;
  return small || empty ? kept - 1 : kept;
}

}  // namespace

bool has_many_dead(std::span<const PartSize> parts, std::uint64_t added) {
  std::uint64_t dead = 0;
  for (const PartSize& part : parts) dead += part.dead;
  const auto all = static_cast<double>(documents_of(parts) + added);
  return static_cast<double>(dead) > kMaxDeadShare * all;
}

std::size_t parts_to_keep(std::span<const PartSize> parts, std::uint64_t added) {
  std::size_t kept = first_with_many_dead(parts, added);
  for (;;) {
    const std::uint64_t documents = added + documents_of(parts.subspan(kept));
    const std::size_t fewer = keep_beside(parts, kept, documents);
    if (fewer == kept) return kept;
    kept = fewer;
  }
}

}  // namespace fihris::indexer::build
