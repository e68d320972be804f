#include "text_checks.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <string>

#include "checks.h"
#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris::fuzz {
namespace {

void remove_all(std::string& text, std::string_view part) {
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at)) {
    text.erase(at, part.size());
  }
}

}  // namespace

std::vector<bool> boundaries(std::string_view text) {
  std::vector<bool> begins(text.size() + 1, false);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    begins[at] = true;
    [[maybe_unused]] UChar32 c = 0;
    U8_NEXT(bytes, at, text.size(), c);
  }
  begins[text.size()] = true;
  return begins;
}

void require_marks(std::string_view text, const std::vector<Span>& marks) {
  const std::vector<bool> begins = boundaries(text);
  std::size_t done = 0;
  for (const Span& mark : marks) {
    require(mark.begin < mark.end, "a mark is not empty");
    require(mark.end <= text.size(), "a mark lies inside the text");
    require(mark.begin >= done, "marks ascend and are disjoint");
    require(begins[mark.begin] && begins[mark.end], "a mark stands on code-point boundaries");
    done = mark.end;
  }
}

void require_snippet(std::string_view field, const Snippet& snippet) {
  require(snippet.offset <= field.size(), "a snippet begins inside its field");
  require(field.substr(snippet.offset, snippet.text.size()) == snippet.text,
          "a snippet is byte for byte its field's");
  require(!is_valid_utf8(field) || is_valid_utf8(snippet.text), "a snippet tears no character");
  require_marks(snippet.text, snippet.marks);
  if (!is_valid_utf8(snippet.text)) return;
  std::string html = to_html(snippet);
  for (const std::string_view tag : {"<mark>", "</mark>", "<bdi>", "</bdi>"}) remove_all(html, tag);
  require(html.find_first_of("<>\"'") == std::string::npos, "snippets are escaped in HTML");
}

}  // namespace fihris::fuzz
