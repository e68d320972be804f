#include "fihris/searcher/highlight.h"

#include "show/passages.h"
#include "show/text_marker.h"

namespace fihris {

std::vector<Span> find_marks(std::string_view text, const std::vector<Wanted>& wanted,
                             Analyzer& analyzer) {
  searcher::show::AnalyzedText analyzed;
  analyzed.read({}, text, analyzer);
  searcher::show::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  return searcher::show::merged_spans(marker.mark(analyzed, analyzer));
}

std::vector<Snippet> highlight(std::string_view field, std::string_view text,
                               const std::vector<Wanted>& wanted, Analyzer& analyzer,
                               const HighlightOptions& options) {
  if (text.empty() || options.fragments == 0) return {};
  searcher::show::AnalyzedText analyzed;
  analyzed.read(field, text, analyzer);
  searcher::show::TextMarker marker(wanted, std::vector<bool>(wanted.size(), true));
  const std::vector<searcher::show::Mark>& marks = marker.mark(analyzed, analyzer);
  if (marks.empty()) return {searcher::show::lead(analyzed, options.graphemes)};
  return searcher::show::best_passages(analyzed, marks, wanted, options);
}

}  // namespace fihris
