// Articles of an index that was made before files were remembered.
#pragma once

#include <filesystem>
#include <string_view>

#include "archive/archive_state.h"
#include "archive/source_table.h"

namespace fihris::indexer::archive {

// Takes the articles that say which file of a known source they were read from for that file's, as
// if it had changed since: so that they are replaced, or deleted with it, and are not there twice.
// Reads all stored articles. Throws Error{kIndexDamaged}.
void adopt_articles(const std::filesystem::path& index_dir, ArchiveState& state,
                    const SourceTable& sources);

// Whether an index of before would have given this id, path and hash of the content, to an article
// of the file at `path`.
bool is_name_of_old(std::string_view id, std::string_view path);

}  // namespace fihris::indexer::archive
