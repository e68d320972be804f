#include "column/column_source.h"

#include <algorithm>
#include <string>

#include "fihris/store/fields.h"

namespace fihris::searcher::column {

bool have_all(const Patterns& patterns, const std::string& encoded) {
  const TokenColumn column(encoded);
  return std::all_of(patterns.begin(), patterns.end(),
                     [&column](const ColumnPattern& pattern) { return pattern.matches(column); });
}

PatternSource::PatternSource(std::shared_ptr<const Patterns> patterns, Xapian::doccount max_read,
                             std::shared_ptr<bool> gave_up)
    : patterns_(std::move(patterns)), max_read_(max_read), gave_up_(std::move(gave_up)) {}

void PatternSource::init(const Xapian::Database& database) {
  count_ = database.get_doccount();
  read_ = 0;
  started_ = false;
  at_ = database.valuestream_begin(slot::kColumn);
  end_ = database.valuestream_end(slot::kColumn);
}

bool PatternSource::matches() const { return have_all(*patterns_, *at_); }

// From where we stand to the next match.
void PatternSource::find() {
  started_ = true;
  rejected_ = false;
  for (; at_ != end_; ++at_) {
    if (++read_ > max_read_) {
      *gave_up_ = true;
      at_ = end_;
      return;
    }
    if (matches()) return;
  }
}

void PatternSource::next(double /*min_weight*/) {
  if (started_ && at_ != end_) ++at_;
  find();
}

void PatternSource::skip_to(Xapian::docid id, double /*min_weight*/) {
  if (at_ == end_) return;
  const bool here = started_ && at_.get_docid() >= id;
  if (here && !rejected_) return;
  if (!here) at_.skip_to(id);
  find();
}

bool PatternSource::check(Xapian::docid id, double min_weight) {
  if (at_ != end_ && at_.get_docid() < id) at_.skip_to(id);
  started_ = true;
  if (at_ == end_) return true;
  if (at_.get_docid() == id) {
    rejected_ = !matches();
    return !rejected_;
  }
  rejected_ = true;
  skip_to(id, min_weight);
  return true;
}

PatternSource* PatternSource::clone() const {
  return new PatternSource(patterns_, max_read_, gave_up_);
}

bool ColumnDecider::operator()(const Xapian::Document& document) const {
  return have_all(patterns_, document.get_value(slot::kColumn));
}

}  // namespace fihris::searcher::column
