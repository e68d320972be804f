// Chooses what of a text to show.
#pragma once

#include <span>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "show/text_marker.h"

namespace fihris::searcher::show {

struct PassageOptions {
  std::size_t fragments = 2;
  std::size_t graphemes = kSnippetGraphemes;  // length aimed at for each
};

// The best passages around the marks, best first, none overlapping another; none when there are no
// marks. `marks` as from TextMarker for this text, `wanted` the list they index. Takes whole
// sentences where they fit the length aimed at.
std::vector<Snippet> best_passages(const AnalyzedText& text, std::span<const Mark> marks,
                                   std::span<const plan::Wanted> wanted,
                                   const PassageOptions& options);

// How the text begins, without marks. Empty text gives an empty snippet.
Snippet lead(const AnalyzedText& text, std::size_t graphemes);

// The whole text with its marks.
Snippet whole(const AnalyzedText& text, std::span<const Mark> marks);

}  // namespace fihris::searcher::show
