// Repairs on the text of a JSON document, before it is parsed.
#pragma once

#include <string>
#include <string_view>

namespace fihris::indexer::parse {

// Writes \ufffd for every \u escape of a surrogate that has no partner: legal JSON, but no
// character, and parsers refuse the whole document for it.
void replace_lone_surrogates(std::string& json);

}  // namespace fihris::indexer::parse
