#include "search_index.h"

#include <stdlib.h>

#include <stdexcept>
#include <utility>

#include "fihris/indexer/index_writer.h"

namespace fihris::testing {
namespace {

// Indexes are flushed to the disk as they are made: in memory that costs nothing.
std::filesystem::path scratch_place() {
  std::error_code ignored;
  const std::filesystem::path memory = "/dev/shm";
  return std::filesystem::is_directory(memory, ignored) ? memory
                                                        : std::filesystem::temp_directory_path();
}

std::filesystem::path fresh_directory() {
  std::string pattern = (scratch_place() / "fihris-search-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary directory");
  return pattern;
}

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

SearchIndex::SearchIndex(const std::vector<Article>& articles) : dir_(fresh_directory()) {
  add(articles);
  searcher_ = Searcher::open(dir_);
}

SearchIndex::~SearchIndex() {
  searcher_.reset();
  std::error_code ignored;
  std::filesystem::remove_all(dir_, ignored);
}

void SearchIndex::add(const std::vector<Article>& articles) { writer(dir_).add(articles); }
void SearchIndex::remove(const std::vector<std::string>& ids) { writer(dir_).remove(ids); }
void SearchIndex::compact() { writer(dir_).compact(); }

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
