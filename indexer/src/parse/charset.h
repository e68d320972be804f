// Bytes of unknown encoding as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace fihris::indexer::parse {

// Valid UTF-8 whatever comes in. By byte order mark; else as UTF-8 where the bytes are that; else
// by `declared`, the name a page gives; else as windows-1256 where the letters are those of Arabic
// text in it; else as UTF-8 with each ill-formed piece as U+FFFD. A byte order mark is dropped.
std::string to_utf8(std::string_view bytes, std::string_view declared = {});

// The encoding a page names in its first kilobytes: charset=… of a meta element. Empty when it
// names none.
std::string_view declared_charset(std::string_view html);

}  // namespace fihris::indexer::parse
