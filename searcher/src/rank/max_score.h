// The articles with any of some words that weigh enough.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "plan/deadline.h"
#include "rank/word_list.h"

namespace fihris::searcher::rank {

// Finds them in windows of document numbers, MaxScore as Turtle and Flood (1995) call it. Words
// that together weigh less than is asked for cannot bring an article in by themselves: the lists of
// the others are read window by window and added up, and only articles that may still weigh enough
// are looked for in the lists left out.
class MaxScore {
 public:
  // Articles from `first` to `last` that have one of `words`; by `extras` they gain weight only.
  // Ends at the deadline, which may be null.
  MaxScore(std::vector<WordList> words, std::vector<WordList> extras, Xapian::docid first,
           Xapian::docid last, std::shared_ptr<plan::Deadline> deadline);

  // Goes to the first article behind at() and from `id` on that weighs `threshold` or more. What
  // has been asked for once is the least from then on.
  void find(Xapian::docid id, double threshold);

  // The article it stands at: WordList::kEnd when there are no more, 0 before the first find().
  Xapian::docid at() const { return at_; }
  double weight() const { return weight_; }
  // No article weighs more.
  double most() const;

 private:
  static constexpr Xapian::docid kLeastWindow = 256;
  static constexpr Xapian::docid kMostWindow = 8192;

  bool open_window(Xapian::docid id);
  void widen_window(Xapian::docid id);
  void choose_lists();
  void add_up(WordList& list);
  bool find_in_window();
  void pass_over(Xapian::docid id);
  bool weighs_enough(Xapian::docid id, double weight);

  std::vector<WordList> words_;
  std::vector<WordList> extras_;
  Xapian::docid last_;
  std::shared_ptr<plan::Deadline> deadline_;

  double threshold_ = 0;
  double chosen_for_ = -1;              // the threshold when the lists were chosen
  std::vector<WordList*> read_;         // whose articles are all looked at
  std::vector<WordList*> looked_up_;    // the greatest first
  std::vector<double> most_looked_up_;  // what those from there on weigh at most; one more, 0

  // Document numbers from begin_ to before end_; those before next_ have been looked at.
  Xapian::docid begin_;
  Xapian::docid end_;
  Xapian::docid next_;
  Xapian::docid width_ = kLeastWindow;
  // Of those to be looked at. One bit each: it has one of the words that are read.
  std::vector<std::uint64_t> there_;
  std::vector<double> sums_;  // what it weighs by them; 0 where there is none

  Xapian::docid at_ = 0;
  double weight_ = 0;
};

}  // namespace fihris::searcher::rank
