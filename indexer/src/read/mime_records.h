// Pages saved with all that belongs to them: MHTML.
#pragma once

#include <memory>

#include "read/byte_input.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

// The page among the parts is the article.
std::unique_ptr<RecordReader> read_mime_page(ByteInput& input, const Place& place);

}  // namespace fihris::indexer::read
