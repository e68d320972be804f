#include <utility>

#include "dates/dates.h"
#include "encodings/decode.h"
#include "fihris/indexer/article_reader.h"
#include "fihris/indexer/cleaner.h"
#include "fihris/store/fields.h"
#include "parse/html_article.h"
#include "parse/json_article.h"
#include "parse/record_identity.h"
#include "parse/tag_text.h"
#include "text/unicode_text.h"

namespace fihris {
namespace indexer::parse {
namespace {

// The article of a file of plain text: decoded, cleaned (clean_page) and named.
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

std::variant<Article, SourceError> parse_any(const RawRecord& record, JsonArticleParser& json,
                                             Reading& reading) {
  switch (record.format) {
    case RawRecord::Format::kJson:
      return json.parse(record, reading);
    case RawRecord::Format::kHtml:
      return parse_html_article(record, reading);
    case RawRecord::Format::kText:
      break;
  }
  return parse_text_article(record, reading);
}

// Brings the values by which articles are filtered into one form, whatever format they came in.
void tidy_values(Article& article) {
  article.tags = tidy_tags(article.tags);
  for (const FieldSpec& field : kFields) {
    if (field.role != FieldRole::kExact || field.text == nullptr) continue;
    std::string& text = article.*field.text;
    if (text.find(kTagSeparator) == std::string::npos) continue;
    std::vector<std::string> values;
    each_value(text, [&](std::string_view value) { values.emplace_back(value); });
    text = joined_values(values);
  }
}

}  // namespace

}  // namespace indexer::parse

struct ArticleParser::Impl {
  // Completes what was read by any of the parsers.
  std::variant<Article, SourceError> finish(std::variant<Article, SourceError> parsed) {
    auto* article = std::get_if<Article>(&parsed);
    if (article == nullptr) return parsed;
    indexer::parse::tidy_values(*article);
    if (article->date.empty()) article->date = indexer::dates::url_date(article->url).value_or("");
    reading.undated = article->date.empty();
    if (!reading.undated) reading.unusable_date.clear();
    return parsed;
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
  std::variant<Article, SourceError> parsed =
      indexer::parse::parse_any(record, impl_->json, impl_->reading);
  // What the reader had decoded is UTF-8 to the parser.
  if (!record.encoding.empty() && impl_->reading.encoding.empty())
    impl_->reading.encoding = record.encoding;
  return impl_->finish(std::move(parsed));
}

std::variant<Article, SourceError> ArticleParser::parse_document(std::string_view json,
                                                                 std::string_view id) {
  impl_->reading = {};
  return impl_->finish(impl_->json.parse_document(json, id, impl_->reading));
}

const Reading& ArticleParser::reading() const { return impl_->reading; }

}  // namespace fihris
