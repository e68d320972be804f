#include "build/compaction.h"

#include <xapian.h>

#include <algorithm>

namespace fihris::indexer::build {

namespace fs = std::filesystem;

namespace {

// A key that several sources have gets the value that the result shall have. Xapian 1.4.22 gives
// the key as it is in the table: two bytes, then ours.
constexpr std::size_t kKeyPrefix = 2;

class KnownMetadata : public Xapian::Compactor {
 public:
  explicit KnownMetadata(const Metadata& metadata) : metadata_(metadata) {}
  std::string resolve_duplicate_metadata(const std::string& key, std::size_t count,
                                         const std::string values[]) override {
    const auto known = metadata_.find(key.substr(std::min(kKeyPrefix, key.size())));
    return known != metadata_.end() ? known->second : values[count - 1];
  }

 private:
  const Metadata& metadata_;
};

// Writes the metadata as a source without documents, for the compaction to copy: writing them
// afterwards would leave the compact database with loose blocks.
void write_metadata_source(const fs::path& path, const Metadata& metadata) {
  Xapian::WritableDatabase database(path.string(),
                                    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
  for (const auto& [key, value] : metadata) database.set_metadata(key, value);
  database.commit();
  database.close();
}

}  // namespace

void compact_databases(const std::vector<fs::path>& sources, const fs::path& target,
                       const Metadata& metadata) {
  Xapian::Database all;
  for (const fs::path& source : sources) all.add_database(Xapian::Database(source.string()));
  const fs::path carrier = target.string() + "-metadata";
  if (!metadata.empty()) {
    write_metadata_source(carrier, metadata);
    all.add_database(Xapian::Database(carrier.string()));
  }
  KnownMetadata compactor(metadata);
  constexpr unsigned kFlags = Xapian::Compactor::FULL;
  all.compact(target.string(), kFlags, 0, compactor);
  all.close();
  std::error_code ignored;
  fs::remove_all(carrier, ignored);
}

}  // namespace fihris::indexer::build
