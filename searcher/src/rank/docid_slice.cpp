#include "rank/docid_slice.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace fihris::searcher::rank {
namespace {

using DeadlinePointer = std::shared_ptr<plan::Deadline>;

// The numbers from one to another, until the deadline. They need not all be documents: meant to
// stand beside a query in an AND. Of an index of several databases each has such numbers of its
// own.
class DocidRange : public Xapian::PostingSource {
 public:
  DocidRange(DocidSpan span, DeadlinePointer deadline)
      : span_(span), deadline_(std::move(deadline)) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    // Beyond its last document, a range of values says neither yes nor that it has ended.
    end_ = std::min(span_.last, database.get_lastdocid());
    at_ = span_.first - 1;
    ended_ = deadline_ && deadline_->passed();
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // Less than there are: the rarest leads.
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return ended_ || at_ > end_; }
  void next(double /*min_weight*/) override {
    ++at_;
    look_at_clock();
  }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    at_ = std::max({at_, span_.first, id});
    look_at_clock();
  }
  DocidRange* clone() const override { return new DocidRange(span_, deadline_); }

 private:
  // Looking takes longer than a step does.
  void look_at_clock() {
    constexpr unsigned kSteps = 256;
    if (deadline_ && ++steps_ % kSteps == 0) ended_ = deadline_->passed();
  }

  DocidSpan span_;
  DeadlinePointer deadline_;
  Xapian::docid end_ = 0;
  Xapian::docid at_ = 0;
  Xapian::doccount count_ = 0;
  unsigned steps_ = 0;
  bool ended_ = false;
};

}  // namespace

DocidSpan span_of(DocidSlice slice, Xapian::docid last) {
  constexpr Xapian::docid kMost = std::numeric_limits<Xapian::docid>::max() - 1;
  const auto end_of = [&](std::size_t slices) {
    return static_cast<Xapian::docid>(std::uint64_t{last} * slices / slice.of);
  };
  const bool is_last = slice.number + 1 == slice.of;
  return {end_of(slice.number) + 1, is_last ? kMost : end_of(slice.number + 1)};
}

Xapian::Query in_slice(const Xapian::Query& query, DocidSlice slice, Xapian::docid last,
                       DeadlinePointer deadline) {
  auto* range = new DocidRange(span_of(slice, last), std::move(deadline));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(range->release())};
}

}  // namespace fihris::searcher::rank
