// What a file holds, judged by its first bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fihris::indexer::read {

enum class ContentKind : std::uint8_t {
  kEmpty,
  kBinary,
  kForeignPacked,  // packed, and not as what packed_records.h reads
  kPacked,
  kXml,          // that is no feed
  kFeed,         // RSS or Atom
  kJsonLines,    // an object a line
  kJsonObjects,  // objects over several lines, alone, one after another or in a list
  kTable,        // with a first line that names the columns of articles
  kMimePage,     // a page saved as MHTML
  kHtml,
  kText,
};

inline constexpr std::size_t kSniffedBytes = std::size_t{64} << 10;

// `head` is the beginning of the file, kSniffedBytes or all of it, in an encoding that keeps ASCII
// as it is. `name` only decides where the
// content does not: a *.jsonl whose first line is spoilt is JSON Lines still.
ContentKind content_kind(std::string_view head, std::string_view name);

// Archives and compression, of either kind: their bytes are no text in any encoding.
bool is_packed(std::string_view head);

// Bytes of a UTF-8 byte order mark at the beginning: 3 or 0.
std::size_t bom_size(std::string_view head);

// A text that is a table for measuring search engines: TREC judgements or runs, or queries with
// their ids. Empty, or what it looks like.
std::string_view evaluation_table(std::string_view text);

}  // namespace fihris::indexer::read
