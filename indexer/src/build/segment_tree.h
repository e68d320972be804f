// Segments merged as they come, so that few are left for the end.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <set>
#include <vector>

namespace fihris::indexer::build {

// Merges each full group of kFanIn neighbouring segments into one, and those again, always in order
// of number. Keeps the last merge short, which one thread does alone, and the number of open files
// small. Thread-safe.
class SegmentTree {
 public:
  static constexpr std::uint64_t kFanIn = 16;

  explicit SegmentTree(std::filesystem::path directory) : directory_(std::move(directory)) {}
  // Where to build segment `number`.
  std::filesystem::path path_of(std::uint64_t number) const { return path_of({0, number}); }
  // Segment `number` is built. Merges in the calling thread when it completes a group. Throws
  // Xapian's errors.
  void add(std::uint64_t number);
  // What is left, in order. Call when all segments are added.
  std::vector<std::filesystem::path> parts() const;

 private:
  struct Node {
    unsigned level = 0;
    std::uint64_t number = 0;  // covers segments number × kFanIn^level and on
  };
  static bool precedes(const Node& a, const Node& b);
  std::filesystem::path path_of(const Node& node) const;
  bool completes_group(const Node& node);
  Node merge_group_of(const Node& node) const;

  std::filesystem::path directory_;
  std::mutex mutex_;
  std::vector<std::set<std::uint64_t>> done_;  // by level; a merged group is taken out
};

}  // namespace fihris::indexer::build
