#include "rank/dead_articles.h"

#include <algorithm>
#include <utility>

namespace fihris::searcher::rank {
namespace {

using Ids = std::shared_ptr<const std::vector<std::vector<Xapian::docid>>>;

// The dead articles as a list of postings, in each database its own.
class DeadSource : public Xapian::PostingSource {
 public:
  DeadSource(const store::OpenIndex& index, Ids ids) : index_(index), ids_(std::move(ids)) {}

  void init(const Xapian::Database& database) override {
    const std::vector<Xapian::docid>& here = (*ids_)[index_.shard_of(database)];
    next_ = here.begin();
    end_ = here.end();
    count_ = static_cast<Xapian::doccount>(here.size());
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return *next_; }
  bool at_end() const override { return next_ == end_; }
  void next(double /*min_weight*/) override {
    if (started_ && !at_end()) ++next_;
    started_ = true;
  }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    started_ = true;
    next_ = std::lower_bound(next_, end_, id);
  }
  DeadSource* clone() const override { return new DeadSource(index_, ids_); }

 private:
  const store::OpenIndex& index_;
  Ids ids_;
  std::vector<Xapian::docid>::const_iterator next_;
  std::vector<Xapian::docid>::const_iterator end_;
  Xapian::doccount count_ = 0;
  bool started_ = false;
};

}  // namespace

DeadArticles::DeadArticles(const store::OpenIndex& index) : index_(index) {
  std::vector<std::vector<Xapian::docid>> ids;
  for (std::size_t shard = 0; shard < index.shards(); ++shard) {
    ids.push_back(index.dead(shard).ids());
    any_ = any_ || !ids.back().empty();
  }
  ids_ = std::make_shared<const std::vector<std::vector<Xapian::docid>>>(std::move(ids));
}

Xapian::Query DeadArticles::left_out_of(const Xapian::Query& query) const {
  if (!any_) return query;
  auto* dead = new DeadSource(index_, ids_);
  return {Xapian::Query::OP_AND_NOT, query, Xapian::Query(dead->release())};
}

}  // namespace fihris::searcher::rank
