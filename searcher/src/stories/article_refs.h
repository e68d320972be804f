// Articles that are named beside a hit.
#pragma once

#include <xapian.h>

#include <span>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/store/document_codec.h"

namespace fihris::searcher::stories {

// By date, then by id: in an order that no ranking changes.
std::vector<ArticleRef> read_refs(std::span<const Xapian::docid> documents,
                                  const Xapian::Database& database, DocumentCodec& codec);

}  // namespace fihris::searcher::stories
