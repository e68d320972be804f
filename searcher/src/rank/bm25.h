// The weight of the first pass.
#pragma once

#include <xapian.h>

#include <array>
#include <memory>
#include <string>

#include "fihris/store/posting.h"

namespace fihris::searcher::rank {

// Of all articles, as postings count them.
double total_words(const Xapian::Database& database);
// Mean length of the articles, in words as postings count them; 1 for an empty index.
double average_length(const Xapian::Database& database);

// The nearest of the weights that may be added: multiples of 2^-32. A sum of them, below 2^20, is
// exact and so the same in whatever order Xapian adds the words of an article up, which changes
// with the number of articles it is asked for: equal articles weigh the same.
inline double addable(double weight) {
  // What is added here has multiples of 2^-32 for its last digit, and the rest is rounded away.
  constexpr double kRoundsAway = 1.5 * (1U << 20U);
  return (weight + kRoundsAway) - kRoundsAway;
}

// What a word gives an article, as a share of what any number of occurrences would give it. Never
// changes; may be used by several threads.
class Bm25Shares {
 public:
  explicit Bm25Shares(double average_length);

  // The weight of a posting of a word that weighs `full_weight` when it occurs any number of times;
  // wdf as in fihris/store/posting.h. Addable.
  double weight(double full_weight, Xapian::termcount wdf) const {
    const Posting posting = posting_of(wdf);
    const std::uint32_t occurrences = posting.occurrences;
    if (occurrences <= kTabled)
      return addable(full_weight * of_[occurrences - 1][posting.length_step]);
    return addable(full_weight * (occurrences / (occurrences + norms_[posting.length_step])));
  }
  // No posting with such a wdf or a smaller one has more.
  double most(double full_weight, Xapian::termcount greatest_wdf) const;

 private:
  // So many occurrences have their share worked out beforehand.
  static constexpr std::uint32_t kTabled = 16;
  std::array<double, kLengthSteps> norms_;  // what is added below the fraction, by length step
  std::array<std::array<double, kLengthSteps>, kTabled> of_;  // by occurrences - 1
};

// What a word weighs that occurs any number of times in an article. It is in `with` of `articles`
// articles, and `times` in the query.
double full_weight(double factor, Xapian::doccount with, Xapian::doccount articles,
                   Xapian::termcount times);

// BM25 with the length of the article taken from the posting (fihris/store/posting.h), so that
// Xapian need not look it up. Inverse document frequency as Xapian::BM25Weight has it,
// weights that are addable. Xapian makes
// a copy for each word, which is cheap; making one anew is not.
class Bm25 : public Xapian::Weight {
 public:
  explicit Bm25(double average_length);

  const std::shared_ptr<const Bm25Shares>& shares() const { return shares_; }

  std::string name() const override { return "fihris::Bm25"; }
  Bm25* clone() const override { return new Bm25(shares_); }
  void init(double factor) override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique_terms) const override;
  double get_maxextra() const override { return 0; }

 private:
  explicit Bm25(std::shared_ptr<const Bm25Shares> shares);

  std::shared_ptr<const Bm25Shares> shares_;
  double full_weight_ = 0;  // of a word that occurs any number of times
};

}  // namespace fihris::searcher::rank
