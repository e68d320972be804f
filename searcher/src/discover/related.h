// The articles that go together with one.
#pragma once

#include <optional>
#include <string_view>

#include "fihris/searcher/results.h"
#include "rank/thread_context.h"

namespace fihris::searcher::discover {

// Nothing when there is no article with this id.
std::optional<RelatedArticles> find_related(rank::ThreadContext& context, std::string_view id,
                                            std::size_t limit);

}  // namespace fihris::searcher::discover
