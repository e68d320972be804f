// Articles in feeds: RSS and Atom.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "read/byte_input.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

// Items and entries become articles in JSON. Entities that the document declares itself are not
// expanded.
std::unique_ptr<RecordReader> read_feed(ByteInput& input, const Place& place);

// The encoding that an XML declaration names; empty when there is none.
std::string_view declared_in_xml(std::string_view head);

}  // namespace fihris::indexer::read
