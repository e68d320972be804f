#include "stories/article_refs.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "fihris/store/fields.h"

namespace fihris::searcher::stories {

std::vector<ArticleRef> read_refs(std::span<const Xapian::docid> documents,
                                  const Xapian::Database& database, DocumentCodec& codec) {
  std::vector<std::pair<std::string, ArticleRef>> dated;
  for (const Xapian::docid id : documents) {
    const Xapian::Document document = database.get_document(id, Xapian::DOC_ASSUME_VALID);
    Article article = codec.decode(document.get_value(slot::kArticle));
    dated.emplace_back(
        document.get_value(slot::kDate),
        ArticleRef{std::move(article.id), std::move(article.title), std::move(article.source),
                   std::move(article.date), std::move(article.url)});
  }
  std::sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second.id) < std::tie(b.first, b.second.id);
  });
  std::vector<ArticleRef> refs;
  refs.reserve(dated.size());
  for (auto& [date, ref] : dated) refs.push_back(std::move(ref));
  return refs;
}

}  // namespace fihris::searcher::stories
