#include "plan/number_filter.h"

#include <algorithm>
#include <string>
#include <utility>

#include "column/number_source.h"

namespace fihris::searcher::plan {

using Xapian::Query;

namespace {

// The ranges ascending, those that meet made one; what ends before it begins is none.
column::NumberSource::Ranges joined(const std::vector<query::NumberRange>& ranges) {
  std::vector<store::NumberRange> all;
  for (const query::NumberRange& range : ranges) {
    store::NumberRange bounds;
    if (range.first) bounds.first = *range.first;
    if (range.last) bounds.last = *range.last;
    if (bounds.first <= bounds.last) all.push_back(bounds);
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<store::NumberRange> joined;
  for (const store::NumberRange& range : all) {
    if (joined.empty() || range.first > joined.back().last) {
      joined.push_back(range);
    } else {
      joined.back().last = std::max(joined.back().last, range.last);
    }
  }
  return joined;
}

}  // namespace

Query number_query(const FieldSpec& field, const std::vector<query::NumberRange>& ranges,
                   store::OpenIndex& index) {
  column::NumberSource::Ranges all = joined(ranges);
  if (all.empty()) return Query::MatchNothing;
  auto* source = new column::NumberSource(field, std::move(all), index);
  return Query(source->release());
}

// What is in a slot sorts behind a NUL, whatever it is.
Query any_value_query(const FieldSpec& field) {
  if (field.slot == kNoSlot) return Query::MatchNothing;
  return {Query::OP_VALUE_GE, field.slot, std::string(1, '\0')};
}

}  // namespace fihris::searcher::plan
