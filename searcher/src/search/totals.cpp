#include "search/totals.h"

#include <utility>

#include "counts/facet_counts.h"

namespace fihris::searcher::search {
namespace {

// Counts the articles found by the values of some fields, which may be none.
counts::FacetAnswer count(const Found& found, const counts::FacetQuestion& question,
                          rank::ThreadContext& context) {
  const plan::Plan& plan = found.plan;
  const Xapian::Query query = plan.query.empty() ? plan.query : context.matcher.live(plan.query);
  counts::FacetAnswer answer = counts::count_facets(context.index, query, plan.required, question);
  answer.exact = answer.exact && !*plan.gave_up;
  return answer;
}

}  // namespace

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

std::uint64_t total_with_facets(const Found& found, rank::ThreadContext& context) {
  if (found.ranking.exhaustive) return found.ranking.estimated_total;
  const counts::FacetAnswer answer = count(found, {}, context);
  return answer.exact ? answer.articles : found.ranking.estimated_total;
}

}  // namespace fihris::searcher::search
