// Articles in tables: CSV and TSV with a first line that names the columns.
#pragma once

#include <memory>
#include <string_view>

#include "read/byte_input.h"
#include "read/record_reader.h"

namespace fihris::indexer::read {

// Rows become articles in JSON, with the names of the columns.
std::unique_ptr<RecordReader> read_table(ByteInput& input, const Place& place);

// What stands between the cells of a table whose first line names columns, a title's or a body's
// among them: comma, semicolon or tab; '\0' when the text is none.
char table_delimiter(std::string_view text);

}  // namespace fihris::indexer::read
