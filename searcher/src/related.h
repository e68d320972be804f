// The articles that go together with one.
#pragma once

#include <optional>
#include <string_view>

#include "fihris/searcher/results.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/internal/open_index.h"
#include "match.h"

namespace fihris::internal {

struct RelatedTools {
  OpenIndex& index;
  Matcher& matcher;
  Analyzer& analyzer;
  DocumentCodec& codec;
};

// Nothing when there is no article with this id.
std::optional<RelatedArticles> find_related(const RelatedTools& tools, std::string_view id,
                                            std::size_t limit);

}  // namespace fihris::internal
