#include "query_text.h"

namespace fihris::testing {
using namespace query;

std::string tree_of(const Parsed& parsed) { return parsed.root ? describe(*parsed.root) : "-"; }

std::string tree_of(std::string_view text, bool full_syntax) {
  return tree_of(parse_query(text, full_syntax));
}

std::string tree_on(std::chrono::sys_days today, std::string_view text) {
  return tree_of(parse_query(text, false, today));
}

std::vector<std::string> noted(std::string_view text, bool full_syntax) {
  std::vector<std::string> parts;
  for (const Diagnostic& diagnostic : parse_query(text, full_syntax).diagnostics) {
    const Span span = diagnostic.span;
    parts.emplace_back(text.substr(span.begin, span.end - span.begin));
  }
  return parts;
}

}  // namespace fihris::testing
