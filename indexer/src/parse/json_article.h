// An article from a JSON object.
#pragma once

#include <memory>
#include <string_view>
#include <variant>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::parse {

// Takes the fields of an article by name and type; fields it does not know are kept as they are
// printed, in Article.extra. Repairs ill-formed UTF-8 and lone surrogates. The text itself is
// trusted: only its ends are trimmed and a closing line of agencies is moved to `agencies`. Keeps
// its buffers: one per thread.
class JsonArticleParser {
 public:
  JsonArticleParser();
  ~JsonArticleParser();
  JsonArticleParser(JsonArticleParser&&) noexcept;
  JsonArticleParser& operator=(JsonArticleParser&&) noexcept;

  std::variant<Article, SourceError> parse(const RawRecord& record, Reading& reading);
  // ArticleParser::parse_document() but for what parse() leaves to its caller, too.
  std::variant<Article, SourceError> parse_document(std::string_view json, std::string_view id,
                                                    Reading& reading);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace fihris::indexer::parse
