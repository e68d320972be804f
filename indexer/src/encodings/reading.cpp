#include <algorithm>

#include "encodings/converter.h"
#include "fihris/indexer/article_reader.h"

namespace fihris {

void ReadingCounts::add(const Reading& reading, const RawRecord& record) {
  if (!reading.encoding.empty()) ++encodings[reading.encoding];
  repaired += reading.times_repaired > 0 ? 1 : 0;
  unreadable += reading.has_unreadable ? 1 : 0;
  if (reading.unusable_date.empty()) {
    undated += reading.undated ? 1 : 0;
    return;
  }
  ++unusable_dates;
  if (doubts.size() < kMaxDoubtsKept) {
    doubts.push_back(
        {record.file, record.line, "the date is none that can be read: " + reading.unusable_date});
  }
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
  undated += counts.undated;
  unusable_dates += counts.unusable_dates;
  const std::size_t room = kMaxDoubtsKept - doubts.size();
  doubts.insert(
      doubts.end(), counts.doubts.begin(),
      counts.doubts.begin() + static_cast<std::ptrdiff_t>(std::min(room, counts.doubts.size())));
}

bool is_known_encoding(const std::string& name) { return indexer::encodings::is_known(name); }

}  // namespace fihris
