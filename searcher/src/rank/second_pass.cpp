#include "rank/second_pass.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"
#include "rank/rerank.h"

namespace fihris::searcher::rank {
namespace {

using Candidates = std::span<Ranked>;

// Adds the bonus to each of the parts. Columns are read in the order they lie on disk.
void add_bonuses(Candidates candidates, const plan::Plan& plan, ThreadContext& context,
                 WorkItems& parts) {
  Reranker reranker(plan);
  const Xapian::Database& database = context.index.database();
  Xapian::ValueIterator column = database.valuestream_begin(slot::kColumn);
  const Xapian::ValueIterator end = database.valuestream_end(slot::kColumn);
  while (const auto part = parts.take()) {
    Ranked& candidate = candidates[*part];
    candidate.second_pass = true;
    if (column != end) column.skip_to(candidate.id);
    if (column == end || column.get_docid() != candidate.id) continue;
    const std::string encoded = *column;
    candidate.score += bonus_of(reranker.parts(TokenColumn(encoded)));
    candidate.relatives = reranker.has_relatives();
  }
}

// Puts equal scores in the order of article ids, which do not change when an index is merged as
// document numbers do.
void settle_ties(Candidates ranked, Xapian::Database& database) {
  for (auto first = ranked.begin(); first != ranked.end();) {
    const auto last =
        std::find_if(first, ranked.end(), [&](const Ranked& r) { return r.score != first->score; });
    if (last - first > 1) {
      std::vector<std::pair<std::string, Ranked>> named;
      for (auto r = first; r != last; ++r) {
        named.emplace_back(database.get_document(r->id).get_data(), *r);
      }
      std::sort(named.begin(), named.end(),
                [](const auto& a, const auto& b) { return a.first < b.first; });
      std::transform(named.begin(), named.end(), first, [](const auto& n) { return n.second; });
    }
    first = last;
  }
}

}  // namespace

void second_pass(Candidates candidates, const plan::Plan& plan, Executor& executor) {
  if (full_marks(plan) > 0) {
    std::sort(candidates.begin(), candidates.end(),
              [](const Ranked& a, const Ranked& b) { return a.id < b.id; });
    executor.share(candidates.size(), [&](ThreadContext& context, WorkItems& parts) {
      add_bonuses(candidates, plan, context, parts);
    });
  }
  std::sort(candidates.begin(), candidates.end(), [](const Ranked& a, const Ranked& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
  });
  settle_ties(candidates, executor.here().index.database());
}

}  // namespace fihris::searcher::rank
