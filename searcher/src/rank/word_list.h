// The articles of one database that have a word, and what they weigh by it.
#pragma once

#include <xapian.h>

#include <limits>
#include <string>

#include "rank/bm25.h"

namespace fihris::searcher::rank {

// A word of a query as it counts in the whole index.
struct RankedWord {
  std::string term;
  Xapian::doccount articles = 0;  // that have it
  double full_weight = 0;         // when it occurs any number of times
};

// A posting list, read from its beginning to its end.
class WordList {
 public:
  // Behind all articles.
  static constexpr Xapian::docid kEnd = std::numeric_limits<Xapian::docid>::max();

  // Opens the list at its first article. `shares` must outlive it.
  WordList(const Xapian::Database& database, const RankedWord& word, const Bm25Shares& shares)
      : shares_(&shares),
        full_weight_(word.full_weight),
        most_(shares.most(word.full_weight, database.get_wdf_upper_bound(word.term))),
        articles_(database.get_termfreq(word.term)),
        posting_(database.postlist_begin(word.term)) {
    look();
  }

  // How many articles it names.
  Xapian::doccount articles() const { return articles_; }
  // No article weighs more.
  double most() const { return most_; }

  // The article it stands at, or kEnd.
  Xapian::docid at() const { return at_; }
  // What that one weighs.
  double weight() const { return shares_->weight(full_weight_, posting_.get_wdf()); }
  void next() {
    ++posting_;
    look();
  }
  // Goes on to the first article from `id` on, which is not before at().
  void skip_to(Xapian::docid id) {
    posting_.skip_to(id);
    look();
  }

 private:
  void look() { at_ = posting_ == Xapian::PostingIterator() ? kEnd : *posting_; }

  const Bm25Shares* shares_;
  double full_weight_;
  double most_;
  Xapian::doccount articles_;
  Xapian::PostingIterator posting_;
  Xapian::docid at_ = 0;
};

}  // namespace fihris::searcher::rank
