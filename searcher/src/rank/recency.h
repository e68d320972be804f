// Lets recent articles gain.
#pragma once

#include <xapian.h>

#include <chrono>
#include <optional>

namespace fihris::searcher::rank {

struct Recency {
  double half_life_days;
  double gain;
  std::optional<std::chrono::sys_days> today;  // nothing: the system clock's
};

// `query`, of which articles gain up to `gain`, half as much for each half-life that they are
// older than the newest article or today, whichever is earlier. Articles without a date gain
// nothing.
Xapian::Query with_recency(const Xapian::Query& query, const Recency& recency,
                           const Xapian::Database& database);

}  // namespace fihris::searcher::rank
