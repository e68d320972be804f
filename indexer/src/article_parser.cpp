#include <utility>

#include "fihris/indexer/article_reader.h"
#include "html_article.h"
#include "json_article.h"
#include "text_article.h"

namespace fihris {

struct ArticleParser::Impl {
  JsonArticleParser json;
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
      return parse_html_article(record);
    case RawRecord::Format::kText:
      break;
  }
  return parse_text_article(record);
}

}  // namespace fihris
