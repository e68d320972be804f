#include "plan/date_filter.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <vector>

#include "fihris/stemmer/calendar.h"
#include "fihris/store/fields.h"
#include "query/day_range.h"

namespace fihris::searcher::plan {
namespace {

using std::chrono::sys_days;
using Xapian::Query;

// How many were measured: docs/decisions/0014.
constexpr std::size_t kMaxPeriods = 32;

std::string digits_of(const std::string& iso_day) {
  std::string digits;
  std::copy_if(iso_day.begin(), iso_day.end(), std::back_inserter(digits),
               [](char c) { return c != '-'; });
  return digits;
}

// A year, a month or a day: its digits as in date_term(), and its last day.
struct Period {
  std::string digits;
  sys_days last;
};

// The longest that begins with `first` and does not go beyond `last`.
Period longest_period(sys_days first, sys_days last) {
  using std::chrono::January;
  const std::chrono::year_month_day day(first);
  const std::string digits = digits_of(to_iso(day));
  if (day.day() != std::chrono::day(1)) return {digits, first};
  const sys_days year_end = day.year() / std::chrono::December / std::chrono::last;
  if (day.month() == January && year_end <= last) return {digits.substr(0, 4), year_end};
  const sys_days month_end = day.year() / day.month() / std::chrono::last;
  if (month_end <= last) return {digits.substr(0, 6), month_end};
  return {digits, first};
}

// The terms of the whole years, months and days that make up the range; none when it has an open
// end or they would be many.
std::vector<std::string> terms_of(const query::DateRange& range) {
  const auto first = query::read_iso_day(range.first);
  const auto last = query::read_iso_day(range.last);
  if (!first || !last) return {};
  std::vector<std::string> terms;
  for (sys_days day = *first; day <= *last;) {
    if (terms.size() == kMaxPeriods) return {};
    const Period period = longest_period(day, *last);
    terms.push_back(date_term(period.digits));
    day = period.last + std::chrono::days(1);
  }
  return terms;
}

}  // namespace

Query date_query(const query::DateRange& range) {
  const std::vector<std::string> terms = terms_of(range);
  if (!terms.empty()) {
    return {Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, terms.begin(), terms.end()), 0.0};
  }
  // Articles without a date are in no range: their slot is empty, which sorts before "0".
  const std::string first = range.first.empty() ? "0" : digits_of(range.first);
  if (range.last.empty()) return {Query::OP_VALUE_GE, slot::kDate, first};
  return {Query::OP_VALUE_RANGE, slot::kDate, first, digits_of(range.last) + "235959"};
}

}  // namespace fihris::searcher::plan
