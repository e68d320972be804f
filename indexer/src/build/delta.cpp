#include "build/delta.h"

#include <algorithm>

#include "fihris/store/fields.h"

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

store::ContentDigest read_digest(const Xapian::Database& delta) {
  const auto digest = store::ContentDigest::decode(delta.get_metadata(store::kDigestKey));
  return digest ? *digest : store::ContentDigest(delta);
}

std::vector<store::Tombstones> said_by(const store::NumberedDatabase& delta,
                                       const std::vector<store::NumberedDatabase>& parts) {
  std::vector<store::Tombstones> dead;
  for (const store::NumberedDatabase& part : parts) {
    dead.push_back(store::tombstones_said(delta, part));
  }
  return dead;
}

// What is dead of the parts since, as two values of metadata.
struct TombstoneTexts {
  std::string of_newest;
  std::string of_others;  // empty where there are none
};

TombstoneTexts texts_of(const std::vector<store::NumberedDatabase>& parts,
                        const std::vector<store::Tombstones>& dead) {
  TombstoneTexts texts{dead.back().encode(), {}};
  if (parts.size() == 1) return texts;
  store::TombstonesOfParts others;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (!dead[i].empty()) others.emplace(parts[i].number, dead[i]);
  }
  texts.of_others = store::encode_of_parts(others);
  return texts;
}

void set_metadata(Xapian::WritableDatabase& delta, const IndexInfo& info,
                  const TombstoneTexts& tombstones, const store::ContentDigest& digest) {
  const std::string json = store::to_json(info);
  delta.set_metadata(store::kInfoKey, json);
  delta.set_metadata(store::kTombstonesKey, tombstones.of_newest);
  delta.set_metadata(store::kEarlierTombstonesKey, tombstones.of_others);
  delta.set_metadata(store::kDigestKey,
                     digest.encode(json, tombstones.of_newest + tombstones.of_others));
}

// Creates an empty delta: made aside and renamed, so that a reader never meets a half-made
// database.
void create(const store::Generation& newest, IndexInfo info) {
  const fs::path aside = newest.dir / "delta.tmp";
  info.articles = 0;
  info.text_bytes = 0;
  Xapian::WritableDatabase database(aside.string(), Xapian::DB_CREATE_OR_OVERWRITE);
  set_metadata(database, info, {}, {});
  database.commit();
  database.close();
  store::sync_directory(aside);
  store::rename_path(aside, newest.delta());
  store::sync_directory(newest.dir);
}

Xapian::WritableDatabase open_or_create(const store::Generation& newest,
                                        const Xapian::Database& database) {
  std::error_code ignored;
  if (!fs::exists(newest.delta(), ignored)) {
    create(newest, store::read_info(database, newest.db()));
  }
  return Xapian::WritableDatabase(newest.delta().string(), Xapian::DB_OPEN);
}

}  // namespace

Delta::Delta(const std::vector<store::Generation>& parts)
    : path_(parts.back().delta()),
      parts_(store::open_parts(parts)),
      delta_(open_or_create(parts.back(), parts_.back().database)),
      info_(store::read_info(delta_, path_)),
      built_in_(store::tombstones_of(parts_)),
      dead_(said_by({parts.back().number, delta_}, parts_)),
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
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    const Xapian::Database& part = parts_[i].database;
    const auto end = part.postlist_end(id_term);
    for (auto id = part.postlist_begin(id_term); id != end; ++id) {
      if (!built_in_[i].contains(*id)) buried |= dead_[i].insert(*id);
    }
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
  const bool in_part = bury(term);
  space_.add(document);
  digest_.add(delta_.replace_document(term, document), document);
  info_.text_bytes += document::text_bytes(article);
  ++info_.articles;
  return in_delta || in_part;
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
  set_metadata(delta_, info_, texts_of(parts_, dead_), digest_);
  delta_.commit_transaction();
  in_transaction_ = false;
  space_ = document::SpaceEstimate();
}

std::uint64_t Delta::dead() const {
  std::uint64_t dead = 0;
  for (const store::Tombstones& of_part : dead_) dead += of_part.size();
  return dead;
}

}  // namespace fihris::indexer::build
