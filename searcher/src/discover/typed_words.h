// What somebody is typing: words that are done and one that is not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris::searcher::discover {

struct TypedWords {
  std::string complete;      // the text of the words that are done
  std::string complete_key;  // their keys, each followed by a space
  // How the key of the word at hand may begin; empty when the text ends with a space. As typed, and
  // without an article, of which nobody knows yet whether it is one.
  std::vector<std::string> beginnings;
  // The same without a letter that may be «and», «in», «for» …: when nothing else is found.
  std::vector<std::string> less_likely;
  bool empty() const { return complete_key.empty() && beginnings.empty(); }
};

// Of long texts the first kMaxTypedBytes.
TypedWords read_typed(std::string_view text, Analyzer& analyzer);
inline constexpr std::size_t kMaxTypedBytes = 300;

}  // namespace fihris::searcher::discover
