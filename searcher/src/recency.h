// Lets recent articles gain.
#pragma once

#include <xapian.h>

namespace fihris::internal {

// `query`, of which articles gain up to `gain`, half as much for each half-life that they are
// older than the newest article or today, whichever is earlier. Articles without a date gain
// nothing.
Xapian::Query with_recency(const Xapian::Query& query, double half_life_days, double gain,
                           const Xapian::Database& database);

}  // namespace fihris::internal
