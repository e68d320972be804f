#include "query/query_dates.h"

#include "fihris/stemmer/calendar.h"
#include "fihris/stemmer/internal/utf8.h"
#include "query/day_range.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

constexpr std::size_t kMaxDateBytes = 200;

std::optional<DayRange> read_end(std::string_view text, std::chrono::sys_days today) {
  if (text.empty()) return std::nullopt;
  const std::optional<DayRange> relative = read_relative(text, today);
  return relative ? relative : read_point(text);
}

std::string first_day(const std::optional<DayRange>& range) {
  return range ? to_iso(range->first) : std::string();
}

std::string last_day(const std::optional<DayRange>& range) {
  return range ? to_iso(range->last) : std::string();
}

}  // namespace

std::optional<ReadRange> read_dates(std::string_view text,
                                    std::optional<std::chrono::sys_days> today) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const std::chrono::sys_days now =
      today ? *today : std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::string plain = searcher::text::plain_digits(text);
  const std::string_view all = stemmer::trim(plain, " ");
  const std::size_t dots = all.find("..");
  const bool is_range = dots != std::string_view::npos;
  const std::string_view left = stemmer::trim(all.substr(0, dots), " ");
  const std::string_view right = is_range ? stemmer::trim(all.substr(dots + 2), " ") : left;
  if (left.empty() && right.empty()) return std::nullopt;
  const std::optional<DayRange> first = read_end(left, now);
  const std::optional<DayRange> last = is_range ? read_end(right, now) : first;
  if ((!left.empty() && !first) || (!right.empty() && !last)) return std::nullopt;
  if (first && last && last->last < first->first) {
    return ReadRange{{first_day(last), last_day(first)}, true};
  }
  return ReadRange{{first_day(first), last_day(last)}, false};
}

}  // namespace fihris::query
