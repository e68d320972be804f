#include "stories/story_comparison.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

#include "column/slot_texts.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::stories {
namespace {

using W = plan::FoldingWeights;

std::chrono::sys_days days_of(std::uint32_t day) {
  using namespace std::chrono;
  return year(static_cast<int>(day / 10'000)) / month(day / 100 % 100) /
         std::chrono::day(day % 100);
}

bool far_apart(std::uint32_t a, std::uint32_t b) {
  if (a == 0 || b == 0) return true;
  return a != b && std::abs((days_of(a) - days_of(b)).count()) > W::kDays;
}

}  // namespace

StoryComparison::StoryComparison(store::OpenIndex& index, std::span<const Xapian::docid> documents)
    : index_(index), signatures_(documents.size()) {
  std::vector<std::size_t> in_delta;
  for (std::size_t place = 0; place < documents.size(); ++place) {
    const store::OpenIndex::Place at = index.place_of(documents[place]);
    at_.push_back(at);
    if (index.has_columns(at.shard)) {
      signatures_[place] = index.columns(at.shard).signature(at.id);
    } else {
      in_delta.push_back(place);
    }
  }
  if (!in_delta.empty()) read_delta(index.shard(at_[in_delta.front()].shard), in_delta);
}

void StoryComparison::read_delta(const Xapian::Database& delta,
                                 const std::vector<std::size_t>& places) {
  std::unordered_map<Xapian::docid, std::size_t> place_of;
  std::vector<Xapian::docid> ids;
  for (const std::size_t place : places) {
    place_of.emplace(at_[place].id, place);
    of_delta_.try_emplace(place);
    ids.push_back(at_[place].id);
  }
  std::sort(ids.begin(), ids.end());
  column::each_slot_text(delta, slot::kSignature, ids,
                         [&](Xapian::docid id, const std::string& bytes) {
                           signatures_[place_of.at(id)] = decode_signature(bytes);
                         });
  column::each_slot_text(delta, slot::kDate, ids, [&](Xapian::docid id, const std::string& date) {
    of_delta_[place_of.at(id)].day = static_cast<std::uint32_t>(std::stoul(date.substr(0, 8)));
  });
  column::each_slot_text(delta, slot::kSource, ids, [&](Xapian::docid id, const std::string& name) {
    of_delta_[place_of.at(id)].source = normalized_values(name);
  });
}

std::uint32_t StoryComparison::day(std::size_t place) const {
  const auto in_delta = of_delta_.find(place);
  if (in_delta != of_delta_.end()) return in_delta->second.day;
  return index_.columns(at_[place].shard).day(at_[place].id);
}

std::string_view StoryComparison::source(std::size_t place) const {
  const auto in_delta = of_delta_.find(place);
  if (in_delta != of_delta_.end()) return in_delta->second.source;
  const store::ArticleColumns& columns = index_.columns(at_[place].shard);
  return columns.key(FacetField::kSource, columns.number(FacetField::kSource, at_[place].id));
}

bool StoryComparison::same_story(std::size_t a, std::size_t b) const {
  const double alike = resemblance(signatures_[a], signatures_[b]);
  if (alike < kNearDuplicate) return false;
  return alike >= W::kSurelySame || (source(a) != source(b) && !far_apart(day(a), day(b)));
}

}  // namespace fihris::searcher::stories
