// Which parts of an index are merged with what is added: as in a log-structured merge tree.
//
// What is added becomes a part of its own. When there are kFanIn parts of about one size they
// become one, so there are few parts, and each article is copied once for each size: seldom. See
// docs/decisions/0023-parts-in-tiers.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace fihris::indexer::build {

// Measured: docs/decisions/0023-parts-in-tiers.md.
inline constexpr std::uint64_t kFanIn = 4;
// Parts of fewer documents than kFanIn times this are of one size.
inline constexpr std::uint64_t kSmallestPart = 1000;
// Where more than this share would be dead articles, those that live on are analysed again.
inline constexpr double kMaxDeadShare = 0.2;

struct PartSize {
  std::uint64_t documents = 0;  // dead ones included
  std::uint64_t dead = 0;
};

// How many of the parts, which stand oldest first, stay as they are when `added` documents come;
// the others and these become one part.
std::size_t parts_to_keep(std::span<const PartSize> parts, std::uint64_t added);

// Whether the dead of these parts are too many to be copied beside `added` other documents.
bool has_many_dead(std::span<const PartSize> parts, std::uint64_t added);

}  // namespace fihris::indexer::build
