#include "rank/max_score.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace fihris::searcher::rank {
namespace {

constexpr Xapian::docid kBits = 64;

double most_of(const std::vector<WordList>& lists) {
  return std::accumulate(lists.begin(), lists.end(), 0.0,
                         [](double sum, const WordList& list) { return sum + list.most(); });
}

}  // namespace

MaxScore::MaxScore(std::vector<WordList> words, std::vector<WordList> extras, Xapian::docid first,
                   Xapian::docid last, std::shared_ptr<plan::Deadline> deadline)
    : words_(std::move(words)),
      extras_(std::move(extras)),
      last_(last),
      deadline_(std::move(deadline)),
      begin_(first),
      end_(first),
      next_(first),
      there_(kMostWindow / kBits),
      sums_(kMostWindow) {
  // Those that save most postings for what they weigh are left out first.
  std::sort(words_.begin(), words_.end(), [](const WordList& a, const WordList& b) {
    return a.articles() * b.most() > b.articles() * a.most();
  });
}

double MaxScore::most() const { return most_of(words_) + most_of(extras_); }

void MaxScore::find(Xapian::docid id, double threshold) {
  threshold_ = std::max(threshold_, threshold);
  pass_over(id);
  while (at_ != WordList::kEnd && !find_in_window()) {
    if (!open_window(std::max(id, end_))) at_ = WordList::kEnd;
  }
}

// Reads the next window that has anything, from `id` on; false when there is none.
bool MaxScore::open_window(Xapian::docid id) {
  if (id > last_ || (deadline_ && deadline_->passed())) return false;
  choose_lists();
  widen_window(id);
  Xapian::docid begin = WordList::kEnd;
  for (WordList* list : read_) {
    if (list->at() < id) list->skip_to(id);
    begin = std::min(begin, list->at());
  }
  if (begin > last_) return false;
  begin_ = next_ = begin;
  end_ = begin_ + std::min(width_, last_ - begin_ + 1);
  for (WordList* list : read_) add_up(*list);
  return true;
}

// Who skips far is not going to look at most of a window.
void MaxScore::widen_window(Xapian::docid id) {
  width_ = id - end_ > width_ ? kLeastWindow : std::min(2 * width_, kMostWindow);
}

// Leaves out lists whose articles weigh less than is asked for, if they are in no other.
void MaxScore::choose_lists() {
  if (chosen_for_ == threshold_) return;
  chosen_for_ = threshold_;
  read_.clear();
  looked_up_.clear();
  double left_out = 0;
  for (WordList& list : extras_) {
    looked_up_.push_back(&list);
    left_out += list.most();
  }
  for (WordList& list : words_) {
    const bool enough = left_out + list.most() >= threshold_;
    (enough ? read_ : looked_up_).push_back(&list);
    if (!enough) left_out += list.most();
  }
  std::sort(looked_up_.begin(), looked_up_.end(),
            [](const WordList* a, const WordList* b) { return a->most() > b->most(); });
  most_looked_up_.assign(looked_up_.size() + 1, 0);
  for (std::size_t i = looked_up_.size(); i-- > 0;) {
    most_looked_up_[i] = most_looked_up_[i + 1] + looked_up_[i]->most();
  }
}

void MaxScore::add_up(WordList& list) {
  for (; list.at() < end_; list.next()) {
    const Xapian::docid i = list.at() - begin_;
    there_[i / kBits] |= std::uint64_t{1} << (i % kBits);
    sums_[i] += list.weight();
  }
}

// Goes to the first article of the window that weighs enough; false when there is none.
bool MaxScore::find_in_window() {
  for (std::size_t word = (next_ - begin_) / kBits; begin_ + word * kBits < end_; ++word) {
    while (there_[word] != 0) {
      const std::size_t i = word * kBits + static_cast<std::size_t>(std::countr_zero(there_[word]));
      there_[word] &= there_[word] - 1;
      next_ = begin_ + static_cast<Xapian::docid>(i) + 1;
      if (!weighs_enough(next_ - 1, std::exchange(sums_[i], 0.0))) continue;
      at_ = next_ - 1;
      return true;
    }
  }
  next_ = end_;
  return false;
}

// Does not look at the articles of the window before `id`.
void MaxScore::pass_over(Xapian::docid id) {
  for (std::size_t word = (next_ - begin_) / kBits; begin_ + word * kBits < std::min(id, end_);
       ++word) {
    const std::uint64_t before = id - begin_ - word * kBits;
    std::uint64_t passed = there_[word];
    if (before < kBits) passed &= (std::uint64_t{1} << before) - 1;
    there_[word] &= ~passed;
    for (; passed != 0; passed &= passed - 1) {
      sums_[word * kBits + static_cast<std::size_t>(std::countr_zero(passed))] = 0;
    }
  }
  next_ = std::max(next_, std::min(id, end_));
}

// Looks the article up in the other lists, until it is clear whether it weighs enough.
bool MaxScore::weighs_enough(Xapian::docid id, double weight) {
  for (std::size_t i = 0; i < looked_up_.size(); ++i) {
    if (weight + most_looked_up_[i] < threshold_) return false;
    WordList& list = *looked_up_[i];
    if (list.at() < id) list.skip_to(id);
    if (list.at() == id) weight += list.weight();
  }
  weight_ = weight;
  return weight >= threshold_;
}

}  // namespace fihris::searcher::rank
