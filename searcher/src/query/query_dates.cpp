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

std::string first_day_behind(const DayRange& range) {
  return to_iso(range.last + std::chrono::days(1));
}

std::string last_day_before(const DayRange& range) {
  return to_iso(range.first - std::chrono::days(1));
}

// Signs that are no part of a date: what bears them was meant otherwise.
bool has_other_signs(std::string_view text) {
  return text.find_first_of("=!*?<>") != std::string_view::npos;
}

// ">=2023", "<2023-07": from the first day of what is named, until the day before it.
std::optional<ReadRange> read_compared(std::string_view text, std::chrono::sys_days today) {
  const bool after = text.front() == '>';
  text.remove_prefix(1);
  const bool itself = text.starts_with('=');
  if (itself) text.remove_prefix(1);
  if (has_other_signs(text)) return std::nullopt;
  const std::optional<DayRange> named = read_end(stemmer::trim(text, " "), today);
  if (!named) return std::nullopt;
  if (after) return ReadRange{{itself ? first_day(named) : first_day_behind(*named), {}}, false};
  return ReadRange{{{}, itself ? last_day(named) : last_day_before(*named)}, false};
}

}  // namespace

std::optional<ReadRange> read_dates(std::string_view text,
                                    std::optional<std::chrono::sys_days> today) {
  if (text.size() > kMaxDateBytes) return std::nullopt;
  const std::chrono::sys_days now =
      today ? *today : std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const std::string plain = searcher::text::plain_digits(text);
  const std::string_view all = stemmer::trim(plain, " ");
  if (!all.empty() && (all.front() == '<' || all.front() == '>')) return read_compared(all, now);
  if (has_other_signs(all)) return std::nullopt;
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
