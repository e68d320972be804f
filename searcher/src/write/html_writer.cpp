#include <cstddef>

#include "fihris/searcher/writers.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/result_text.h"

namespace fihris {
namespace {

constexpr std::string_view kEllipsis = "…";

void append_escaped(std::string& out, char32_t c) {
  switch (c) {
    case U'&':
      out += "&amp;";
      break;
    case U'<':
      out += "&lt;";
      break;
    case U'>':
      out += "&gt;";
      break;
    case U'"':
      out += "&quot;";
      break;
    case U'\'':
      out += "&#39;";
      break;
    default:
      stemmer::append_utf8(out, c);
  }
}

}  // namespace

std::string escape_html(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  stemmer::each_code_point(text, [&out](char32_t c, std::size_t) {
    if (const char32_t shown = searcher::text::shown_code_point(c); shown != 0)
      append_escaped(out, shown);
  });
  return out;
}

std::string to_html(const Snippet& snippet) {
  std::string out = "<bdi>";
  if (snippet.cut_before) out.append(kEllipsis) += ' ';
  auto mark = snippet.marks.begin();
  bool open = false;
  stemmer::each_code_point(snippet.text, [&](char32_t c, std::size_t at) {
    if (open && at >= mark->end) {
      out += "</mark>";
      open = false;
      ++mark;
    }
    if (!open && mark != snippet.marks.end() && at >= mark->begin) {
      out += "<mark>";
      open = true;
    }
    if (const char32_t shown = searcher::text::shown_code_point(c); shown != 0)
      append_escaped(out, shown);
  });
  if (open) out += "</mark>";
  if (snippet.cut_after) (out += ' ').append(kEllipsis);
  return out += "</bdi>";
}

}  // namespace fihris
