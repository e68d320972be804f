#include "rank/max_score.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

namespace fihris::searcher::rank {
namespace {

constexpr Xapian::docid kBits = 64;

template <class List>
double most_of(const std::vector<List>& lists) {
  return std::accumulate(lists.begin(), lists.end(), 0.0,
                         [](double sum, const List& list) { return sum + list.most(); });
}

}  // namespace

// A word or a phrase.
struct MaxScore::Member {
  WordList* word;
  PhraseList* phrase;
  double most;
  // How many postings are saved for what it weighs when it is left out.
  double gain;
};

MaxScore::MaxScore(OpenedLists lists, Xapian::docid first, Xapian::docid last,
                   std::shared_ptr<plan::Deadline> deadline)
    : lists_(std::move(lists)),
      last_(last),
      deadline_(std::move(deadline)),
      begin_(first),
      end_(first),
      next_(first),
      there_(kMostWindow / kBits),
      sums_(kMostWindow) {}

double MaxScore::most() const {
  return most_of(lists_.words) + most_of(lists_.phrases) + most_of(lists_.extras);
}

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
  for (const ReadPhrase& phrase : read_phrases_) {
    if (phrase.list->at() < id) phrase.list->skip_to(id);
    begin = std::min(begin, phrase.list->at());
  }
  if (begin > last_) return false;
  begin_ = next_ = begin;
  end_ = begin_ + std::min(width_, last_ - begin_ + 1);
  for (WordList* list : read_) add_up(*list, nullptr);
  for (ReadPhrase& phrase : read_phrases_) {
    phrase.in_window.clear();
    phrase.next = 0;
    add_up(*phrase.list, &phrase);
  }
  return true;
}

// Who skips far is not going to look at most of a window.
void MaxScore::widen_window(Xapian::docid id) {
  width_ = id - end_ > width_ ? kLeastWindow : std::min(2 * width_, kMostWindow);
}

std::vector<MaxScore::Member> MaxScore::members() {
  std::vector<Member> all;
  for (WordList& list : lists_.words)
    all.push_back({&list, nullptr, list.most(), list.articles() / list.most()});
  for (PhraseList& list : lists_.phrases)
    all.push_back({nullptr, &list, list.most(), list.articles() / list.most()});
  std::sort(all.begin(), all.end(),
            [](const Member& a, const Member& b) { return a.gain > b.gain; });
  return all;
}

// Leaves out lists whose articles weigh less than is asked for, if they are in no other.
void MaxScore::choose_lists() {
  if (chosen_for_ == threshold_) return;
  chosen_for_ = threshold_;
  read_.clear();
  read_phrases_.clear();
  looked_up_.clear();
  looked_up_phrases_.clear();
  for (WordList& list : lists_.extras) looked_up_.emplace_back(&list, true);
  read_or_look_up(members(), most_of(lists_.extras));
  std::sort(looked_up_.begin(), looked_up_.end(),
            [](const auto& a, const auto& b) { return a.first->most() > b.first->most(); });
  most_looked_up_.assign(1, 0);
  for (auto list = looked_up_phrases_.rbegin(); list != looked_up_phrases_.rend(); ++list)
    most_looked_up_.push_back(most_looked_up_.back() + (*list)->most());
  for (auto list = looked_up_.rbegin(); list != looked_up_.rend(); ++list)
    most_looked_up_.push_back(most_looked_up_.back() + list->first->most());
  std::reverse(most_looked_up_.begin(), most_looked_up_.end());
}

// `left_out`: what those weigh at most that are looked up already.
void MaxScore::read_or_look_up(std::vector<Member> members, double left_out) {
  for (const Member& each : members) {
    const bool enough = left_out + each.most >= threshold_;
    if (!enough) left_out += each.most;
    if (each.word != nullptr && enough) {
      read_.push_back(each.word);
    } else if (each.word != nullptr) {
      looked_up_.emplace_back(each.word, false);
    } else if (enough) {
      read_phrases_.push_back({each.phrase, {}});
    } else {
      looked_up_phrases_.push_back(each.phrase);
    }
  }
}

template <class List>
void MaxScore::add_up(List& list, ReadPhrase* phrase) {
  for (; list.at() < end_; list.next()) {
    const Xapian::docid i = list.at() - begin_;
    const double weight = list.weight();
    there_[i / kBits] |= std::uint64_t{1} << (i % kBits);
    sums_[i] += weight;
    if (phrase != nullptr) phrase->in_window.emplace_back(list.at(), weight);
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

// Whether the article weighs enough, which by the members that are read is `weight` at most. Looks
// no further than is needed to know that.
bool MaxScore::weighs_enough(Xapian::docid id, double weight) {
  bool found = weight > unproven(id);
  if (!look_up_words(id, weight, found) || !prove_phrases(id, weight, found) ||
      !look_up_phrases(id, weight, found))
    return false;
  weight_ = weight;
  return found && weight >= threshold_;
}

// What of the article's sum is by phrases that it may not have.
double MaxScore::unproven(Xapian::docid id) {
  double sum = 0;
  for (ReadPhrase& phrase : read_phrases_) {
    const auto& all = phrase.in_window;
    while (phrase.next < all.size() && all[phrase.next].first < id) ++phrase.next;
    if (phrase.next < all.size() && all[phrase.next].first == id) sum += all[phrase.next].second;
  }
  return sum;
}

bool MaxScore::look_up_words(Xapian::docid id, double& weight, bool& found) {
  for (std::size_t i = 0; i < looked_up_.size(); ++i) {
    if (weight + most_looked_up_[i] < threshold_) return false;
    const auto [list, is_extra] = looked_up_[i];
    if (list->at() < id) list->skip_to(id);
    if (list->at() != id) continue;
    weight += list->weight();
    found |= !is_extra;
  }
  return true;
}

// Takes away what the article weighs by phrases that it only seemed to have.
bool MaxScore::prove_phrases(Xapian::docid id, double& weight, bool& found) {
  const double most_by_others = most_looked_up_[looked_up_.size()];
  for (const ReadPhrase& phrase : read_phrases_) {
    if (weight + most_by_others < threshold_) return false;
    if (phrase.next == phrase.in_window.size() || phrase.in_window[phrase.next].first != id)
      continue;
    const bool holds = phrase.list->holds(id);
    if (!holds) weight -= phrase.in_window[phrase.next].second;
    found |= holds;
  }
  return true;
}

bool MaxScore::look_up_phrases(Xapian::docid id, double& weight, bool& found) {
  for (std::size_t i = 0; i < looked_up_phrases_.size(); ++i) {
    if (weight + most_looked_up_[looked_up_.size() + i] < threshold_) return false;
    PhraseList& list = *looked_up_phrases_[i];
    if (list.at() < id) list.skip_to(id);
    if (list.at() != id) continue;
    const double with = weight + list.weight();
    if (with + most_looked_up_[looked_up_.size() + i + 1] < threshold_) return false;
    if (!list.holds(id)) continue;
    weight = with;
    found = true;
  }
  return true;
}

}  // namespace fihris::searcher::rank
