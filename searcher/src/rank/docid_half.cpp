#include "rank/docid_half.h"

#include <algorithm>
#include <limits>

namespace fihris::searcher::rank {
namespace {

// The numbers from one to another. They need not all be documents: meant to stand beside a query in
// an AND. Of an index of several databases each has such numbers of its own.
class DocidRange : public Xapian::PostingSource {
 public:
  DocidRange(Xapian::docid first, Xapian::docid last) : first_(first), last_(last) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    at_ = first_ - 1;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // More than there are: the query shall lead, and what is estimated of half shall be that of all.
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_; }
  void next(double /*min_weight*/) override { ++at_; }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    at_ = std::max({at_, first_, id});
  }
  DocidRange* clone() const override { return new DocidRange(first_, last_); }

 private:
  Xapian::docid first_;
  Xapian::docid last_;
  Xapian::docid at_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

Xapian::Query in_half(const Xapian::Query& query, Half half, Xapian::docid middle) {
  constexpr Xapian::docid kMost = std::numeric_limits<Xapian::docid>::max() - 1;
  auto* range =
      half == Half::kLower ? new DocidRange(1, middle) : new DocidRange(middle + 1, kMost);
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(range->release())};
}

}  // namespace fihris::searcher::rank
