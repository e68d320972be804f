#include "encodings/converter.h"
#include "fihris/indexer/article_reader.h"

namespace fihris {

void ReadingCounts::add(const Reading& reading) {
  if (!reading.encoding.empty()) ++encodings[reading.encoding];
  repaired += reading.times_repaired > 0 ? 1 : 0;
  unreadable += reading.has_unreadable ? 1 : 0;
}

void ReadingCounts::add(const ReadingCounts& counts) {
  for (const auto& [encoding, count] : counts.encodings) encodings[encoding] += count;
  repaired += counts.repaired;
  unreadable += counts.unreadable;
  for (const auto& [attribute, values] : counts.unfit) {
    UnfitValues& all = unfit[attribute];
    const std::uint64_t before = all.count;
    if (before == 0) all = values;
    all.count = before + values.count;
  }
}

bool is_known_encoding(const std::string& name) { return indexer::encodings::is_known(name); }

}  // namespace fihris
