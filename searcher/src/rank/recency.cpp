#include "rank/recency.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>
#include <string>

#include "fihris/store/fields.h"
#include "rank/bm25.h"

namespace fihris::searcher::rank {
namespace {

using Days = std::chrono::sys_days;

// The day in a date value, yyyymmddHHMMSS.
std::optional<Days> day_of(const std::string& value) {
  int number = 0;
  const char* end = value.data() + std::min<std::size_t>(value.size(), 8);
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  const std::chrono::year_month_day day{
      std::chrono::year(number / 10000),
      std::chrono::month(static_cast<unsigned>(number / 100 % 100)),
      std::chrono::day(static_cast<unsigned>(number % 100))};
  return day.ok() ? std::optional<Days>(day) : std::nullopt;
}

// The day ages are counted from: that of the newest article, but no later than today. A misprinted
// year must not make every other article old.
Days newest_day(const Xapian::Database& database, std::optional<Days> asked_on) {
  const Days today =
      asked_on.value_or(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  const std::optional<Days> newest = day_of(database.get_value_upper_bound(slot::kDate));
  return newest ? std::min(*newest, today) : today;
}

class RecencySource : public Xapian::ValuePostingSource {
 public:
  RecencySource(double half_life_days, double gain, Days newest)
      : Xapian::ValuePostingSource(slot::kDate),
        half_life_days_(half_life_days),
        gain_(gain),
        newest_(newest) {}

  double get_weight() const override {
    const std::optional<Days> day = day_of(get_value());
    if (!day) return 0;
    const auto age = static_cast<double>(std::max<std::int64_t>((newest_ - *day).count(), 0));
    return addable(gain_ * std::exp2(-age / half_life_days_));
  }
  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(addable(gain_));
  }
  RecencySource* clone() const override {
    return new RecencySource(half_life_days_, gain_, newest_);
  }

 private:
  double half_life_days_;
  double gain_;
  Days newest_;
};

}  // namespace

Xapian::Query with_recency(const Xapian::Query& query, const Recency& recency,
                           const Xapian::Database& database) {
  const Days newest = newest_day(database, recency.today);
  auto* source = new RecencySource(recency.half_life_days, recency.gain, newest);
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source->release())};
}

}  // namespace fihris::searcher::rank
