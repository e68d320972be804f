#include "parse/text_article.h"

#include <utility>

#include "encodings/decode.h"
#include "fihris/indexer/cleaner.h"
#include "parse/record_identity.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {

std::variant<Article, SourceError> parse_text_article(const RawRecord& record, Reading& reading) {
  encodings::Decoded decoded = encodings::decode(record.bytes);
  reading = std::move(decoded.reading);
  Article article = clean_page(decoded.text);
  if (!text::has_words(article.title) && !text::has_words(article.body) &&
      !text::has_words(article.summary)) {
    return error_at(record, "holds no words; there is nothing to index");
  }
  complete_identity(article, record);
  return article;
}

}  // namespace fihris::indexer::parse
