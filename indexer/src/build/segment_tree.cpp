#include "build/segment_tree.h"

#include <algorithm>
#include <string>
#include <system_error>

#include "build/compaction.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

fs::path SegmentTree::path_of(const Node& node) const {
  return directory_ / ("part-" + std::to_string(node.level) + "-" + std::to_string(node.number));
}

void SegmentTree::add(std::uint64_t number) {
  Node node{0, number};
  while (completes_group(node)) node = merge_group_of(node);
}

bool SegmentTree::completes_group(const Node& node) {
  const std::lock_guard lock(mutex_);
  if (done_.size() <= node.level) done_.resize(node.level + 1);
  std::set<std::uint64_t>& level = done_[node.level];
  level.insert(node.number);
  const std::uint64_t first = node.number / kFanIn * kFanIn;
  const auto begin = level.lower_bound(first);
  const auto end = level.lower_bound(first + kFanIn);
  if (static_cast<std::uint64_t>(std::distance(begin, end)) < kFanIn) return false;
  level.erase(begin, end);
  return true;
}

SegmentTree::Node SegmentTree::merge_group_of(const Node& node) const {
  const Node merged{node.level + 1, node.number / kFanIn};
  std::vector<fs::path> sources(kFanIn);
  for (std::uint64_t i = 0; i < kFanIn; ++i) {
    sources[i] = path_of({node.level, merged.number * kFanIn + i});
  }
  compact_databases(sources, path_of(merged));
  std::error_code ignored;
  for (const fs::path& source : sources) fs::remove_all(source, ignored);
  return merged;
}

bool SegmentTree::precedes(const Node& a, const Node& b) {
  const auto first_segment = [](const Node& node) {
    std::uint64_t first = node.number;
    for (unsigned level = 0; level < node.level; ++level) first *= kFanIn;
    return first;
  };
  return first_segment(a) < first_segment(b);
}

std::vector<fs::path> SegmentTree::parts() const {
  std::vector<Node> nodes;
  for (unsigned level = 0; level < done_.size(); ++level) {
    for (const std::uint64_t number : done_[level]) nodes.push_back({level, number});
  }
  std::sort(nodes.begin(), nodes.end(), &SegmentTree::precedes);
  std::vector<fs::path> paths;
  paths.reserve(nodes.size());
  for (const Node& node : nodes) paths.push_back(path_of(node));
  return paths;
}

}  // namespace fihris::indexer::build
