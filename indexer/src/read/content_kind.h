// What a file holds, judged by its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fihris::indexer::read {

enum class ContentKind : std::uint8_t {
  kEmpty,
  kBinary,
  kCompressed,
  kFeed,         // RSS, Atom or other XML
  kJsonLines,    // an object a line
  kJsonObjects,  // objects over several lines, alone, one after another or in a list
  kHtml,
  kText,
};

inline constexpr std::size_t kSniffedBytes = std::size_t{64} << 10;

// `head` is the beginning of the file, kSniffedBytes or all of it, in an encoding that keeps ASCII
// as it is. `name` only decides where the
// content does not: a *.jsonl whose first line is spoilt is JSON Lines still.
ContentKind content_kind(std::string_view head, std::string_view name);

// Bytes of a UTF-8 byte order mark at the beginning: 3 or 0.
std::size_t bom_size(std::string_view head);

// A text that is a table for measuring search engines: TREC judgements or runs, or queries with
// their ids. Empty, or what it looks like.
std::string_view evaluation_table(std::string_view text);

}  // namespace fihris::indexer::read
