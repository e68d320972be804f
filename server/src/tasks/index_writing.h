// Writing into the folder of an index that others may write into as well.
#pragma once

#include <filesystem>

#include "fihris/indexer/index_writer.h"
#include "settings/settings.h"

namespace fihris::server::tasks {

// Opens or creates the index. While another writer, such as the command line's, is at work, waits
// for it to end, some minutes at most. Throws Error as IndexWriter::open().
IndexWriter open_writer(const std::filesystem::path& dir);

// Makes the index in `dir`, which is created if need be, one of these settings. Throws Error as
// IndexWriter::set_settings().
void apply_settings(const std::filesystem::path& dir, const settings::Settings& settings);

}  // namespace fihris::server::tasks
