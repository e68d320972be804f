#include "counts/article_set.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <memory>
#include <utility>

#include "counts/matching_documents.h"
#include "counts/reading_cost.h"

namespace fihris::searcher::counts {
namespace {

using Xapian::Query;

// Documents as a subquery.
class IdSource : public Xapian::PostingSource {
 public:
  IdSource(std::shared_ptr<const Ids> ids, std::shared_ptr<plan::Deadline> deadline)
      : ids_(std::move(ids)), deadline_(std::move(deadline)) {}

  void init(const Xapian::Database& /*database*/) override {
    next_ = ids_->begin();
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return size(); }
  Xapian::doccount get_termfreq_est() const override { return size(); }
  Xapian::doccount get_termfreq_max() const override { return size(); }
  Xapian::docid get_docid() const override { return *next_; }
  bool at_end() const override { return next_ == ids_->end(); }
  void next(double /*min_weight*/) override {
    if (started_ && !at_end()) ++next_;
    started_ = true;
    look_at_clock();
  }
  void skip_to(Xapian::docid id, double /*min_weight*/) override {
    started_ = true;
    next_ = std::lower_bound(next_, ids_->end(), id);
    look_at_clock();
  }
  IdSource* clone() const override { return new IdSource(ids_, deadline_); }

 private:
  void look_at_clock() {
    constexpr unsigned kSteps = 64;
    if (deadline_ && ++steps_ % kSteps == 0 && deadline_->passed()) next_ = ids_->end();
  }
  Xapian::doccount size() const { return static_cast<Xapian::doccount>(ids_->size()); }

  std::shared_ptr<const Ids> ids_;
  std::shared_ptr<plan::Deadline> deadline_;
  unsigned steps_ = 0;
  Ids::const_iterator next_;
  bool started_ = false;
};

}  // namespace

// Numbers up to `last` that are marked in several lists.
class ArticleSet::Marks {
 public:
  explicit Marks(Xapian::docid last) : words_(last / 64 + 1) {}

  void mark(Xapian::docid id) { words_[id / 64] |= std::uint64_t{1} << (id % 64); }
  void mark(const Ids& ids) {
    for (const Xapian::docid id : ids) mark(id);
  }
  Ids ids() const {
    Ids ids;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      for (std::uint64_t word = words_[at]; word != 0; word &= word - 1) {
        ids.push_back(static_cast<Xapian::docid>(64 * at + std::countr_zero(word)));
      }
    }
    return ids;
  }

 private:
  std::vector<std::uint64_t> words_;
};

Ids ArticleSet::matches() {
  if (plan_.query.empty()) return {};
  Ids ids = all(plan_.query);
  if (plan_.required.empty()) return ids;
  constexpr auto kNoLimit = std::numeric_limits<Xapian::doccount>::max();
  auto patterns = std::make_shared<const column::Patterns>(plan_.required);
  auto* check = new column::PatternSource(std::move(patterns), kNoLimit, nullptr);
  return asked_of_xapian(Query(check->release()), std::move(ids));
}

// Looks at the clock now and then.
bool ArticleSet::goes_on() {
  constexpr std::uint64_t kSteps = 1024;
  if (plan_.deadline && ++steps_ % kSteps == 0 && plan_.deadline->passed()) complete_ = false;
  return complete_;
}

Ids ArticleSet::all(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return all_of_term(term_of_leaf(query));
    case Query::LEAF_MATCH_ALL:
      return all_of_term({});
    case Query::OP_OR:
      return all_of_any(query);
    case Query::OP_AND:
    case Query::OP_FILTER: {
      const std::size_t first = cheapest(member_costs(query, plan_, database_));
      return with_all(query, all(query.get_subquery(first)), first);
    }
    case Query::OP_AND_NOT:
      return without_rest(query, all(query.get_subquery(0)));
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return all(query.get_subquery(0));
    default:
      return query.empty() ? Ids() : asked_of_xapian(query, all_of_term({}));
  }
}

