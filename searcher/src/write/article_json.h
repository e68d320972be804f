// Articles as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/store/article.h"

namespace fihris::searcher::write {

using Json = nlohmann::ordered_json;

std::string dumped(const Json& json);
// A text as JSON; a list when it holds several values.
Json text_or_list(const std::string& text);
// The fields we have a place of our own for.
Json article_json(const Article& article, bool with_body);
// The members of an article that were asked for: "*" is all of them, none all but `path`. The body
// comes when it is named.
Json chosen_members(const Article& article, const std::vector<std::string>& fields);

}  // namespace fihris::searcher::write
