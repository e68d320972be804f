#include <zstd.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "checks.h"
#include "document/article_document.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/error.h"
#include "fihris/store/internal/article_columns.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/tombstones.h"
#include "fihris/store/token_column.h"
#include "generation/manifest.h"

namespace fihris::fuzz {
namespace {

// Runs `read`, which may find its bytes damaged and must fail in no other way.
template <class Read>
void damaged_or(Read read) {
  try {
    read();
  } catch (const Error& error) {
    require(error.code() == ErrorCode::kIndexDamaged, "garbled bytes are damage");
  }
}

void check_column(std::string_view bytes) {
  const TokenColumn column(bytes);
  require(column.title_size() <= column.size(), "the title is a part of the column");
  require(column.size() * 3 <= bytes.size(), "a column is no longer than its bytes");
  unsigned sum = 0;
  for (std::size_t i = 0; i < column.size(); ++i) {
    sum += column.lemma(i) + column.norm(i) + (column.sentence_start(i) ? 1U : 0U);
  }
  require(column.size() > 0 || sum == 0, "an empty column has nothing to read");
}

std::string compressed(std::string_view record) {
  std::string bytes(ZSTD_compressBound(record.size()), '\0');
  bytes.resize(ZSTD_compress(bytes.data(), bytes.size(), record.data(), record.size(), 1));
  return bytes;
}

void check_codec(std::string_view bytes) {
  DocumentCodec codec;
  const std::string version = "\x01";
  const std::string magic = "\x28\xB5\x2F\xFD";
  // As they are; behind what is read first; and as the record inside a good frame.
  for (const std::string& stored :
       {std::string(bytes), version + std::string(bytes), version + magic + std::string(bytes),
        version + compressed(bytes)}) {
    damaged_or([&] {
      const Article article = codec.decode(stored);
      require(codec.decode(codec.encode(article)) == article, "an article is stored as it is");
    });
  }
}

void check_tombstones(std::string_view bytes) {
  constexpr store::DocId kLast = 100'000;
  damaged_or([&] {
    const auto tombstones = store::Tombstones::decode(bytes, kLast);
    const auto ids = tombstones.ids();
    require(ids.empty() || ids.back() <= kLast, "no tombstone is out of bounds");
    require(store::Tombstones::decode(tombstones.encode(), kLast).ids() == ids,
            "tombstones are stored as they are");
  });
}

std::string sound_columns() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  indexer::document::DocumentMaker maker{AnalyzerConfig{}};
  for (const char* source : {"وكالة", "", "صحيفة"}) {
    Article article;
    article.id = article.title = article.source = source;
    article.date = "2025-12-23";
    article.tags = {"نفط", "غاز"};
    database.add_document(maker.make(article));
  }
  return store::encode_columns(database);
}

void read_all(const store::ArticleColumns& columns) {
  constexpr std::array<store::DocId, 5> kDocuments{0, 1, 3, 4, 0xFFFFFFFF};
  for (const store::DocId id : kDocuments) {
    columns.day(id);
    columns.signature(id);
  }
  for (std::size_t i = 0; i < kFacetFields; ++i) {
    const auto field = static_cast<FacetField>(i);
    std::vector<std::uint64_t> counts(std::min<std::size_t>(columns.values(field), 1000) + 1);
    columns.count(field, kDocuments, counts);
    std::size_t size = 0;
    for (std::size_t value = 0; value <= counts.size(); ++value) {
      size += columns.key(field, value).size() + columns.printed(field, value).size();
    }
    require(counts[0] == 0 && size < (std::size_t{1} << 30),
            "columns are read within their bounds");
  }
}

// As they are, and as damage to a sound file: few random bytes are one.
void check_columns(std::string_view bytes) {
  static const std::string sound = sound_columns();
  std::string damaged = sound;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    char& byte = damaged[i % damaged.size()];
    byte = static_cast<char>(byte ^ bytes[i]);
  }
  for (const std::string_view file : {bytes, std::string_view(damaged)}) {
    damaged_or([&] { read_all(store::ArticleColumns(file, "columns")); });
  }
}

}  // namespace

void check_stored(std::string_view bytes) {
  check_column(bytes);
  check_codec(bytes);
  check_tombstones(bytes);
  check_columns(bytes);
  damaged_or([&] { store::info_from_json(bytes, "index"); });
  damaged_or([&] { store::manifest_from_json(bytes, "index"); });
}

}  // namespace fihris::fuzz