template <class Visit>
void ArticleSet::each_posting(const std::string& term, Visit visit) {
  const Xapian::PostingIterator end = database_.postlist_end(term);
  const bool sampled = blocks_.length < blocks_.every;
  for (auto posting = database_.postlist_begin(term); posting != end && goes_on();) {
    const Xapian::docid id = *posting;
    if (!sampled || id % blocks_.every < blocks_.length) {
      visit(id);
      ++posting;
    } else {
      posting.skip_to((id / blocks_.every + 1) * blocks_.every);
    }
  }
}

Ids ArticleSet::all_of_term(const std::string& term) {
  Ids ids;
  each_posting(term, [&ids](Xapian::docid id) { ids.push_back(id); });
  return ids;
}

Ids ArticleSet::all_of_any(const Query& query) {
  Marks marks(blocks_.last);
  mark_all(query, marks);
  return marks.ids();
}

void ArticleSet::mark_all(const Query& query, Marks& marks) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return each_posting(term_of_leaf(query), [&marks](Xapian::docid id) { marks.mark(id); });
    case Query::OP_OR:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        mark_all(query.get_subquery(i), marks);
      return;
    case Query::OP_SCALE_WEIGHT:
      return mark_all(query.get_subquery(0), marks);
    default:
      marks.mark(all(query));
  }
}

// Those of the candidates that the query has.
Ids ArticleSet::among(const Query& query, Ids candidates) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return with_term(term_of_leaf(query), candidates);
    case Query::LEAF_MATCH_ALL:
      return candidates;
    case Query::OP_OR:
      return with_any(query, candidates);
    case Query::OP_AND:
    case Query::OP_FILTER:
      return with_all(query, std::move(candidates), query.get_num_subqueries());
    case Query::OP_AND_NOT:
      return without_rest(query, among(query.get_subquery(0), std::move(candidates)));
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return among(query.get_subquery(0), std::move(candidates));
    default:
      return query.empty() ? Ids() : asked_of_xapian(query, std::move(candidates));
  }
}

// Those that have none of the members of an AND_NOT but the first.
Ids ArticleSet::without_rest(const Query& query, Ids left) {
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    const Ids gone = among(query.get_subquery(i), left);
    if (gone.empty()) continue;
    Ids rest;
    std::set_difference(left.begin(), left.end(), gone.begin(), gone.end(),
                        std::back_inserter(rest));
    left = std::move(rest);
  }
  return left;
}

Ids ArticleSet::with_term(const std::string& term, const Ids& candidates) {
  const double tf = frequency(term, plan_, database_);
  Ids ids;
  if (tf == 0) return ids;
  if (tf < kSkipCost * static_cast<double>(candidates.size())) {
    const Ids have = all_of_term(term);
    std::set_intersection(candidates.begin(), candidates.end(), have.begin(), have.end(),
                          std::back_inserter(ids));
    return ids;
  }
  const Xapian::PostingIterator end = database_.postlist_end(term);
  auto posting = database_.postlist_begin(term);
  for (const Xapian::docid id : candidates) {
    if (posting != end) posting.skip_to(id);
    if (posting == end || !goes_on()) break;
    if (*posting == id) ids.push_back(id);
  }
  return ids;
}

Ids ArticleSet::with_any(const Query& query, const Ids& candidates) {
  Marks marks(blocks_.last);
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
    marks.mark(among(query.get_subquery(i), candidates));
  return marks.ids();
}

// `but`: a member that the candidates are known to have.
Ids ArticleSet::with_all(const Query& query, Ids candidates, std::size_t but) {
  for (std::size_t i = 0; i < query.get_num_subqueries() && !candidates.empty(); ++i) {
    if (i != but) candidates = among(query.get_subquery(i), std::move(candidates));
  }
  return candidates;
}

Ids ArticleSet::asked_of_xapian(const Query& query, Ids candidates) {
  if (candidates.empty() || !complete_) return {};
  const std::size_t most = candidates.size();
  auto* source = new IdSource(std::make_shared<const Ids>(std::move(candidates)), plan_.deadline);
  const Query both(Query::OP_FILTER, Query(source->release()), query);
  Ids ids = matching_documents(database_, both, {}, most).ids;
  if (plan_.deadline && plan_.deadline->stopped()) complete_ = false;
  return ids;
}

}  // namespace fihris::searcher::counts
