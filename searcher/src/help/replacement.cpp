#include "help/replacement.h"

namespace fihris::searcher::help {

std::string replaced(std::string_view text, const std::vector<Replacement>& replacements) {
  std::string result;
  std::size_t at = 0;
  for (const Replacement& each : replacements) {
    result += text.substr(at, each.span.begin - at);
    result += each.text;
    at = each.span.end;
  }
  return result += text.substr(at);
}

}  // namespace fihris::searcher::help
