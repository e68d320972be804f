// Articles to index, and what an index holds afterwards.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "fihris/indexer/index_writer.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/open_index.h"
#include "scratch_directory.h"

namespace fihris::testing {

inline Article article(const std::string& id, const std::string& body) {
  Article article;
  article.id = id;
  article.title = "عنوان " + id;
  article.body = body;
  article.source = "رويترز";
  article.date = "2025-12-23";
  return article;
}

// `count` short articles with ids prefix0, prefix1, …
inline std::vector<Article> many(std::size_t count, const std::string& prefix,
                                 const std::string& body = "نص قصير للمقال") {
  std::vector<Article> articles;
  for (std::size_t i = 0; i < count; ++i) {
    articles.push_back(article(prefix + std::to_string(i), body + " " + std::to_string(i)));
  }
  return articles;
}

// Body by id of every live article, as a reader finds them. An id that lives twice gets the body
// "TWICE".
inline std::map<std::string, std::string> contents(store::OpenIndex& index) {
  std::map<std::string, std::string> bodies;
  DocumentCodec codec;
  const Xapian::Database& database = index.database();
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    if (!index.is_live(*id)) continue;
    const Xapian::Document document = database.get_document(*id);
    const Article stored = codec.decode(document.get_value(slot::kArticle));
    const bool fresh = bodies.emplace(document.get_data(), stored.body).second;
    if (!fresh) bodies[document.get_data()] = "TWICE";
  }
  return bodies;
}

inline std::map<std::string, std::string> contents(const std::filesystem::path& index_dir) {
  store::OpenIndex index = store::OpenIndex::open(index_dir);
  return contents(index);
}

inline std::map<std::string, std::string> bodies_of(const std::vector<Article>& articles) {
  std::map<std::string, std::string> bodies;
  for (const Article& article : articles) bodies[article.id] = article.body;
  return bodies;
}

}  // namespace fihris::testing
