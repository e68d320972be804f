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

std::vector<Ranked> best_matches(SearchTools& tools, const RelatedQuery& related,
                                 const std::string& itself, std::size_t count) {
  Xapian::Enquire enquire(tools.index.database());
  const Xapian::Query others(Xapian::Query::OP_AND_NOT, tools.matcher.live(related.query),
                             Xapian::Query(itself));
  enquire.set_query(others);
  enquire.set_weighting_scheme(Bm25(average_length(tools.index.database())));
  const std::size_t articles = tools.index.database().get_doccount();
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

Article read_article(SearchTools& tools, Xapian::docid id) {
  const Xapian::Document document = tools.index.database().get_document(id);
  return tools.codec.decode(document.get_value(slot::kArticle));
}

Hit read_hit(SearchTools& tools, const Folded& story) {
  Hit hit;
  hit.article = read_article(tools, story.best.id);
  hit.score = story.best.score;
  hit.title = {"title", hit.article.title, {}, 0, false, false};
  hit.duplicates = read_refs(story.duplicates, tools.index.database(), tools.codec);
  return hit;
}

}  // namespace

std::optional<RelatedArticles> find_related(SearchTools& tools, std::string_view id,
                                            std::size_t limit) {
  const Xapian::docid document = tools.index.find_article(id);
  if (document == 0) return std::nullopt;
  RelatedArticles related;
  related.id = id;
  const RelatedQuery asked =
      related_query(read_article(tools, document), tools.index.database(), tools.analyzer);
  if (asked.query.empty()) return related;
  limit = std::min<std::size_t>(limit, tools.index.database().get_doccount());
  std::vector<Ranked> ranked = best_matches(tools, asked, id_term(id), limit + kSpare);
  const std::vector<Xapian::docid> duplicates = take_duplicates(tools.index, document, ranked);
  related.duplicates = read_refs(duplicates, tools.index.database(), tools.codec);
  std::erase_if(ranked, [](const Ranked& r) { return r.score < RelatedWeights::kLeast; });
  for (const Folded& story : fold(ranked, ranked.size(), limit, tools.index)) {
    related.hits.push_back(read_hit(tools, story));
  }
  return related;
}

}  // namespace fihris::internal
