#include "rank/any_word.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "rank/max_score.h"

namespace fihris::searcher::rank {
namespace {

using Xapian::Query;

// Behind a filter that lets through less of the articles, Xapian's tree looks at fewer postings
// than windows do.
constexpr double kLeastShare = 1.0 / 40;

// A phrase as it counts in the whole index.
struct RankedPhrase {
  std::vector<RankedWord> words;
  std::shared_ptr<const column::Patterns> patterns;
};

// What the sources of all databases of an index share.
struct Words {
  std::vector<RankedWord> words;
  std::vector<RankedPhrase> phrases;
  std::vector<RankedWord> extras;
  AnyWordSearch search;
  std::shared_ptr<plan::Deadline> deadline;
};

// The articles of a database that have one of the words, as Xapian asks for them.
class AnyWordSource : public Xapian::PostingSource {
 public:
  explicit AnyWordSource(std::shared_ptr<const Words> words) : words_(std::move(words)) {}

  void init(const Xapian::Database& database) override {
    OpenedLists lists{lists_of(words_->words, database), {}, lists_of(words_->extras, database)};
    for (const RankedPhrase& each : words_->phrases) {
      std::vector<WordList> words = lists_of(each.words, database);
      if (words.size() == each.words.size())
        lists.phrases.emplace_back(std::move(words), each.patterns, database);
    }
    estimate(lists, database.get_doccount());
    const DocidSpan span = span_of(words_->search.slice, database);
    found_.emplace(std::move(lists), span.first, span.last, words_->deadline);
    set_maxweight(found_->most());
  }
  Xapian::doccount get_termfreq_min() const override { return least_; }
  Xapian::doccount get_termfreq_est() const override { return estimate_; }
  Xapian::doccount get_termfreq_max() const override { return most_; }
  Xapian::docid get_docid() const override { return found_->at(); }
  double get_weight() const override { return found_->weight(); }
  bool at_end() const override { return found_->at() == WordList::kEnd; }
  void next(double min_weight) override { found_->find(found_->at() + 1, threshold(min_weight)); }
  void skip_to(Xapian::docid id, double min_weight) override {
    if (id > found_->at()) found_->find(id, threshold(min_weight));
  }
  AnyWordSource* clone() const override { return new AnyWordSource(words_); }

 private:
  std::vector<WordList> lists_of(const std::vector<RankedWord>& words,
                                 const Xapian::Database& database) const {
    std::vector<WordList> lists;
    for (const RankedWord& word : words) {
      WordList list(database, word, *words_->search.shares);
      if (list.at() != WordList::kEnd) lists.push_back(std::move(list));
    }
    return lists;
  }

  // As if words knew nothing of one another.
  void estimate(const OpenedLists& lists, Xapian::doccount articles) {
    double without = 1;
    std::uint64_t all = 0;
    for (const WordList& list : lists.words) {
      without *= 1 - static_cast<double>(list.articles()) / articles;
      all += list.articles();
      least_ = std::max(least_, list.articles());
    }
    for (const PhraseList& list : lists.phrases) all += list.articles();
    most_ = static_cast<Xapian::doccount>(std::min<std::uint64_t>(all, articles));
    const auto with = static_cast<Xapian::doccount>((1 - without) * articles);
    estimate_ = std::clamp(with, least_, most_);
  }

  double threshold(double min_weight) const {
    Threshold* shared = words_->search.threshold.get();
    return shared == nullptr ? min_weight : shared->raise(min_weight);
  }

  std::shared_ptr<const Words> words_;
  std::optional<MaxScore> found_;
  Xapian::doccount least_ = 0;
  Xapian::doccount estimate_ = 0;
  Xapian::doccount most_ = 0;
};

// The words as they count in the whole index, without those that it has not.
std::vector<RankedWord> ranked_words(const std::vector<plan::WeighedTerm>& terms,
                                     const Xapian::Database& database) {
  const Xapian::doccount articles = database.get_doccount();
  std::vector<RankedWord> words;
  for (const plan::WeighedTerm& each : terms) {
    const Xapian::doccount with = database.get_termfreq(each.term);
    if (with == 0) continue;
    words.push_back({each.term, with, full_weight(each.factor, with, articles, each.times)});
  }
  return words;
}

// Those of the phrases whose words the index has.
std::vector<RankedPhrase> ranked_phrases(const std::vector<plan::WeighedPhrase>& phrases,
                                         const Xapian::Database& database) {
  std::vector<RankedPhrase> ranked;
  for (const plan::WeighedPhrase& each : phrases) {
    std::vector<plan::WeighedTerm> terms;
    for (const std::string& term : each.terms) terms.push_back({term, 1, each.factor});
    std::vector<RankedWord> words = ranked_words(terms, database);
    if (words.size() == terms.size()) ranked.push_back({std::move(words), each.patterns});
  }
  return ranked;
}

// `query` with `words` in the place of what its filters and exclusions are applied to.
Query put_inside(const Query& query, const Query& words) {
  const Query::op type = query.get_type();
  if (type != Query::OP_FILTER && type != Query::OP_AND_NOT) return words;
  std::vector<Query> parts{put_inside(query.get_subquery(0), words)};
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i)
    parts.push_back(query.get_subquery(i));
  return {type, parts.begin(), parts.end()};
}

// About how many articles the query's filters let through.
double let_through(const Query& query, const Xapian::Database& database) {
  const Query::op type = query.get_type();
  double least = database.get_doccount();
  if (type != Query::OP_FILTER && type != Query::OP_AND_NOT) return least;
  least = let_through(query.get_subquery(0), database);
  if (type == Query::OP_AND_NOT) return least;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i) {
    enquire.set_query(query.get_subquery(i));
    least = std::min<double>(least, enquire.get_mset(0, 0).get_matches_estimated());
  }
  return least;
}

}  // namespace

bool has_any_word(const plan::Plan& plan) { return plan.any.known() && plan.any.size() > 1; }

bool only_words_weigh(const plan::Plan& plan) { return plan.recency_half_life_days == 0; }

Query without_words(const Query& query) { return put_inside(query, Query("words")); }

bool worth_any_word(const plan::Plan& plan, const Xapian::Database& database) {
  const double articles = database.get_doccount();
  return let_through(plan.query, database) >= kLeastShare * articles;
}

Query by_any_word(const plan::Plan& plan, const Query& query, const Xapian::Database& database,
                  AnyWordSearch search) {
  auto words = std::make_shared<Words>();
  words->words = ranked_words(plan.any.terms, database);
  words->phrases = ranked_phrases(plan.any.phrases, database);
  words->extras = ranked_words(plan.any.extras, database);
  words->search = std::move(search);
  words->deadline = plan.deadline;
  auto* source = new AnyWordSource(std::move(words));
  return put_inside(query, Query(source->release()));
}

}  // namespace fihris::searcher::rank
