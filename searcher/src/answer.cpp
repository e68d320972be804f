// The part of Searcher that answers a query.
#include <algorithm>
#include <span>
#include <utility>

#include "counts/facet_counts.h"
#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"
#include "query/request_day.h"
#include "rank/ranking.h"
#include "rank/trace.h"
#include "searcher_impl.h"
#include "show/hit_reader.h"
#include "stories/article_refs.h"

namespace fihris {

using query::today_of;
using searcher::Answer;
using searcher::plan::Plan;
using searcher::plan::PlanOptions;
using searcher::plan::RerankWeights;
using searcher::rank::Ranked;
using searcher::show::HitReader;
using searcher::stories::Story;

namespace {

// Shown hits are checked on the text and may drop out: a few more are kept at hand.
constexpr std::size_t kSpare = 20;
// Near-duplicates drop out too.
constexpr std::size_t kFoldingSpare = 3;

std::vector<Story> unfolded(const std::vector<Ranked>& order) {
  std::vector<Story> stories;
  stories.reserve(order.size());
  for (const Ranked& ranked : order) stories.push_back({ranked, {}});
  return stories;
}

// How many articles to rank for `wanted` stories when `ranked` had but so many, and some to spare.
std::size_t deeper(std::size_t ranked, std::size_t stories, std::size_t wanted) {
  const std::size_t articles_per_story = ranked / std::max<std::size_t>(stories, 1) + 1;
  return std::max(2 * ranked, wanted * articles_per_story * 3 / 2);
}

}  // namespace

// By date, an article with one word of the query would hide the one about all of them: so all words
// are demanded, unless that finds nothing.
Answer Searcher::Impl::answer(const SearchRequest& request, const std::vector<query::Node>& filters,
                              std::size_t depth) {
  const std::optional<std::chrono::sys_days> today = today_of(request);
  const query::Parsed parsed = query::parse_query(request.query, request.full_syntax, today);
  const auto ask = [&](bool all_words) {
    Answer answer;
    const PlanOptions options{filters, all_words, aid.extras(request)};
    answer.plan =
        searcher::plan::make_plan(parsed, options, context.index.database(), context.analyzer);
    answer.plan.recency_half_life_days = request.recency_half_life_days;
    answer.plan.today = today;
    const std::size_t spare = answer.plan.check_text ? kSpare : 0;
    rank(request, depth + spare, answer);
    if (request.explain) {
      answer.trace = searcher::rank::trace_of(request.query, parsed, answer.plan,
                                              context.index.database(), context.analyzer);
    }
    return answer;
  };
  if (request.sort == Sort::kRelevance) return ask(false);
  Answer strict = ask(true);
  return strict.ranking.order.empty() ? ask(false) : std::move(strict);
}

// Folding leaves fewer hits than were ranked, and then it is ranked again, as deep as the stories
// found so far make likely to be enough. Each ranking merges all posting lists anew, so it begins
// as deep as earlier answers say.
void Searcher::Impl::rank(const SearchRequest& request, std::size_t depth, Answer& answer) {
  if (!request.fold) {
    answer.ranking =
        searcher::rank::rank(answer.plan, request.sort, depth, context, other_thread());
    answer.stories = unfolded(answer.ranking.order);
    return;
  }
  for (std::size_t ranked = story_size.depth_for(depth + kFoldingSpare);;) {
    ranked = searcher::stories::depth_for_folding(ranked);
    answer.ranking =
        searcher::rank::rank(answer.plan, request.sort, ranked, context, other_thread());
    answer.stories = searcher::stories::fold(answer.ranking.order, ranked, depth, context.index);
    const bool all = answer.ranking.order.size() < ranked;
    if (answer.stories.size() >= depth || all) break;
    ranked = deeper(ranked, answer.stories.size(), depth);
  }
  story_size.learn_from(answer.stories);
}

// Where the page begins: what fell out on earlier pages must fall out here too, or a hit would come
// twice.
std::size_t Searcher::Impl::skip_to_page(const SearchRequest& request, const Answer& answer,
                                         std::size_t& dropped) {
  const std::vector<Story>& order = answer.stories;
  if (!answer.plan.check_text || request.offset == 0) return std::min(request.offset, order.size());
  HitReader reader(answer.plan, request, context);
  std::size_t at = 0;
  for (std::size_t passed = 0; passed < request.offset && at < order.size(); ++at) {
    const bool looked_at = at < RerankWeights::kCandidates;
    const bool holds = !looked_at || reader.holds(order[at].best);
    holds ? ++passed : ++dropped;
  }
  return at;
}

std::vector<Hit> Searcher::Impl::hits(const SearchRequest& request, const Answer& answer,
                                      std::size_t& dropped) {
  const std::span<const Story> stories = answer.stories;
  std::vector<Hit> hits;
  for (std::size_t at = skip_to_page(request, answer, dropped);
       hits.size() < request.limit && at < stories.size();) {
    const std::size_t wanted = request.limit - hits.size();
    const auto some = stories.subspan(at, std::min(wanted, stories.size() - at));
    for (std::optional<Hit>& hit : read(request, answer.plan, some)) {
      hit ? hits.push_back(std::move(*hit)) : void(++dropped);
    }
    at += some.size();
  }
  return hits;
}

// In two threads, if there are two.
std::vector<std::optional<Hit>> Searcher::Impl::read(const SearchRequest& request, const Plan& plan,
                                                     std::span<const Story> stories) {
  std::vector<std::optional<Hit>> hits(stories.size());
  const auto some = [&](searcher::rank::ThreadContext& with, searcher::rank::WorkItems& parts) {
    HitReader reader(plan, request, with);
    while (const auto part = parts.take()) {
      hits[*part] = reader.read(stories[*part].best);
      if (!hits[*part]) continue;
      hits[*part]->duplicates = searcher::stories::read_refs(stories[*part].duplicates,
                                                             with.index.database(), with.codec);
    }
  };
  searcher::rank::SecondThread* both = stories.size() > 1 ? other_thread() : nullptr;
  searcher::rank::share(both, context, stories.size(), some);
  if (!request.explain) return hits;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!hits[i]) continue;
    hits[i]->parts = searcher::rank::score_parts(stories[i].best, plan, context.index.database());
  }
  return hits;
}

