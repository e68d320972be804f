#include "marked.h"

namespace fihris::testing {

std::string marked(std::string_view text, const std::vector<Span>& marks) {
  std::string out;
  for (const Span& mark : marks) {
    if (!out.empty()) out += '|';
    out += text.substr(mark.begin, mark.end - mark.begin);
  }
  return out;
}

std::string marked(const Snippet& snippet) { return marked(snippet.text, snippet.marks); }

}  // namespace fihris::testing
