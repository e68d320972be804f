#include "text_article.h"

#include "charset.h"
#include "fihris/indexer/cleaner.h"
#include "record_identity.h"
#include "unicode_text.h"

namespace fihris {

std::variant<Article, SourceError> parse_text_article(const RawRecord& record) {
  Article article = clean_page(to_utf8(record.bytes));
  if (!has_words(article.title) && !has_words(article.body) && !has_words(article.summary)) {
    return error_at(record, "holds no words; there is nothing to index");
  }
  complete_identity(article, record);
  return article;
}

}  // namespace fihris
