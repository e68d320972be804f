#include "fihris/searcher/highlight.h"

#include "passages.h"
#include "text_marker.h"

namespace fihris {

std::vector<Span> find_marks(std::string_view text, const std::vector<Wanted>& wanted,
                             Analyzer& analyzer) {
  internal::AnalyzedText analyzed;
  analyzed.read({}, text, analyzer);
  internal::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  return internal::merged_spans(marker.mark(analyzed, analyzer));
}

std::vector<Snippet> highlight(std::string_view field, std::string_view text,
                               const std::vector<Wanted>& wanted, Analyzer& analyzer,
                               const HighlightOptions& options) {
  if (text.empty() || options.fragments == 0) return {};
  internal::AnalyzedText analyzed;
  analyzed.read(field, text, analyzer);
  internal::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  const std::vector<internal::Mark>& marks = marker.mark(analyzed, analyzer);
  if (marks.empty()) return {internal::lead(analyzed, options.graphemes)};
  return internal::best_passages(analyzed, marks, wanted, options);
}

}  // namespace fihris
