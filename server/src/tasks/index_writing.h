// Writing into the folder of an index that others may write into as well.
#pragma once

#include <filesystem>

#include "fihris/indexer/index_writer.h"

namespace fihris::server::tasks {

// Opens or creates the index. While another writer, such as the command line's, is at work, waits
// for it to end, some minutes at most. Throws Error as IndexWriter::open().
IndexWriter open_writer(const std::filesystem::path& dir);

}  // namespace fihris::server::tasks
