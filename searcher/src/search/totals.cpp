#include "search/totals.h"

#include <algorithm>
#include <utility>

#include "counts/facet_counts.h"
#include "counts/match_count.h"
#include "rank/docid_slice.h"

namespace fihris::searcher::search {
namespace {

// Counts the articles found by the values of some fields, which may be none.
counts::FacetAnswer count(const Found& found, const counts::FacetQuestion& question,
                          rank::ThreadContext& context) {
  const plan::Plan& plan = found.plan;
  Xapian::Query query = plan.query;
  if (!query.empty()) query = context.matcher.live(query);
  if (!query.empty() && plan.deadline) {
    query = rank::in_slice(query, {}, context.index.database().get_lastdocid(), plan.deadline);
  }
  counts::FacetAnswer answer = counts::count_facets(context.index, query, plan.required, question);
  const bool stopped = plan.deadline && plan.deadline->stopped();
  answer.exact = answer.exact && !*plan.gave_up && !stopped;
  return answer;
}

}  // namespace

Total total_of(const Found& found, rank::ThreadContext& context) {
  if (found.ranking.all) return {found.ranking.order.size(), !*found.plan.gave_up};
  counts::MatchCount count = counts::count_matches(context.index, found.plan);
  count.exact = count.exact && !*found.plan.gave_up;
  return {std::max<std::uint64_t>(count.articles, found.ranking.order.size()), count.exact};
}

void add_facets(const SearchRequest& request, const Found& found, rank::ThreadContext& context,
                SearchResults& results) {
  const counts::FacetQuestion question{counts::read_facets(request.facets, context.index.fields()),
                                       request.facet_values, request.histogram};
  if (!question.asks()) return;
  counts::FacetAnswer answer = count(found, question, context);
  results.facets = std::move(answer.facets);
  results.date_histogram = std::move(answer.histogram);
  results.histogram = request.histogram;
  results.facets_exact = answer.exact;
  if (!answer.exact || found.plan.check_text) return;
  results.estimated_total = answer.articles;
  results.exhaustive = true;
}

}  // namespace fihris::searcher::search
