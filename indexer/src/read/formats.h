// Every format that is read, and what is said of those that are not.
#pragma once

#include <memory>
#include <string_view>

#include "read/byte_input.h"
#include "read/content_kind.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

struct Format {
  ContentKind kind;
  std::string_view name;      // as `fihris index --formats` lists it; empty: it is not read
  std::string_view found_by;  // what in the content tells it
  std::unique_ptr<RecordReader> (*open)(ByteInput& input, const Place& place);  // or nullptr
  std::string_view refusal;  // of one that is not read
};

const Format& format_of(ContentKind kind);

// The last extension of a file's name in lower case with its dot, without what a scraper leaves
// behind it of an address ("page.html?id=5"); empty when it has none.
std::string extension_of(std::string_view name);

// Whether it is named as tables are.
bool is_named_table(std::string_view name);

// Why a file of a folder that holds this is none that an archive keeps articles in; empty when it
// may be one. A file that is named like an article is not passed over because it is spoilt.
std::string_view reason_to_pass_over(ContentKind kind, std::string_view name);

}  // namespace fihris::indexer::read
