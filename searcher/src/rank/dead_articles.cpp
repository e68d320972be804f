#include "rank/dead_articles.h"

#include <algorithm>
#include <utility>

namespace fihris::searcher::rank {
namespace {

using Ids = std::shared_ptr<const std::vector<Xapian::docid>>;

constexpr std::size_t kUuidSize = 36;

// The dead articles as a list of postings; empty in every database but the generation.
class DeadSource : public Xapian::PostingSource {
 public:
  DeadSource(std::string generation, Ids ids)
      : generation_(std::move(generation)), ids_(std::move(ids)) {}

  void init(const Xapian::Database& database) override {
    const bool here = database.get_uuid() == generation_;
    next_ = here ? ids_->begin() : ids_->end();
    count_ = here ? static_cast<Xapian::doccount>(ids_->size()) : 0;
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return *next_; }
  bool at_end() const override { return next_ == ids_->end(); }
  void next(double /*min_weight*/) override {
    if (started_ && !at_end()) ++next_;
    started_ = true;
  }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    started_ = true;
    next_ = std::lower_bound(next_, ids_->end(), id);
  }
  DeadSource* clone() const override { return new DeadSource(generation_, ids_); }

 private:
  std::string generation_;
  Ids ids_;
  std::vector<Xapian::docid>::const_iterator next_;
  Xapian::doccount count_ = 0;
  bool started_ = false;
};

}  // namespace

DeadArticles::DeadArticles(store::OpenIndex& index) {
  Xapian::Database& database = index.database();
  // With a delta: its UUID after that of the generation, and the generation has the odd numbers.
  const std::string uuids = database.get_uuid();
  generation_ = uuids.substr(0, kUuidSize);
  const Xapian::docid step = uuids.size() > kUuidSize ? 2 : 1;
  std::vector<Xapian::docid> ids;
  const Xapian::docid last = index.has_dead() ? database.get_lastdocid() : 0;
  for (Xapian::docid id = 1; id <= last; id += step) {
    if (!index.is_live(id)) ids.push_back((id - 1) / step + 1);
  }
  ids_ = std::make_shared<const std::vector<Xapian::docid>>(std::move(ids));
}

Xapian::Query DeadArticles::left_out_of(const Xapian::Query& query) const {
  if (ids_->empty()) return query;
  auto* dead = new DeadSource(generation_, ids_);
  return {Xapian::Query::OP_AND_NOT, query, Xapian::Query(dead->release())};
}

}  // namespace fihris::searcher::rank
