// Encodings of two or four bytes a unit.
#pragma once

#include <string>
#include <string_view>

namespace fihris::indexer::encodings {

// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE", by the byte order mark or by the look of the
// first bytes of a text; empty when it is none of them. A mark is part of the text.
std::string wide_encoding(std::string_view head);

}  // namespace fihris::indexer::encodings
