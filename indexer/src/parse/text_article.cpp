#include "parse/text_article.h"

#include "fihris/indexer/cleaner.h"
#include "parse/charset.h"
#include "parse/record_identity.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {

std::variant<Article, SourceError> parse_text_article(const RawRecord& record) {
  Article article = clean_page(to_utf8(record.bytes));
  if (!text::has_words(article.title) && !text::has_words(article.body) &&
      !text::has_words(article.summary)) {
    return error_at(record, "holds no words; there is nothing to index");
  }
  complete_identity(article, record);
  return article;
}

}  // namespace fihris::indexer::parse
