#include <utility>

#include "fihris/indexer/article_reader.h"
#include "fihris/indexer/cleaner.h"
#include "parse/charset.h"
#include "parse/html_article.h"
#include "parse/json_article.h"
#include "parse/record_identity.h"
#include "text/unicode_text.h"

namespace fihris {
namespace indexer::parse {
namespace {

// The article of a file of plain text: decoded, cleaned (clean_page) and named.
std::variant<Article, SourceError> parse_text_article(const RawRecord& record) {
  Article article = clean_page(to_utf8(record.bytes));
  if (!text::has_words(article.title) && !text::has_words(article.body) &&
      !text::has_words(article.summary)) {
    return error_at(record, "holds no words; there is nothing to index");
  }
  complete_identity(article, record);
  return article;
}

}  // namespace
}  // namespace indexer::parse

struct ArticleParser::Impl {
  indexer::parse::JsonArticleParser json;
};

ArticleParser::ArticleParser() : impl_(std::make_unique<Impl>()) {}
ArticleParser::~ArticleParser() = default;
ArticleParser::ArticleParser(ArticleParser&&) noexcept = default;
ArticleParser& ArticleParser::operator=(ArticleParser&&) noexcept = default;

std::variant<Article, SourceError> ArticleParser::parse(const RawRecord& record) {
  switch (record.format) {
    case RawRecord::Format::kJson:
      return impl_->json.parse(record);
    case RawRecord::Format::kHtml:
      return indexer::parse::parse_html_article(record);
    case RawRecord::Format::kText:
      break;
  }
  return indexer::parse::parse_text_article(record);
}

}  // namespace fihris
