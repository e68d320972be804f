#include "search/page.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "rank/trace.h"
#include "show/hit_reader.h"
#include "stories/article_refs.h"

namespace fihris::searcher::search {
namespace {

using stories::Story;

// What the match has found in time shall be seen: reading so many hits takes some milliseconds.
constexpr std::size_t kAlwaysRead = 100;

// What became of a story when the texts of its articles were looked at.
struct Look {
  const rank::Ranked* shown = nullptr;  // the first that has what was asked for
  std::size_t dropped = 0;              // those before it
};

// Looks at one article after the other until `holds` says yes.
template <class Holds>
Look look_at(const Story& story, Holds holds) {
  if (holds(story.best)) return {&story.best, 0};
  const auto& others = story.duplicates;
  const auto found = std::find_if(others.begin(), others.end(), holds);
  const auto dropped = static_cast<std::size_t>(found - others.begin()) + 1;
  return {found == others.end() ? nullptr : &*found, dropped};
}

class PageReader {
 public:
  PageReader(const SearchRequest& request, const Found& found, rank::Executor& executor)
      : request_(request), found_(found), stories_(found.stories), executor_(executor) {}

  Page run() {
    std::size_t at = skip_to_page();
    while (at < stories_.size()) {
      const std::size_t wanted = request_.limit - page_.hits.size();
      if (wanted == 0) break;
      const auto some = stories_.subspan(at, std::min(wanted, stories_.size() - at));
      read(some);
      at += some.size();
    }
    page_.to_the_end = at == stories_.size();
    return std::move(page_);
  }

 private:
  // Finds the first story of the page. What would fall out on earlier pages falls out here too, or
  // a hit would come twice.
  std::size_t skip_to_page() {
    if (!found_.plan.check_text) return std::min(request_.offset, stories_.size());
    std::size_t at = 0;
    for (std::size_t passed = 0; passed < request_.offset && at < stories_.size();) {
      const auto some =
          stories_.subspan(at, std::min(request_.offset - passed, stories_.size() - at));
      passed += pass(some);
      at += some.size();
    }
    return at;
  }

  // How many of the stories would be shown.
  std::size_t pass(std::span<const Story> stories) {
    std::vector<Look> looks(stories.size());
    executor_.share(stories.size(), [&](rank::ThreadContext& context, rank::WorkItems& parts) {
      show::HitReader reader(found_.plan, request_, context);
      const auto holds = [&reader](const rank::Ranked& ranked) { return reader.holds(ranked); };
      while (const auto part = parts.take()) {
        if (!out_of_time()) looks[*part] = look_at(stories[*part], holds);
      }
    });
    for (const Look& look : looks) page_.dropped += look.dropped;
    return static_cast<std::size_t>(std::count_if(
        looks.begin(), looks.end(), [](const Look& look) { return look.shown != nullptr; }));
  }

  // Adds the hits of some stories, each read by the thread that comes to it.
  void read(std::span<const Story> stories) {
    std::vector<std::optional<Hit>> hits(stories.size());
    std::vector<Look> looks(stories.size());
    executor_.share(stories.size(), [&](rank::ThreadContext& context, rank::WorkItems& parts) {
      show::HitReader reader(found_.plan, request_, context);
      while (const auto part = parts.take()) {
        if (*part >= kAlwaysRead && out_of_time()) continue;
        const Story& story = stories[*part];
        std::optional<Hit>& hit = hits[*part];
        looks[*part] = look_at(story, [&](const rank::Ranked& ranked) {
          return (hit = reader.read(ranked)).has_value();
        });
        if (!hit) continue;
        const std::span<const rank::Ranked> others(story.duplicates);
        hit->duplicates = stories::read_refs(stories::ids_of(others.subspan(looks[*part].dropped)),
                                             context.index.database(), context.codec);
      }
    });
    for (std::size_t i = 0; i < hits.size(); ++i) {
      page_.dropped += looks[i].dropped;
      if (hits[i]) add(std::move(*hits[i]), *looks[i].shown);
    }
  }

  bool out_of_time() const {
    plan::Deadline* const deadline = found_.plan.deadline.get();
    return deadline != nullptr && deadline->passed();
  }

  void add(Hit hit, const rank::Ranked& ranked) {
    if (request_.explain) {
      hit.parts = rank::score_parts(ranked, found_.plan, executor_.here().index.database());
    }
    page_.hits.push_back(std::move(hit));
  }

  const SearchRequest& request_;
  const Found& found_;
  std::span<const Story> stories_;
  rank::Executor& executor_;
  Page page_;
};

}  // namespace

Page read_page(const SearchRequest& request, const Found& found, rank::Executor& executor) {
  return PageReader(request, found, executor).run();
}

}  // namespace fihris::searcher::search
