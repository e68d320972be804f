#include <utility>

#include "fihris/indexer/article_reader.h"
#include "parse/html_article.h"
#include "parse/json_article.h"
#include "parse/text_article.h"

namespace fihris {

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
