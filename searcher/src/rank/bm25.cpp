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

Bm25Shares::Bm25Shares(double average_length) {
  using W = plan::Bm25Weights;
  for (std::uint32_t step = 0; step < kLengthSteps; ++step) {
    const double length = std::max(length_at(step) / average_length, W::kMinLength);
    const double norm = W::kK1 * (1 - W::kB + W::kB * length);
    norms_[step] = norm;
    for (std::uint32_t i = 0; i < kTabled; ++i) of_[i][step] = (i + 1) / (i + 1 + norm);
  }
}

double Bm25Shares::most(double full_weight, Xapian::termcount greatest_wdf) const {
  const double occurrences = std::min(greatest_wdf / kLengthSteps + 1, kMaxOccurrences);
  return addable(full_weight * (occurrences / (occurrences + norms_.front())));
}

double full_weight(double factor, Xapian::doccount with, Xapian::doccount articles,
                   Xapian::termcount times) {
  using W = plan::Bm25Weights;
  const double odds = (articles - static_cast<double>(with) + 0.5) / (with + 0.5);
  // Words in more than a third of the articles: never below 0.
  const double idf = std::log(odds < 2 ? odds * 0.5 + 1 : odds);
  const double count = times;
  return factor * idf * (W::kK1 + 1) * (W::kK3 + 1) * count / (W::kK3 + count);
}

Bm25::Bm25(double average_length) : Bm25(std::make_shared<const Bm25Shares>(average_length)) {}

Bm25::Bm25(std::shared_ptr<const Bm25Shares> shares) : shares_(std::move(shares)) {
  need_stat(COLLECTION_SIZE);
  need_stat(TERMFREQ);
  need_stat(WDF);
  need_stat(WDF_MAX);
  need_stat(WQF);
}

void Bm25::init(double factor) {
  full_weight_ =
      factor == 0 ? 0 : full_weight(factor, get_termfreq(), get_collection_size(), get_wqf());
}

double Bm25::get_sumpart(Xapian::termcount wdf, Xapian::termcount /*length*/,
                         Xapian::termcount /*unique_terms*/) const {
  return wdf == 0 ? 0 : shares_->weight(full_weight_, wdf);
}

double Bm25::get_maxpart() const { return shares_->most(full_weight_, get_wdf_upper_bound()); }

double Bm25::get_sumextra(Xapian::termcount /*length*/, Xapian::termcount /*unique_terms*/) const {
  return 0;
}

}  // namespace fihris::searcher::rank
