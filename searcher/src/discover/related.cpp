#include "discover/related.h"

#include <algorithm>
#include <utility>

#include "discover/related_query.h"
#include "fihris/store/fields.h"
#include "plan/ranking_weights.h"
#include "rank/bm25.h"
#include "stories/article_refs.h"
#include "stories/folding.h"
#include "stories/story_comparison.h"

namespace fihris::searcher::discover {
namespace {

// The article itself in other outlets and what is folded take places, too.
constexpr std::size_t kSpare = 50;

std::vector<rank::Ranked> best_matches(rank::ThreadContext& context, const RelatedQuery& related,
                                       const std::string& itself, std::size_t count) {
  Xapian::Enquire enquire(context.index.database());
  const Xapian::Query others(Xapian::Query::OP_AND_NOT, context.matcher.live(related.query),
                             Xapian::Query(itself));
  enquire.set_query(others);
  enquire.set_weighting_scheme(rank::Bm25(rank::average_length(context.index.database())));
  const std::size_t articles = context.index.database().get_doccount();
  const auto most = static_cast<Xapian::doccount>(std::min(count, articles));
  const Xapian::MSet found = enquire.get_mset(0, most);
  std::vector<rank::Ranked> ranked;
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
    ranked.push_back({*hit, hit.get_weight() / related.full_marks, false});
  }
  return ranked;
}

// Takes the near-duplicates of the article out of the ranking.
std::vector<Xapian::docid> take_duplicates(store::OpenIndex& index, Xapian::docid of,
                                           std::vector<rank::Ranked>& ranked) {
  std::vector<Xapian::docid> ids{of};
  for (const rank::Ranked& other : ranked) ids.push_back(other.id);
  const stories::StoryComparison comparison(index, ids);
  std::vector<Xapian::docid> duplicates;
  std::vector<rank::Ranked> others;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (comparison.same_story(0, i + 1)) {
      duplicates.push_back(ranked[i].id);
    } else {
      others.push_back(ranked[i]);
    }
  }
  ranked = std::move(others);
  return duplicates;
}

Article read_article(rank::ThreadContext& context, Xapian::docid id) {
  const Xapian::Document document = context.index.database().get_document(id);
  return context.codec.decode(document.get_value(slot::kArticle));
}

Hit read_hit(rank::ThreadContext& context, const stories::Story& story) {
  Hit hit;
  hit.article = read_article(context, story.best.id);
  hit.score = story.best.score;
  hit.title = {"title", hit.article.title, {}, 0, false, false};
  hit.duplicates = stories::read_refs(stories::ids_of(story.duplicates), context.index.database(),
                                      context.codec);
  return hit;
}

}  // namespace

std::optional<RelatedArticles> find_related(rank::ThreadContext& context, std::string_view id,
                                            std::size_t limit) {
  const Xapian::docid document = context.index.find_article(id);
  if (document == 0) return std::nullopt;
  RelatedArticles related;
  related.id = id;
  const RelatedQuery asked =
      related_query(read_article(context, document), context.index.database(), context.analyzer);
  if (asked.query.empty()) return related;
  limit = std::min<std::size_t>(limit, context.index.database().get_doccount());
  std::vector<rank::Ranked> ranked = best_matches(context, asked, id_term(id), limit + kSpare);
  const std::vector<Xapian::docid> duplicates = take_duplicates(context.index, document, ranked);
  related.duplicates = stories::read_refs(duplicates, context.index.database(), context.codec);
  std::erase_if(ranked,
                [](const rank::Ranked& r) { return r.score < plan::RelatedWeights::kLeast; });
  for (const stories::Story& story : stories::fold(ranked, limit, context.index)) {
    related.hits.push_back(read_hit(context, story));
  }
  return related;
}

}  // namespace fihris::searcher::discover
