// Files of which each is one article: pages and plain text.
#pragma once

#include <memory>

#include "read/byte_input.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

std::unique_ptr<RecordReader> read_page(ByteInput& input, const Place& place);
// Tables for measuring search engines are told from articles.
std::unique_ptr<RecordReader> read_text(ByteInput& input, const Place& place);

}  // namespace fihris::indexer::read
