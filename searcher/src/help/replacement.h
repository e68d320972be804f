// Changes pieces of a query's text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::searcher::help {

// A piece of a query's text and what to write instead.
struct Replacement {
  Span span;
  std::string text;
};
// `replacements` ascending and disjoint.
std::string replaced(std::string_view text, const std::vector<Replacement>& replacements);

}  // namespace fihris::searcher::help
