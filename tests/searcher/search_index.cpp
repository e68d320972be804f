#include "search_index.h"

#include <utility>

#include "fihris/indexer/index_writer.h"

namespace fihris::testing {
namespace {

IndexWriter writer(const std::filesystem::path& dir) {
  IndexOptions options;
  options.threads = 1;
  return IndexWriter::open(dir, options);
}

}  // namespace

Article article(std::string id, std::string title, std::string body) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.body = std::move(body);
  return made;
}

std::vector<Article> bodies(const std::vector<std::string>& texts) {
  std::vector<Article> articles;
  for (const std::string& text : texts) {
    articles.push_back(article(std::string(1, static_cast<char>('a' + articles.size())), "", text));
  }
  return articles;
}

SearchIndex::SearchIndex(const std::vector<Article>& articles, const IndexSettings& settings) {
  if (settings != IndexSettings()) writer(dir()).set_settings(settings);
  add(articles);
  searcher_ = Searcher::open(dir());
}

void SearchIndex::add(const std::vector<Article>& articles) { writer(dir()).add(articles); }
void SearchIndex::remove(const std::vector<std::string>& ids) { writer(dir()).remove(ids); }
void SearchIndex::change(const IndexSettings& settings) { writer(dir()).set_settings(settings); }
void SearchIndex::compact() { writer(dir()).compact(); }

SearchResults SearchIndex::search(std::string_view query) {
  SearchRequest request;
  request.query = query;
  request.limit = 100;
  return searcher_->search(request);
}

std::vector<std::string> SearchIndex::ids(std::string_view query, bool full_syntax) {
  SearchRequest request;
  request.query = query;
  request.limit = 100;
  request.full_syntax = full_syntax;
  return ids_of(searcher_->search(request));
}

std::vector<std::string> SearchIndex::filtered(std::string_view query,
                                               std::vector<std::string> filters) {
  SearchRequest request;
  request.query = query;
  request.limit = 100;
  request.filters = std::move(filters);
  return ids_of(searcher_->search(request));
}

std::vector<std::string> ids_of(const SearchResults& results) {
  std::vector<std::string> ids;
  for (const Hit& hit : results.hits) ids.push_back(hit.article.id);
  return ids;
}

}  // namespace fihris::testing
