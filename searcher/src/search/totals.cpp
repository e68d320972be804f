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
    query = rank::in_slice(query, {}, plan.deadline);
  }
  counts::FacetAnswer answer = counts::count_facets(context.index, query, plan.required, question);
  const bool stopped = plan.deadline && plan.deadline->stopped();
  answer.exact = answer.exact && !*plan.gave_up && !stopped;
  return answer;
}

bool any_duplicates(const std::vector<stories::Story>& stories) {
  return std::any_of(stories.begin(), stories.end(),
                     [](const stories::Story& story) { return !story.duplicates.empty(); });
}

// What begins a story has been looked at, what is put under one has not.
Total values_of(const Found& found, rank::ThreadContext& context) {
  if (found.all) {
    const bool all_known = !found.plan.check_text || any_duplicates(found.stories);
    return {all_known ? found.values : found.stories.size(), !*found.plan.gave_up};
  }
  counts::MatchCount count = counts::count_values(context.index, found.plan, *found.distinct);
  count.exact = count.exact && !*found.plan.gave_up;
  return {std::max<std::uint64_t>(count.articles, found.stories.size()), count.exact};
}

}  // namespace

Total total_of(const Found& found, rank::ThreadContext& context) {
  if (found.distinct != nullptr) return values_of(found, context);
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
  if (!answer.exact || found.plan.check_text || found.distinct != nullptr) return;
  results.estimated_total = answer.articles;
  results.exhaustive = true;
}

}  // namespace fihris::searcher::search
