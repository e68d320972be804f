#include "rank/docid_slice.h"

#include <algorithm>
#include <cstdint>
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
  // More than there are: the query shall lead, and what is estimated of a slice shall be that of
  // all.
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

Xapian::Query in_slice(const Xapian::Query& query, DocidSlice slice, Xapian::docid last) {
  if (slice.of == 1) return query;
  constexpr Xapian::docid kMost = std::numeric_limits<Xapian::docid>::max() - 1;
  const auto end_of = [&](std::size_t slices) {
    return static_cast<Xapian::docid>(std::uint64_t{last} * slices / slice.of);
  };
  const bool is_last = slice.number + 1 == slice.of;
  auto* range =
      new DocidRange(end_of(slice.number) + 1, is_last ? kMost : end_of(slice.number + 1));
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(range->release())};
}

}  // namespace fihris::searcher::rank
