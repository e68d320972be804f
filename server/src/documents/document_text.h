// The JSON of a stored article, as it was given.
#pragma once

#include <string>
#include <string_view>

#include "documents/json_text.h"
#include "fihris/store/article.h"

namespace fihris::server::documents {

// The document that was sent; of an article from the command line, its fields without the server's
// path.
std::string document_of(const Article& article);
// Its members that were asked for, in their order; "*" for all. "place.city" is that member of the
// member place. What is not there is left out.
Json chosen_members(Json document, const std::vector<std::string>& names);
// The value at "place.city", or at a member of exactly that name; null pointer for none.
const Json* find_member(const Json& document, std::string_view path);
// A document as it is, with members of another one over its own.
std::string merged(const std::string& document, const std::string& changes);

}  // namespace fihris::server::documents
