#include "page/periods.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <map>
#include <optional>

#include "fihris/stemmer/calendar.h"
#include "page/hijri_months.h"
#include "page/phrases.h"

namespace fihris::server::page {
namespace {

using std::chrono::sys_days;

constexpr int kMaxMonths = 36;
constexpr int kMaxBars = 40;

// What a bar spans: days, or so many months of one of the calendars.
struct Step {
  bool days = false;
  bool hijri = false;
  int size = 1;
};

int number_at(std::string_view text, std::size_t at, std::size_t size) {
  int value = 0;
  const std::string_view part = text.substr(std::min(at, text.size()), size);
  std::from_chars(part.data(), part.data() + part.size(), value);
  return value;
}

std::optional<sys_days> day_of(std::string_view iso) {
  const auto date = gregorian(number_at(iso, 0, 4), number_at(iso, 5, 2), number_at(iso, 8, 2));
  return date ? std::optional<sys_days>(*date) : std::nullopt;
}

int floor_by(int value, int size) { return value - (value % size + size) % size; }

// Counts by the number of the day or month.
std::map<int, std::uint64_t> counts_of(const Json& histogram, Step& step) {
  std::map<int, std::uint64_t> counts;
  for (const Json& entry : histogram) {
    const auto count = entry.value("count", std::uint64_t{0});
    if (const std::string month = text_in(entry, "month"); !month.empty()) {
      counts[number_at(month, 0, 4) * 12 + number_at(month, 5, 2) - 1] += count;
      continue;
    }
    step.days = !step.hijri;
    const std::optional<sys_days> day = day_of(text_in(entry, "day"));
    if (!day) continue;
    const std::optional<int> place =
        step.hijri ? hijri_month(*day) : std::optional<int>(day->time_since_epoch().count());
    if (place) counts[*place] += count;
  }
  return counts;
}

// The smallest size with which the bars are few.
int size_of(const Step& step, int span) {
  if (step.days) return 1;
  if (span <= kMaxMonths) return 1;
  for (const int years : {1, 2, 5, 10, 20, 50}) {
    if (span / (12 * years) < kMaxBars) return 12 * years;
  }
  return 12 * 100;
}

std::string padded(int number, std::size_t digits) {
  std::string text = std::to_string(number);
  return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

Bar month_bar(int place, const Step& step, const Manner& manner) {
  const int year = place / 12;
  Bar bar;
  if (step.size == 1) {
    bar.first = bar.last = padded(year, 4) + "-" + padded(place % 12 + 1, 2);
    bar.label = manner.month(year, place % 12 + 1, step.hijri);
    return bar;
  }
  const int last = year + step.size / 12 - 1;
  bar.first = padded(year, 4);
  bar.last = padded(last, 4);
  bar.label = manner.plain_number(static_cast<std::uint64_t>(year));
  if (last != year) bar.label += "–" + manner.plain_number(static_cast<std::uint64_t>(last));
  return bar;
}

Bar bar_at(int place, const Step& step, const Manner& manner) {
  if (!step.days) return month_bar(place, step, manner);
  Bar bar;
  bar.first = bar.last = to_iso(std::chrono::year_month_day(sys_days(std::chrono::days(place))));
  bar.label = manner.date(bar.first);
  return bar;
}

std::string told(const Frame& frame, const Bar& bar) {
  return bar.label + ": " + frame.manner().articles(bar.count);
}

std::string link_to(const Frame& frame, const Bar& bar) {
  return frame.link(frame.state.within(bar.first, bar.last));
}

// A bar of 10 by up to 60 units, as a link all over its column.
Html svg_bar(const Frame& frame, const Bar& bar, std::size_t place, std::uint64_t highest) {
  constexpr std::uint64_t kHeight = 60;
  Html html;
  if (bar.count == 0) return html;
  const std::uint64_t height = std::max<std::uint64_t>(2, bar.count * kHeight / highest);
  const std::string x = std::to_string(place * 10);
  html << "<a";
  html.attribute("href", link_to(frame, bar)).attribute("aria-label", told(frame, bar))
      << "><title>";
  html.text(told(frame, bar))
      << "</title><rect class=\"column\" y=\"0\" width=\"10\" height=\"60\"";
  html.attribute("x", x) << "/><rect class=\"bar\" width=\"8\"";
  html.attribute("x", std::to_string(place * 10 + 1))
      .attribute("y", std::to_string(kHeight - height))
      .attribute("height", std::to_string(height));
  return html << "/></a>";
}

Html svg_of(const Frame& frame, const std::vector<Bar>& bars) {
  const std::uint64_t highest = std::ranges::max(bars, {}, &Bar::count).count;
  Html html;
  html << "<svg class=\"bars\" preserveAspectRatio=\"none\" role=\"group\"";
  html.attribute("viewBox", "0 0 " + std::to_string(bars.size() * 10) + " 60")
          .attribute("width", std::to_string(bars.size() * 48))
          .attribute("aria-label", frame.say(phrase::kOverTime))
      << ">";
  const bool rightwards = frame.manner().language == Language::kEnglish;
  for (std::size_t i = 0; i < bars.size(); ++i) {
    const std::size_t place = rightwards ? i : bars.size() - 1 - i;
    html << svg_bar(frame, bars[i], place, highest);
  }
  return html << "</svg>";
}

Html list_of(const Frame& frame, const std::vector<Bar>& bars) {
  Html html;
  html << "<details class=\"periods\"><summary>";
  html.text(frame.say(phrase::kAsList)) << "</summary><ul>";
  for (const Bar& bar : bars) {
    if (bar.count == 0) continue;
    html << "<li><a";
    html.attribute("href", link_to(frame, bar)) << ">";
    html.isolated(bar.label) << " <span class=\"count\">";
    html.text(frame.manner().number(bar.count)) << "</span></a></li>";
  }
  return html << "</ul></details>";
}

}  // namespace

std::string histogram_step(const State& state) {
  const bool one_month = state.from == state.to && state.from.size() == 7 && state.from[4] == '-';
  return state.manner.hijri || one_month ? "day" : "month";
}

std::vector<Bar> bars_of(const Json& histogram, const Manner& manner) {
  Step step;
  step.hijri = manner.hijri;
  const std::map<int, std::uint64_t> counts = counts_of(histogram, step);
  std::vector<Bar> bars;
  if (counts.empty()) return bars;
  step.size = size_of(step, counts.rbegin()->first - counts.begin()->first + 1);
  const int first = floor_by(counts.begin()->first, step.size);
  for (int place = first; place <= counts.rbegin()->first; place += step.size) {
    bars.push_back(bar_at(place, step, manner));
    for (auto at = counts.lower_bound(place); at != counts.end() && at->first < place + step.size;
         ++at)
      bars.back().count += at->second;
  }
  return bars;
}

Html histogram(const Frame& frame, const std::vector<Bar>& bars) {
  Html html;
  if (bars.empty()) return html;
  const bool within = !frame.state.from.empty() || !frame.state.to.empty();
  if (bars.size() < 2 && !within) return html;
  html << "<section class=\"histogram\"><h2 class=\"unseen\">";
  html.text(frame.say(phrase::kOverTime)) << "</h2>";
  if (bars.size() > 1) html << svg_of(frame, bars) << "<div class=\"axis\"><span>";
  if (bars.size() > 1) {
    html.text(bars.front().label) << "</span>" << list_of(frame, bars) << "<span>";
    html.text(bars.back().label) << "</span></div>";
  }
  if (within) {
    html << "<a class=\"all-time\"";
    html.attribute("href", frame.link(frame.state.within("", ""))) << ">";
    html.text(frame.say(phrase::kAllTime)) << "</a>";
  }
  return html << "</section>";
}

}  // namespace fihris::server::page
