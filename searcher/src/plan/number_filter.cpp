#include "plan/number_filter.h"

#include <chrono>
#include <string>

#include "column/number_source.h"
#include "query/day_range.h"

namespace fihris::searcher::plan {

using Xapian::Query;

Query number_query(const FieldSpec& field, const query::NumberRange& range,
                   store::OpenIndex& index) {
  store::NumberRange bounds;
  if (range.first) bounds.first = *range.first;
  if (range.last) bounds.last = *range.last;
  auto* source = new column::NumberSource(field, bounds, index);
  return Query(source->release());
}

// What is in a slot sorts behind a NUL, whatever it is.
Query any_value_query(const FieldSpec& field) {
  if (field.slot == kNoSlot) return Query::MatchNothing;
  return {Query::OP_VALUE_GE, field.slot, std::string(1, '\0')};
}

query::NumberRange moments_of(const query::DateRange& dates) {
  const auto seconds = [](std::chrono::sys_days day) {
    return static_cast<double>(std::chrono::seconds(day.time_since_epoch()).count());
  };
  query::NumberRange moments;
  if (const auto first = query::read_iso_day(dates.first)) moments.first = seconds(*first);
  if (const auto last = query::read_iso_day(dates.last)) {
    moments.last = seconds(*last + std::chrono::days(1)) - 1;
  }
  return moments;
}

}  // namespace fihris::searcher::plan
