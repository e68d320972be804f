#include "rank/docid_slice.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace fihris::searcher::rank {
namespace {

using DeadlinePointer = std::shared_ptr<plan::Deadline>;

// The numbers of a slice, until the deadline. They need not all be documents: meant to stand beside
// a query in an AND.
class DocidRange : public Xapian::PostingSource {
 public:
  DocidRange(DocidSlice slice, DeadlinePointer deadline)
      : slice_(slice), deadline_(std::move(deadline)) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    span_ = span_of(slice_, database);
    at_ = span_.first - 1;
    ended_ = deadline_ && deadline_->passed();
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // Less than there are: the rarest leads.
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return ended_ || at_ > span_.last; }
  void next(double /*min_weight*/) override {
    ++at_;
    look_at_clock();
  }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    at_ = std::max({at_, span_.first, id});
    look_at_clock();
  }
  DocidRange* clone() const override { return new DocidRange(slice_, deadline_); }

 private:
  // Looking takes longer than a step does.
  void look_at_clock() {
    constexpr unsigned kSteps = 256;
    if (deadline_ && ++steps_ % kSteps == 0) ended_ = deadline_->passed();
  }

  DocidSlice slice_;
  DeadlinePointer deadline_;
  DocidSpan span_{1, 0};
  Xapian::docid at_ = 0;
  Xapian::doccount count_ = 0;
  unsigned steps_ = 0;
  bool ended_ = false;
};

}  // namespace

DocidSpan span_of(DocidSlice slice, const Xapian::Database& database) {
  const std::uint64_t last = database.get_lastdocid();
  const auto end_of = [&](std::size_t slices) {
    return static_cast<Xapian::docid>(last * slices / slice.of);
  };
  return {end_of(slice.number) + 1, end_of(slice.number + 1)};
}

Xapian::Query in_slice(const Xapian::Query& query, DocidSlice slice, DeadlinePointer deadline) {
  auto* range = new DocidRange(slice, std::move(deadline));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(range->release())};
}

}  // namespace fihris::searcher::rank
