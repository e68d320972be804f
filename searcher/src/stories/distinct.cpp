#include "stories/distinct.h"

#include <algorithm>
#include <utility>

namespace fihris::searcher::stories {

// What has been hit. While a query is asked it does not change.
struct Distinct::Seen {
  Seen(const FieldSpec& field, store::OpenIndex& index) : keys(field, index) {}

  bool has(Xapian::docid id) const {
    const std::uint64_t key = keys.of(id);
    return (key != column::ValueKeys::kNone && values.contains(key)) || ranked.contains(id);
  }

  column::ValueKeys keys;
  std::unordered_set<std::uint64_t> values;  // of hits
  std::unordered_set<Xapian::docid> ranked;  // articles
};

namespace {

// The documents of which a test says no, in ascending order.
template <class Seen>
class OtherSource : public Xapian::PostingSource {
 public:
  OtherSource(std::shared_ptr<const Seen> seen, const store::OpenIndex& index)
      : seen_(std::move(seen)), index_(index) {}

  void init(const Xapian::Database& database) override {
    shard_ = index_.shard_of(database);
    last_ = database.get_lastdocid();
    count_ = database.get_doccount();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  // Less than there are: the rarest leads, and what is led passes over nothing (docid_slice.h).
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  Xapian::docid get_docid() const override { return at_; }
  bool at_end() const override { return at_ > last_; }
  void next(double /*min_weight*/) override { find(at_ + 1); }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    if (id > at_) find(id);
  }
  OtherSource* clone() const override { return new OtherSource(seen_, index_); }

 private:
  void find(Xapian::docid from) {
    at_ = from;
    while (at_ <= last_ && seen_->has(index_.id_of({shard_, at_}))) ++at_;
  }

  std::shared_ptr<const Seen> seen_;
  const store::OpenIndex& index_;
  std::size_t shard_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  Xapian::doccount count_ = 0;
};

}  // namespace

Distinct::Distinct(const FieldSpec& field, store::OpenIndex& index, Holds holds)
    : index_(index), holds_(std::move(holds)), seen_(std::make_shared<Seen>(field, index)) {}

Distinct::~Distinct() = default;

bool Distinct::takes(const rank::Ranked& ranked) {
  const std::uint64_t key = seen_->keys.of(ranked.id);
  const bool has_value = key != column::ValueKeys::kNone;
  if (has_value && seen_->values.contains(key)) return false;
  if (holds_ && !holds_(ranked)) return false;
  if (has_value) seen_->values.insert(key);
  return true;
}

void Distinct::clear() { seen_->values.clear(); }

Xapian::Query Distinct::others(const std::vector<rank::Ranked>& order) {
  for (const rank::Ranked& each : order) seen_->ranked.insert(each.id);
  auto* source = new OtherSource<Seen>(seen_, index_);
  return Xapian::Query(source->release());
}

std::uint64_t Distinct::values_of(const std::vector<rank::Ranked>& order) const {
  std::unordered_set<std::uint64_t> values;
  std::uint64_t without = 0;
  for (const rank::Ranked& each : order) {
    const std::uint64_t key = seen_->keys.of(each.id);
    if (key == column::ValueKeys::kNone) {
      ++without;
    } else {
      values.insert(key);
    }
  }
  return without + values.size();
}

}  // namespace fihris::searcher::stories
