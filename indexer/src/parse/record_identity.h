// What an article is called and where it came from when it does not say so itself.
#pragma once

#include <string>
#include <variant>

#include "fihris/indexer/article_reader.h"
#include "fihris/store/article.h"

namespace fihris::indexer::parse {

// Fills `path` with the file the record was read from and `id` where they are empty: with the url,
// else with
// "<path below the folder named>#<hash of the content>". The hash is XXH3-64 in hexadecimal, 16
// digits of it for a JSON line, of which one file holds many, and 8 for a whole file.
void complete_identity(Article& article, const RawRecord& record);

SourceError error_at(const RawRecord& record, std::string what);

}  // namespace fihris::indexer::parse
