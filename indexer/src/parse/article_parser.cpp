#include <utility>

#include "dates/dates.h"
#include "fihris/indexer/article_reader.h"
#include "parse/html_article.h"
#include "parse/json_article.h"
#include "parse/text_article.h"

namespace fihris {

struct ArticleParser::Impl {
  std::variant<Article, SourceError> parse(const RawRecord& record) {
    switch (record.format) {
      case RawRecord::Format::kJson:
        return json.parse(record, reading);
      case RawRecord::Format::kHtml:
        return indexer::parse::parse_html_article(record, reading);
      case RawRecord::Format::kText:
        break;
    }
    return indexer::parse::parse_text_article(record, reading);
  }

  indexer::parse::JsonArticleParser json;
  Reading reading;
};

ArticleParser::ArticleParser() : impl_(std::make_unique<Impl>()) {}
ArticleParser::~ArticleParser() = default;
ArticleParser::ArticleParser(ArticleParser&&) noexcept = default;
ArticleParser& ArticleParser::operator=(ArticleParser&&) noexcept = default;

std::variant<Article, SourceError> ArticleParser::parse(const RawRecord& record) {
  impl_->reading = {};
  std::variant<Article, SourceError> parsed = impl_->parse(record);
  // What the reader had decoded is UTF-8 to the parser.
  if (!record.encoding.empty() && impl_->reading.encoding.empty())
    impl_->reading.encoding = record.encoding;
  auto* article = std::get_if<Article>(&parsed);
  if (article != nullptr && article->date.empty())
    article->date = indexer::dates::url_date(article->url).value_or("");
  return parsed;
}

const Reading& ArticleParser::reading() const { return impl_->reading; }

}  // namespace fihris
