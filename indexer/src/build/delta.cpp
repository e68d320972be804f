#include "build/delta.h"

#include <algorithm>

#include "fihris/store/fields.h"
#include "fihris/store/internal/metadata.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

void write_metadata(Xapian::WritableDatabase& delta, const IndexInfo& info,
                    const store::Tombstones& dead, const store::ContentDigest& digest) {
  const std::string json = store::to_json(info);
  const std::string tombstones = dead.encode();
  delta.set_metadata(store::kInfoKey, json);
  delta.set_metadata(store::kTombstonesKey, tombstones);
  delta.set_metadata(store::kDigestKey, digest.encode(json, tombstones));
}

store::ContentDigest read_digest(const Xapian::Database& delta) {
  const auto digest = store::ContentDigest::decode(delta.get_metadata(store::kDigestKey));
  return digest ? *digest : store::ContentDigest(delta);
}

// Creates an empty delta: made aside and renamed, so that a reader never meets a half-made
// database.
void create(const store::Generation& generation, IndexInfo info) {
  const fs::path aside = generation.dir / "delta.tmp";
  info.articles = 0;
  info.text_bytes = 0;
  Xapian::WritableDatabase database(aside.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  write_metadata(database, info, {}, {});
  database.commit();
  database.close();
  store::sync_directory(aside);
  store::rename_path(aside, generation.delta());
  store::sync_directory(generation.dir);
}

Xapian::WritableDatabase open_or_create(const store::Generation& generation,
                                        const IndexInfo& info) {
  std::error_code ignored;
  if (!fs::exists(generation.delta(), ignored)) create(generation, info);
  return Xapian::WritableDatabase(generation.delta().string(), Xapian::DB_OPEN);
}

}  // namespace

Delta::Delta(const store::Generation& generation)
    : path_(generation.delta()),
      generation_(generation.db().string()),
      delta_(open_or_create(generation, store::read_info(generation_, generation.db()))),
      info_(store::read_info(delta_, generation.delta())),
      built_in_(store::read_tombstones(generation_, generation_)),
      dead_(store::read_tombstones(delta_, generation_)),
      digest_(read_digest(delta_)) {}

// Begins a transaction. It keeps Xapian from committing on its own when its buffer is full:
// tombstones and articles must come together.
void Delta::begin() {
  if (in_transaction_) return;
  delta_.begin_transaction(true);
  in_transaction_ = true;
}

bool Delta::bury(const std::string& id_term) {
  bool buried = false;
  const auto end = generation_.postlist_end(id_term);
  for (auto id = generation_.postlist_begin(id_term); id != end; ++id) {
    if (!built_in_.contains(*id)) buried |= dead_.insert(*id);
  }
  return buried;
}

bool Delta::forget(const std::string& id_term) {
  const auto id = delta_.postlist_begin(id_term);
  if (id == delta_.postlist_end(id_term)) return false;
  const Xapian::Document document = delta_.get_document(*id);
  const Article old = codec_.decode(document.get_value(slot::kArticle));
  digest_.remove(*id, document);
  info_.text_bytes -= std::min(info_.text_bytes, document::text_bytes(old));
  --info_.articles;
  return true;
}

bool Delta::put(const Article& article, const Xapian::Document& document) {
  begin();
  const std::string term = id_term(article.id);
  const bool in_delta = forget(term);
  const bool in_generation = bury(term);
  space_.add(document);
  digest_.add(delta_.replace_document(term, document), document);
  info_.text_bytes += document::text_bytes(article);
  ++info_.articles;
  return in_delta || in_generation;
}

bool Delta::remove(const std::string& id) {
  begin();
  const std::string term = id_term(id);
  const bool in_delta = forget(term);
  if (in_delta) delta_.delete_document(term);
  return bury(term) || in_delta;
}

void Delta::commit() {
  if (!in_transaction_) return;
  // Copy on write: at worst every block that is there is written again.
  store::require_space(path_, space_.bytes() + store::bytes_below(path_));
  write_metadata(delta_, info_, dead_, digest_);
  delta_.commit_transaction();
  in_transaction_ = false;
  space_ = document::SpaceEstimate();
}

std::uint64_t Delta::changes() const { return delta_.get_doccount() + dead_.size(); }

}  // namespace fihris::indexer::build
