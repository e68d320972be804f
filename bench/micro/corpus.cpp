#include "corpus.h"

#include <cstdio>
#include <cstdlib>
#include <variant>

#include "fihris/indexer/article_reader.h"

namespace fihris::bench {
namespace {

std::vector<Article> read_articles() {
  SourceReader reader({FIHRIS_SOURCE_DIR "/corpus/articles.jsonl"});
  ArticleParser parser;
  std::vector<Article> out;
  while (auto next = reader.next()) {
    if (!std::holds_alternative<RawRecord>(*next)) continue;
    auto parsed = parser.parse(std::get<RawRecord>(*next));
    if (std::holds_alternative<Article>(parsed))
      out.push_back(std::move(std::get<Article>(parsed)));
  }
  if (out.empty()) {
    std::fputs("fihris-microbench: corpus/articles.jsonl holds no article\n", stderr);
    std::exit(4);
  }
  return out;
}

}  // namespace

const std::vector<Article>& articles() {
  static const std::vector<Article> all = read_articles();
  return all;
}

const std::vector<std::string>& bodies() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> out;
    for (const Article& article : articles()) out.push_back(article.body);
    return out;
  }();
  return all;
}

std::size_t body_bytes() {
  std::size_t bytes = 0;
  for (const std::string& body : bodies()) bytes += body.size();
  return bytes;
}

}  // namespace fihris::bench
