// A piece of a text, so many words long, around the words that match.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::server::search {

// The bytes of `text` with `words` words that have the most marks, the earliest of such pieces;
// all of it when it has no more words, or for 0. A piece begins with its first word and ends with
// its last one, and with the text's own beginning or end where it reaches that.
Span cropped(std::string_view text, const std::vector<Span>& marks, std::size_t words);

}  // namespace fihris::server::search
