#include "rank/phrase_list.h"

#include <algorithm>
#include <utility>

#include "fihris/store/fields.h"

namespace fihris::searcher::rank {

PhraseList::PhraseList(std::vector<WordList> words,
                       std::shared_ptr<const column::Patterns> patterns,
                       const Xapian::Database& database)
    : words_(std::move(words)), patterns_(std::move(patterns)), database_(database) {
  std::sort(words_.begin(), words_.end(),
            [](const WordList& a, const WordList& b) { return a.articles() < b.articles(); });
  for (const WordList& word : words_) most_ += word.most();
  skip_to(1);
}

double PhraseList::weight() const {
  double sum = 0;
  for (const WordList& word : words_) sum += word.weight();
  return sum;
}

void PhraseList::skip_to(Xapian::docid id) {
  for (std::size_t i = 0; i < words_.size();) {
    WordList& word = words_[i];
    if (word.at() < id) word.skip_to(id);
    i = word.at() == id ? i + 1 : 0;
    id = word.at();
    if (id == WordList::kEnd) break;
  }
  at_ = id;
}

bool PhraseList::holds(Xapian::docid id) {
  if (patterns_->empty()) return true;
  if (!std::exchange(opened_, true)) column_ = database_.valuestream_begin(slot::kColumn);
  const Xapian::ValueIterator end = database_.valuestream_end(slot::kColumn);
  if (column_ != end && column_.get_docid() < id) column_.skip_to(id);
  return column_ != end && column_.get_docid() == id && column::have_all(*patterns_, *column_);
}

}  // namespace fihris::searcher::rank