searcher::help::Typed Searcher::Impl::search_as_typed(const SearchRequest& request,
                                                      const std::vector<query::Node>& filters) {
  const std::size_t articles = context.index.database().get_doccount();
  const std::size_t depth = std::min(request.offset, articles) + std::min(request.limit, articles);
  Answer found = answer(request, filters, depth);
  std::size_t dropped = 0;
  SearchResults results;
  results.query = request.query;
  results.offset = request.offset;
  results.limit = request.limit;
  results.hits = hits(request, found, dropped);
  results.estimated_total =
      std::max<std::uint64_t>(found.ranking.estimated_total, dropped) - dropped;
  results.exhaustive = found.ranking.exhaustive;
  fill_facets(request, found.plan, results);
  results.diagnostics = std::move(found.plan.diagnostics);
  results.trace = std::move(found.trace);
  return {std::move(results), found.plan.has_unknown_word()};
}

searcher::help::CorrectingSearch::Ask Searcher::Impl::asking() {
  return [this](const SearchRequest& request, const std::vector<query::Node>& filters) {
    return search_as_typed(request, filters);
  };
}

SearchResults Searcher::Impl::search(const SearchRequest& request,
                                     const std::vector<query::Node>& filters) {
  return aid.search(request, filters, asking());
}

// Who counts all articles knows how many there are.
void Searcher::Impl::fill_facets(const SearchRequest& request, const Plan& plan,
                                 SearchResults& results) {
  const searcher::counts::FacetQuestion question{searcher::counts::read_facets(request.facets),
                                                 request.facet_values, request.histogram};
  if (!question.asks()) return;
  const Xapian::Query query = plan.query.empty() ? plan.query : context.matcher.live(plan.query);
  searcher::counts::FacetAnswer answer =
      searcher::counts::count_facets(context.index, query, plan.required, question);
  results.facets = std::move(answer.facets);
  results.date_histogram = std::move(answer.histogram);
  results.histogram = request.histogram;
  results.facets_exact = answer.exact && !*plan.gave_up;
  if (!results.facets_exact || plan.check_text) return;
  results.estimated_total = answer.articles;
  results.exhaustive = true;
}

std::vector<RankedId> Searcher::Impl::rank(const SearchRequest& request) {
  return aid.rank(request, asking(), [this](const SearchRequest& r) { return rank_as_typed(r); });
}

std::vector<RankedId> Searcher::Impl::rank_as_typed(const SearchRequest& request) {
  const std::size_t articles = context.index.database().get_doccount();
  const std::size_t limit = std::min(request.limit, articles);
  const Answer found = answer(request, {}, limit);
  HitReader reader(found.plan, request, context);
  std::vector<RankedId> ids;
  for (std::size_t at = 0; ids.size() < limit && at < found.ranking.order.size(); ++at) {
    const Ranked& ranked = found.ranking.order[at];
    const bool looked_at = found.plan.check_text && at < RerankWeights::kCandidates;
    if (looked_at && !reader.holds(ranked)) continue;
    const Xapian::Document document =
        context.index.database().get_document(ranked.id, Xapian::DOC_ASSUME_VALID);
    ids.push_back({document.get_data(), ranked.score});
  }
  return ids;
}

}  // namespace fihris
