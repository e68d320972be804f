// What an article is called and where it came from when it does not say so itself.
#pragma once

#include <string>
#include <variant>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/article.h"

namespace fihris::indexer::parse {

// Fills `path` with the file the record was read from and `id` where they are empty: with the url,
// else with the path below the source, and of a JSON object, of which one file holds many, with
// '#' and its line. A file that is changed keeps its ids so. Lines of standard input have no place
// that would be theirs again: the id is a hash of the content, "stdin#" and XXH3-64 in hexadecimal.
void complete_identity(Article& article, const RawRecord& record);

SourceError error_at(const RawRecord& record, std::string what);

}  // namespace fihris::indexer::parse
