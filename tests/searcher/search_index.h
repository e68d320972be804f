// A small index in a directory of its own, for one test.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/searcher.h"
#include "fihris/store/article.h"
#include "fihris/store/settings.h"
#include "scratch_directory.h"

namespace fihris::testing {

Article article(std::string id, std::string title, std::string body);
// Articles "a", "b", … with these bodies and no title.
std::vector<Article> bodies(const std::vector<std::string>& texts);

class SearchIndex {
 public:
  explicit SearchIndex(const std::vector<Article>& articles, const IndexSettings& settings = {});

  void add(const std::vector<Article>& articles);
  void remove(const std::vector<std::string>& ids);
  void compact();
  void change(const IndexSettings& settings);

  Searcher& searcher() { return *searcher_; }
  SearchResults search(SearchRequest request) { return searcher_->search(request); }
  SearchResults search(std::string_view query);
  // Ids of the hits, best first.
  std::vector<std::string> ids(std::string_view query, bool full_syntax = false);
  std::vector<std::string> filtered(std::string_view query, std::vector<std::string> filters);
  const std::filesystem::path& dir() const { return scratch_.path(); }

 private:
  TemporaryDirectory scratch_{ScratchPlace::kMemory};
  std::optional<Searcher> searcher_;
};

std::vector<std::string> ids_of(const SearchResults& results);

}  // namespace fihris::testing
