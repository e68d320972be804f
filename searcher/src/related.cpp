#include "related.h"

#include <algorithm>
#include <utility>

#include "article_refs.h"
#include "bm25.h"
#include "fihris/store/fields.h"
#include "folding.h"
#include "ranking_weights.h"
#include "related_query.h"
#include "story_comparison.h"

namespace fihris::internal {
namespace {

// The article itself in other outlets and what is folded take places, too.
constexpr std::size_t kSpare = 50;

std::vector<Ranked> best_matches(ThreadContext& context, const RelatedQuery& related,
                                 const std::string& itself, std::size_t count) {
  Xapian::Enquire enquire(context.index.database());
  const Xapian::Query others(Xapian::Query::OP_AND_NOT, context.matcher.live(related.query),
                             Xapian::Query(itself));
  enquire.set_query(others);
  enquire.set_weighting_scheme(Bm25(average_length(context.index.database())));
  const std::size_t articles = context.index.database().get_doccount();
  const auto most = static_cast<Xapian::doccount>(std::min(count, articles));
  const Xapian::MSet found = enquire.get_mset(0, most);
  std::vector<Ranked> ranked;
  for (Xapian::MSetIterator hit = found.begin(); hit != found.end(); ++hit) {
    ranked.push_back({*hit, hit.get_weight() / related.full_marks, false});
  }
  return ranked;
}

// Takes the near-duplicates of the article out of the ranking.
std::vector<Xapian::docid> take_duplicates(OpenIndex& index, Xapian::docid of,
                                           std::vector<Ranked>& ranked) {
  std::vector<Xapian::docid> ids{of};
  for (const Ranked& other : ranked) ids.push_back(other.id);
  const StoryComparison comparison(index, ids);
  std::vector<Xapian::docid> duplicates;
  std::vector<Ranked> others;
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

Article read_article(ThreadContext& context, Xapian::docid id) {
  const Xapian::Document document = context.index.database().get_document(id);
  return context.codec.decode(document.get_value(slot::kArticle));
}

Hit read_hit(ThreadContext& context, const Story& story) {
  Hit hit;
  hit.article = read_article(context, story.best.id);
  hit.score = story.best.score;
  hit.title = {"title", hit.article.title, {}, 0, false, false};
  hit.duplicates = read_refs(story.duplicates, context.index.database(), context.codec);
  return hit;
}

}  // namespace

std::optional<RelatedArticles> find_related(ThreadContext& context, std::string_view id,
                                            std::size_t limit) {
  const Xapian::docid document = context.index.find_article(id);
  if (document == 0) return std::nullopt;
  RelatedArticles related;
  related.id = id;
  const RelatedQuery asked =
      related_query(read_article(context, document), context.index.database(), context.analyzer);
  if (asked.query.empty()) return related;
  limit = std::min<std::size_t>(limit, context.index.database().get_doccount());
  std::vector<Ranked> ranked = best_matches(context, asked, id_term(id), limit + kSpare);
  const std::vector<Xapian::docid> duplicates = take_duplicates(context.index, document, ranked);
  related.duplicates = read_refs(duplicates, context.index.database(), context.codec);
  std::erase_if(ranked, [](const Ranked& r) { return r.score < RelatedWeights::kLeast; });
  for (const Story& story : fold(ranked, ranked.size(), limit, context.index)) {
    related.hits.push_back(read_hit(context, story));
  }
  return related;
}

}  // namespace fihris::internal
