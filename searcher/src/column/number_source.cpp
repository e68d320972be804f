#include "column/number_source.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace fihris::searcher::column {
namespace {

// So many documents tell how many of all there may be.
constexpr Xapian::docid kSample = 256;

}  // namespace

void NumberSource::init(const Xapian::Database& database) {
  most_ = database.get_value_freq(slot_);
  last_ = database.get_lastdocid();
  at_ = 0;
  columns_ = nullptr;
  const std::size_t shard = index_->shard_of(database);
  if (index_->has_columns(shard)) {
    columns_ = &index_->columns(shard);
  } else {
    value_ = database.valuestream_begin(slot_);
    values_end_ = database.valuestream_end(slot_);
  }
  estimate();
}

// The order in which Xapian asks the parts of an AND hangs on it.
void NumberSource::estimate() {
  estimate_ = most_;
  if (columns_ == nullptr || last_ == 0) return;
  const Xapian::docid step = last_ / kSample + 1;
  std::uint64_t looked_at = 0;
  std::uint64_t matching = 0;
  for (Xapian::docid id = 1; id <= last_; id += step) {
    ++looked_at;
    if (has_number(id)) ++matching;
  }
  const std::uint64_t all = matching * last_ / looked_at;
  estimate_ = static_cast<Xapian::doccount>(std::clamp<std::uint64_t>(all, 1, std::max(most_, 1U)));
}

bool NumberSource::has(double number) const {
  if (ranges_->size() == 1) return ranges_->front().has(number);
  const auto behind = std::upper_bound(
      ranges_->begin(), ranges_->end(), number,
      [](double value, const store::NumberRange& range) { return value < range.first; });
  return behind != ranges_->begin() && std::prev(behind)->has(number);
}

bool NumberSource::has_number(Xapian::docid id) const {
  if (ranges_->size() == 1) return columns_->has_number(facet_, id, ranges_->front());
  bool found = false;
  columns_->each_number(facet_, id, [&](double number) { found |= has(number); });
  return found;
}

// Documents are asked about in ascending order.
bool NumberSource::matches(Xapian::docid id) {
  if (columns_ != nullptr) return has_number(id);
  if (value_ != values_end_ && value_.get_docid() < id) value_.skip_to(id);
  if (value_ == values_end_ || value_.get_docid() != id) return false;
  const std::string keys = *value_;
  for (std::string_view rest = keys; rest.size() >= store::kNumberBytes;
       rest.remove_prefix(store::kNumberBytes)) {
    if (has(store::number_of(rest))) return true;
  }
  return false;
}

void NumberSource::find() {
  while (at_ <= last_ && !matches(at_)) ++at_;
}

void NumberSource::next(double /*min_weight*/) {
  ++at_;
  find();
}

void NumberSource::skip_to(Xapian::docid id, double /*min_weight*/) {
  if (id <= at_) return;
  at_ = id;
  find();
}

bool NumberSource::check(Xapian::docid id, double /*min_weight*/) {
  at_ = std::max(at_, id);
  return at_ > last_ || matches(at_);
}

NumberSource* NumberSource::clone() const {
  return new NumberSource(facet_, slot_, ranges_, *index_);
}

}  // namespace fihris::searcher::column
