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

// BM25 with the length of the article taken from the posting (fihris/store/posting.h), so that
// Xapian need not look it up. Inverse document frequency as Xapian::BM25Weight has it,
// weights that are addable. Xapian makes
// a copy for each word, which is cheap; making one anew is not.
class Bm25 : public Xapian::Weight {
 public:
  explicit Bm25(double average_length);

  std::string name() const override { return "fihris::Bm25"; }
  Bm25* clone() const override { return new Bm25(shares_); }
  void init(double factor) override;
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount length, Xapian::termcount unique_terms) const override;
  double get_maxextra() const override { return 0; }

 private:
  // So many occurrences have their share of the full weight worked out beforehand.
  static constexpr std::uint32_t kTabled = 16;
  struct Shares {
    std::array<double, kLengthSteps> norms;  // what is added below the fraction, by length step
    std::array<std::array<double, kLengthSteps>, kTabled> of;  // by occurrences - 1
  };
  static std::shared_ptr<const Shares> shares_of(double average_length);
  explicit Bm25(std::shared_ptr<const Shares> shares);

  std::shared_ptr<const Shares> shares_;
  double full_weight_ = 0;  // of a word that occurs any number of times
};

}  // namespace fihris::searcher::rank
