// Questions about text that the checks share, answered by ICU and not by the product.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "fihris/searcher/results.h"
#include "fihris/stemmer/token.h"

namespace fihris::fuzz {

// For each byte, and for the end: whether a code point, or a maximal ill-formed sequence, begins
// there.
std::vector<bool> boundaries(std::string_view text);

// Spans inside the text, on code-point boundaries, not empty, ascending and disjoint.
void require_marks(std::string_view text, const std::vector<Span>& marks);

// A snippet of `field`: byte for byte from it, with good marks, and harmless as HTML.
void require_snippet(std::string_view field, const Snippet& snippet);

}  // namespace fihris::fuzz
