#include "query/request_day.h"

#include "fihris/store/error.h"
#include "query/day_range.h"

namespace fihris::query {

std::optional<std::chrono::sys_days> today_of(const SearchRequest& request) {
  if (request.today.empty()) return std::nullopt;
  const std::optional<std::chrono::sys_days> today = query::read_iso_day(request.today);
  if (today) return today;
  throw Error(ErrorCode::kUsage, "the day \"" + request.today + "\" can not be read",
              "Write it like 2025-12-23.");
}

}  // namespace fihris::query
