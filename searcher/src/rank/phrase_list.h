// The articles of one database that have several words together, and what they weigh by them.
#pragma once

#include <xapian.h>

#include <memory>
#include <vector>

#include "plan/any_of.h"
#include "rank/word_list.h"

namespace fihris::searcher::rank {

// Those that have all of its words, read from the first to the last. Whether an article's token
// column has the patterns, too, is left to be asked where it matters.
class PhraseList {
 public:
  // `words` is not empty.
  PhraseList(std::vector<WordList> words, std::shared_ptr<const column::Patterns> patterns,
             const Xapian::Database& database);

  // How many articles it names at most.
  Xapian::doccount articles() const { return words_.front().articles(); }
  // No article weighs more.
  double most() const { return most_; }

  // The article it stands at, or WordList::kEnd.
  Xapian::docid at() const { return at_; }
  // What that one weighs.
  double weight() const;
  void next() { skip_to(at_ + 1); }
  // Goes on to the first article from `id` on, which is not before at().
  void skip_to(Xapian::docid id);

  // Whether the article has the patterns. Ids ascend from call to call.
  bool holds(Xapian::docid id);

 private:
  std::vector<WordList> words_;  // rarest first
  std::shared_ptr<const column::Patterns> patterns_;
  Xapian::Database database_;
  double most_ = 0;
  Xapian::docid at_ = 0;
  bool opened_ = false;  // column_
  Xapian::ValueIterator column_;
};

}  // namespace fihris::searcher::rank
