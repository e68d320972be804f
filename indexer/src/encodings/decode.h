// Bytes of unknown encoding as UTF-8.
#pragma once

#include <string>
#include <string_view>

#include "fihris/indexer/article_reader.h"

namespace fihris::indexer::encodings {

struct Decoded {
  std::string text;
  Reading reading;
};

// Valid UTF-8 whatever comes in, and how it was read. By byte order mark; else as UTF-8 where the
// bytes are that; else in the encoding that makes the likeliest Arabic of them, with a small
// advantage for `declared`, the name a page gives; where no reading is Arabic, as declared, else as
// UTF-8 with each ill-formed piece as U+FFFD. Double encoding is repaired. A byte order mark is
// dropped. Thread-safe.
Decoded decode(std::string_view bytes, std::string_view declared = {});

// The encoding of a text by its first bytes, one with a name as in Reading; empty for UTF-8.
std::string judge_encoding(std::string_view head, std::string_view declared = {});

// The encoding a page names in its first kilobytes: charset=… of a meta element. Empty when it
// names none.
std::string_view declared_charset(std::string_view html);

}  // namespace fihris::indexer::encodings
