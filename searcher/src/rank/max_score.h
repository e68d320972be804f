// The articles with any of some words that weigh enough.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "plan/deadline.h"
#include "rank/phrase_list.h"
#include "rank/word_list.h"

namespace fihris::searcher::rank {

// What an article may have, opened in one database.
struct OpenedLists {
  std::vector<WordList> words;
  std::vector<PhraseList> phrases;
  std::vector<WordList> extras;  // an article gains by them, but must have something else
};

// Finds them in windows of document numbers, MaxScore as Turtle and Flood (1995) call it. Members
// that together weigh less than is asked for cannot bring an article in by themselves: the lists of
// the others are read window by window and added up, and only articles that may still weigh enough
// are looked for in the lists left out.
class MaxScore {
 public:
  // Articles from `first` to `last`. Ends at the deadline, which may be null.
  MaxScore(OpenedLists lists, Xapian::docid first, Xapian::docid last,
           std::shared_ptr<plan::Deadline> deadline);

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

  // A phrase whose articles are all looked at. Sums count it as if its patterns held; so those of
  // the window that may have it are remembered, with what they weigh by it.
  struct ReadPhrase {
    PhraseList* list;
    std::vector<std::pair<Xapian::docid, double>> in_window;
    std::size_t next = 0;
  };
  struct Member;

  bool open_window(Xapian::docid id);
  void widen_window(Xapian::docid id);
  std::vector<Member> members();
  void choose_lists();
  void read_or_look_up(std::vector<Member> members, double left_out);
  template <class List>
  void add_up(List& list, ReadPhrase* phrase);
  bool find_in_window();
  void pass_over(Xapian::docid id);
  bool weighs_enough(Xapian::docid id, double weight);
  double unproven(Xapian::docid id);
  bool look_up_words(Xapian::docid id, double& weight, bool& found);
  bool look_up_phrases(Xapian::docid id, double& weight, bool& found);
  bool prove_phrases(Xapian::docid id, double& weight, bool& found);

  OpenedLists lists_;
  Xapian::docid last_;
  std::shared_ptr<plan::Deadline> deadline_;

  double threshold_ = 0;
  double chosen_for_ = -1;       // the threshold when the lists were chosen
  std::vector<WordList*> read_;  // whose articles are all looked at
  std::vector<ReadPhrase> read_phrases_;
  // The greatest first; words that are extras, too.
  std::vector<std::pair<WordList*, bool>> looked_up_;
  std::vector<PhraseList*> looked_up_phrases_;
  // What those looked up weigh at most, from there on, first words, then phrases; one more, 0.
  std::vector<double> most_looked_up_;

  // Document numbers from begin_ to before end_; those before next_ have been looked at.
  Xapian::docid begin_;
  Xapian::docid end_;
  Xapian::docid next_;
  Xapian::docid width_ = kLeastWindow;
  // Of those to be looked at. One bit each: it has one of the members that are read.
  std::vector<std::uint64_t> there_;
  std::vector<double> sums_;  // what it weighs by them; 0 where there is none

  Xapian::docid at_ = 0;
  double weight_ = 0;
};

}  // namespace fihris::searcher::rank
