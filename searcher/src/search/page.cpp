#include "search/page.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "plan/ranking_weights.h"
#include "rank/trace.h"
#include "show/hit_reader.h"
#include "stories/article_refs.h"

namespace fihris::searcher::search {
namespace {

using stories::Story;

class PageReader {
 public:
  PageReader(const SearchRequest& request, const Found& found, rank::Executor& executor)
      : request_(request), found_(found), executor_(executor) {}

  Page run() {
    const std::span<const Story> stories = found_.stories;
    for (std::size_t at = skip_to_page();
         page_.hits.size() < request_.limit && at < stories.size();) {
      const std::size_t wanted = request_.limit - page_.hits.size();
      const auto some = stories.subspan(at, std::min(wanted, stories.size() - at));
      for (std::optional<Hit>& hit : read(some)) {
        hit ? page_.hits.push_back(std::move(*hit)) : void(++page_.dropped);
      }
      at += some.size();
    }
    return std::move(page_);
  }

 private:
  // Finds the first story of the page. What fell out on earlier pages falls out here too, or a hit
  // would come twice.
  std::size_t skip_to_page() {
    const std::vector<Story>& order = found_.stories;
    if (!found_.plan.check_text || request_.offset == 0)
      return std::min(request_.offset, order.size());
    show::HitReader reader(found_.plan, request_, executor_.here());
    std::size_t at = 0;
    for (std::size_t passed = 0; passed < request_.offset && at < order.size(); ++at) {
      const bool looked_at = at < plan::RerankWeights::kCandidates;
      const bool holds = !looked_at || reader.holds(order[at].best);
      holds ? ++passed : ++page_.dropped;
    }
    return at;
  }

  // Reads the hits of some stories, each thread those it comes to. Nothing for a story that falls
  // out.
  std::vector<std::optional<Hit>> read(std::span<const Story> stories) {
    std::vector<std::optional<Hit>> hits(stories.size());
    executor_.share(stories.size(), [&](rank::ThreadContext& context, rank::WorkItems& parts) {
      show::HitReader reader(found_.plan, request_, context);
      while (const auto part = parts.take()) {
        hits[*part] = reader.read(stories[*part].best);
        if (!hits[*part]) continue;
        hits[*part]->duplicates =
            stories::read_refs(stories[*part].duplicates, context.index.database(), context.codec);
      }
    });
    if (request_.explain) add_score_parts(stories, hits);
    return hits;
  }

  void add_score_parts(std::span<const Story> stories, std::vector<std::optional<Hit>>& hits) {
    const Xapian::Database& database = executor_.here().index.database();
    for (std::size_t i = 0; i < hits.size(); ++i) {
      if (hits[i]) hits[i]->parts = rank::score_parts(stories[i].best, found_.plan, database);
    }
  }

  const SearchRequest& request_;
  const Found& found_;
  rank::Executor& executor_;
  Page page_;
};

}  // namespace

Page read_page(const SearchRequest& request, const Found& found, rank::Executor& executor) {
  return PageReader(request, found, executor).run();
}

}  // namespace fihris::searcher::search
