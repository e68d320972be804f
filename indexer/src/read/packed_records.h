// Files within archives and behind compression: .gz .xz .zst .bz2 .zip .tar, by libarchive.
#pragma once

#include <memory>

#include "read/byte_input.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

// Reads the members as files of a folder are read, as they come, and writes nothing anywhere. An
// archive that unpacks to implausibly much, or that holds archives deeper than kMaxPackedDepth, is
// trouble at that point.
std::unique_ptr<RecordReader> read_packed(ByteInput& input, const Place& place);
inline constexpr int kMaxPackedDepth = 2;

}  // namespace fihris::indexer::read
