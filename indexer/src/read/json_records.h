// Articles in JSON: a line each, or objects over several lines.
#pragma once

#include <memory>

#include "read/byte_input.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

std::unique_ptr<RecordReader> read_json_lines(ByteInput& input, const Place& place);
// Objects alone, one after another, in a list, or in a list that is a member of an object.
std::unique_ptr<RecordReader> read_json_objects(ByteInput& input, const Place& place);

}  // namespace fihris::indexer::read
