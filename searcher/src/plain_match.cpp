#include "plain_match.h"

#include <algorithm>
#include <cmath>

#include "ranking_weights.h"

namespace fihris::internal {
namespace {

using W = Bm25Weights;

struct Sum {
  float weight = 0;
  std::uint32_t words = 0;
};

// As Xapian::BM25Weight has it: never below zero, however frequent the term.
double term_weight(double articles, double with, double times) {
  double odds = (articles - with + 0.5) / (with + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds) * (W::kK3 + 1) * times / (W::kK3 + times) * (W::kK1 + 1);
}

bool heavier(const PlainMatch& a, const PlainMatch& b) {
  return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
}

void keep_best(std::vector<PlainMatch>& matches, std::size_t depth) {
  if (matches.size() > depth) {
    const auto end = matches.begin() + static_cast<std::ptrdiff_t>(depth);
    std::nth_element(matches.begin(), end, matches.end(), heavier);
    matches.erase(end, matches.end());
  }
  std::sort(matches.begin(), matches.end(), heavier);
}

}  // namespace

LengthTable::LengthTable(const Xapian::Database& database)
    : damping_(std::size_t{database.get_lastdocid()} + 1) {
  const double mean = database.get_avlength();
  const Xapian::PostingIterator end = database.postlist_end("");
  for (auto article = database.postlist_begin(""); article != end; ++article) {
    const double length = mean > 0 ? article.get_doclength() / mean : 1;
    const double normal = std::max(length, W::kMinLength);
    damping_[*article] = static_cast<float>(W::kK1 * (1 - W::kB + W::kB * normal));
  }
}

PlainMatches match_plain(const std::vector<PlanTerm>& terms, OpenIndex& index,
                         const LengthTable& lengths, std::size_t depth) {
  Xapian::Database& database = index.database();
  std::vector<Sum> sums(lengths.size());
  std::vector<Xapian::docid> found;
  for (const PlanTerm& term : terms) {
    const double with = database.get_termfreq(term.name);
    const auto weight = static_cast<float>(term_weight(database.get_doccount(), with, term.times));
    const bool ranks = term.word != PlanTerm::kNoWord;
    const std::uint32_t bit = ranks ? PlainMatch::bit_of(term.word) : 0;
    const Xapian::PostingIterator end = database.postlist_end(term.name);
    for (auto posting = database.postlist_begin(term.name); posting != end; ++posting) {
      const Xapian::docid id = *posting;
      Sum& sum = sums[id];
      if (sum.weight == 0) found.push_back(id);
      const auto times = static_cast<float>(posting.get_wdf());
      sum.weight += weight * times / (times + lengths.damping(id));
      sum.words |= bit;
    }
  }
  PlainMatches matches;
  matches.best.reserve(found.size());
  const bool has_dead = index.has_dead();
  for (const Xapian::docid id : found) {
    if (has_dead && !index.is_live(id)) continue;
    matches.best.push_back({id, sums[id].weight, sums[id].words});
  }
  matches.total = matches.best.size();
  keep_best(matches.best, depth);
  return matches;
}

}  // namespace fihris::internal
