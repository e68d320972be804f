#include "build/segment_builder.h"

#include <xapian.h>
#include <xxhash.h>

#include <utility>

#include "fihris/store/fields.h"
#include "fihris/store/internal/files.h"

namespace fihris::indexer::build {

namespace {

// Scratch: no term list (never updated), nothing flushed (a crash throws it away).
constexpr int kSegmentFlags =
    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;

// In a smaller batch what is met once may be met again in another.
constexpr std::size_t kSmallBatch = 500;

}  // namespace

std::uint64_t id_hash(std::string_view id_term) {
  return XXH3_64bits(id_term.data(), id_term.size());
}

SegmentSummary SegmentBuilder::build(const Batch& batch, const std::filesystem::path& path) {
  SegmentSummary summary;
  document::SpaceEstimate space;
  Xapian::WritableDatabase database(path.string(), kSegmentFlags);
  for (const document::Pending& pending : batch.items) {
    std::variant<const Article*, SourceError> opened = intake_.open(pending);
    if (auto* error = std::get_if<SourceError>(&opened)) {
      summary.rejected.push_back(std::move(*error));
      continue;
    }
    const Article& article = *std::get<const Article*>(opened);
    const Xapian::Document document = documents_.make(article);
    space.add(document);
    database.add_document(document);
    summary.id_hashes.push_back(id_hash(id_term(article.id)));
    summary.text_bytes += document::text_bytes(article);
  }
  summary.readings = intake_.take_readings();
  summary.readings.unfit = documents_.take_unfit();
  summary.phrases = phrases_.take(batch.items.size() < kSmallBatch ? 1 : 2);
  store::require_space(path, space.bytes());
  database.commit();
  database.close();
  return summary;
}

}  // namespace fihris::indexer::build
