// Indexes made by hand: the store's own tests do without the indexer.
#pragma once

#include <xapian.h>

#include <map>
#include <string>
#include <vector>

#include "fihris/store/document_codec.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"

namespace fihris::testing {

inline IndexInfo tiny_info(std::uint64_t articles) {
  IndexInfo info;
  info.fingerprint = Analyzer(info.analyzer).fingerprint();
  info.created = "2025-12-23T18:05:00Z";
  info.articles = articles;
  return info;
}

inline Xapian::Document tiny_document(const std::string& id) {
  Article article;
  article.id = id;
  article.body = "نص المقال " + id;
  Xapian::Document document;
  document.add_boolean_term(id_term(id));
  document.set_data(id);
  document.add_value(slot::kArticle, DocumentCodec().encode(article));
  return document;
}

inline void write_database(const std::filesystem::path& path, const std::vector<std::string>& ids,
                           const std::vector<store::DocId>& dead) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OPEN);
  for (const std::string& id : ids) database.add_document(tiny_document(id));
  store::Tombstones tombstones;
  for (const store::DocId id : dead) tombstones.insert(id);
  database.set_metadata(store::kInfoKey, store::to_json(tiny_info(ids.size())));
  database.set_metadata(store::kTombstonesKey, tombstones.encode());
  database.commit();
}

inline void publish(store::IndexDirectory& directory, const std::vector<std::string>& ids,
                    const std::vector<store::DocId>& dead = {}) {
  const store::ScratchDirectory scratch = directory.begin_generation();
  write_database(scratch.path() / "db", ids, dead);
  directory.publish(scratch.path() / "db", tiny_info(ids.size()));
}

// A part beside all that are there; of those, by their numbers, it calls documents dead.
inline void publish_beside(store::IndexDirectory& directory, const std::vector<std::string>& ids,
                           const std::map<std::uint64_t, std::vector<store::DocId>>& dead) {
  const store::ScratchDirectory scratch = directory.begin_generation();
  const std::filesystem::path path = scratch.path() / "db";
  write_database(path, ids, {});
  store::TombstonesOfParts tombstones;
  for (const auto& [number, documents] : dead) {
    for (const store::DocId id : documents) tombstones[number].insert(id);
  }
  Xapian::WritableDatabase database(path.string(), Xapian::DB_OPEN);
  database.set_metadata(store::kEarlierTombstonesKey, encode_of_parts(tombstones));
  database.close();
  directory.publish(path, tiny_info(ids.size()), directory.parts().size());
}

}  // namespace fihris::testing
