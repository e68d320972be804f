#include "rank/bm25.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"

namespace fihris::searcher::rank {

double total_words(const Xapian::Database& database) {
  return database.get_collection_freq(std::string(prefix::kLength));
}

double average_length(const Xapian::Database& database) {
  const double words = total_words(database);
  const double articles = database.get_termfreq(std::string(prefix::kLength));
  return words > 0 ? words / articles : 1;
}

Bm25::Bm25(double average_length) : Bm25(shares_of(average_length)) {}

Bm25::Bm25(std::shared_ptr<const Shares> shares) : shares_(std::move(shares)) {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(WQF);
}

std::shared_ptr<const Bm25::Shares> Bm25::shares_of(double average_length) {
  using W = plan::Bm25Weights;
  auto shares = std::make_shared<Shares>();
  for (std::uint32_t step = 0; step < kLengthSteps; ++step) {
    const double length = std::max(length_at(step) / average_length, W::kMinLength);
    const double norm = W::kK1 * (1 - W::kB + W::kB * length);
    shares->norms[step] = norm;
    for (std::uint32_t i = 0; i < kTabled; ++i) shares->of[i][step] = (i + 1) / (i + 1 + norm);
  }
  return shares;
}

void Bm25::init(double factor) {
  using W = plan::Bm25Weights;
  full_weight_ = 0;
  if (factor == 0) return;
  const double with = get_termfreq();
  const double odds = (get_collection_size() - with + 0.5) / (with + 0.5);
  // Words in more than a third of the articles: never below 0.
  const double idf = std::log(odds < 2 ? odds * 0.5 + 1 : odds);
  const double times = get_wqf();
  full_weight_ = factor * idf * (W::kK1 + 1) * (W::kK3 + 1) * times / (W::kK3 + times);
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                         Xapian::termcount /*unique_terms*/) const {
  if (wdf == 0) return 0;
  const Posting posting = posting_of(wdf);
  const std::uint32_t occurrences = posting.occurrences;
  if (occurrences <= kTabled)
    return addable(full_weight_ * shares_->of[occurrences - 1][posting.length_step]);
  return addable(full_weight_ *
                 (occurrences / (occurrences + shares_->norms[posting.length_step])));
}

double Bm25::get_maxpart() const {
  const double occurrences = std::min(get_wdf_upper_bound() / kLengthSteps + 1, kMaxOccurrences);
  return addable(full_weight_ * (occurrences / (occurrences + shares_->norms.front())));
}

double Bm25::get_sumextra(Xapian::termcount /*length*/, Xapian::termcount /*unique_terms*/) const {
  return 0;
}

}  // namespace fihris::searcher::rank
