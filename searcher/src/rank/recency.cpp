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

// Stands at every document it is asked about, dated or not. Xapian 1.4 loses articles to a source
// that goes on to the next dated one: when the best found so far turns an AND_MAYBE into an AND, it
// passes over the document that the right side stands at, though the left side has yet to come to
// it.
class RecencySource : public Xapian::PostingSource {
 public:
  RecencySource(double half_life_days, double gain, Days newest)
      : half_life_days_(half_life_days), gain_(gain), newest_(newest) {}

  void init(const Xapian::Database& database) override {
    dates_ = database.valuestream_begin(slot::kDate);
    end_ = database.valuestream_end(slot::kDate);
    last_ = database.get_lastdocid();
    count_ = database.get_doccount();
    at_ = 0;
    set_maxweight(addable(gain_));
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_; }
  void next(double /*min_weight*/) override { ++at_; }
  void skip_to(Xapian::docid id, double /*min_weight*/) override { at_ = std::max(at_, id); }

  double get_weight() const override {
    if (dates_ != end_ && dates_.get_docid() < at_) dates_.skip_to(at_);
    if (dates_ == end_ || dates_.get_docid() != at_) return 0;
    const std::optional<Days> day = day_of(*dates_);
    if (!day) return 0;
    const auto age = static_cast<double>(std::max<std::int64_t>((newest_ - *day).count(), 0));
    return addable(gain_ * std::exp2(-age / half_life_days_));
  }
  RecencySource* clone() const override {
    return new RecencySource(half_life_days_, gain_, newest_);
  }

 private:
  double half_life_days_;
  double gain_;
  Days newest_;
  // Read behind the match, and only where a weight is asked for.
  mutable Xapian::ValueIterator dates_;
  Xapian::ValueIterator end_;
  Xapian::docid last_ = 0;
  Xapian::doccount count_ = 0;
  Xapian::docid at_ = 0;
};

}  // namespace

Xapian::Query with_recency(const Xapian::Query& query, const Recency& recency,
                           const Xapian::Database& database) {
  const Days newest = newest_day(database, recency.today);
  auto* source = new RecencySource(recency.half_life_days, recency.gain, newest);
  return {Xapian::Query::OP_AND_MAYBE, query, Xapian::Query(source->release())};
}

}  // namespace fihris::searcher::rank
