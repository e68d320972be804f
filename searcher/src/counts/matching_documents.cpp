#include "counts/matching_documents.h"

#include <algorithm>
#include <limits>

namespace fihris::searcher::counts {
namespace {

// Every n-th document, as a subquery.
class EveryNth : public Xapian::PostingSource {
 public:
  explicit EveryNth(Xapian::docid stride) : stride_(stride) {}

  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_ / stride_; }
  Xapian::doccount get_termfreq_max() const override { return last_ / stride_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_; }
  void next(double /*min_weight*/) override { at_ += stride_; }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    if (id > at_) at_ = (id + stride_ - 1) / stride_ * stride_;
  }
  EveryNth* clone() const override { return new EveryNth(stride_); }

 private:
  Xapian::docid stride_;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(std::vector<Xapian::docid>& ids) : ids_(ids) {}
  void operator()(const Xapian::Document& document, double /*weight*/) override {
    ids_.push_back(document.get_docid());
  }

 private:
  std::vector<Xapian::docid>& ids_;
};

Xapian::Query sampled(const Xapian::Query& query, Xapian::docid stride) {
  if (stride <= 1) return query;
  auto* sample = new EveryNth(stride);
  return {Xapian::Query::OP_FILTER, query, Xapian::Query(sample->release())};
}

}  // namespace

MatchingDocuments matching_documents(const Xapian::Database& database, const Xapian::Query& query,
                                     const column::Patterns& required, std::size_t limit,
                                     Xapian::docid stride) {
  MatchingDocuments matching;
  Xapian::Enquire enquire(database);
  enquire.set_query(sampled(query, stride));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  Collector collector(matching.ids);
  enquire.add_matchspy(&collector);
  const column::ColumnDecider decider(required);
  const auto wanted =
      static_cast<Xapian::doccount>(std::min<std::size_t>(limit, database.get_doccount()));
  enquire.get_mset(0, 0, wanted + 1, nullptr, required.empty() ? nullptr : &decider);
  matching.all = matching.ids.size() <= limit;
  return matching;
}

}  // namespace fihris::searcher::counts
