#include "page/hits.h"

#include <algorithm>

#include "page/phrases.h"
#include "page/question.h"

namespace fihris::server::page {
namespace {

// The article without its text.
const Json& article_of(const Json& hit) {
  static const Json none = Json::object();
  const auto found = hit.find("_article");
  return found == hit.end() ? none : *found;
}

Html title_of(const Frame& frame, const Json& hit) {
  for (const Json& snippet : hit.value("snippets", Json::array())) {
    if (text_in(snippet, "field") == "title")
      return Html::escaped_before(block_text(text_in(snippet, "html")));
  }
  Html html;
  html << "<span class=\"untitled\">";
  return html.text(frame.say(phrase::kUntitled)) << "</span>";
}

Html passages_of(const Json& hit) {
  Html html;
  for (const Json& snippet : hit.value("snippets", Json::array())) {
    if (text_in(snippet, "field") == "title") continue;
    html << "<p class=\"passage\" dir=\"auto\">"
         << Html::escaped_before(block_text(text_in(snippet, "html"))) << "</p>";
  }
  return html;
}

Html copies_of(const Frame& frame, const Json& hit) {
  Html html;
  const Json copies = hit.value("duplicates", Json::array());
  if (copies.empty()) return html;
  html << "<details class=\"copies\"><summary>";
  html.text(frame.say(phrase::kCopies)).text(frame.manner().articles(copies.size()));
  return html << "</summary>" << named_articles(frame, copies) << "</details>";
}

Html hit_item(const Frame& frame, const Json& hit) {
  const Json& article = article_of(hit);
  const std::string url = text_in(article, "url");
  Html html;
  html << "<li><article class=\"hit\"><h2 dir=\"auto\"><a";
  html.attribute("href", frame.article(text_in(article, "id"), url))
      << ">" << title_of(frame, hit) << "</a></h2>";
  html << byline(frame, article) << passages_of(hit) << copies_of(frame, hit);
  return html << "</article></li>";
}

// A link of the pager; the current page is none.
Html page_link(const Frame& frame, std::size_t number) {
  Html html;
  const std::string text = frame.manner().number(number);
  if (number == frame.state.page) {
    html << "<span class=\"page\" aria-current=\"page\">";
    return html.text(text) << "</span>";
  }
  html << "<a class=\"page\"";
  html.attribute("href", frame.link(frame.state.at_page(number)))
          .attribute("aria-label", std::string(frame.say(phrase::kPage)) + text)
      << ">";
  return html.text(text) << "</a>";
}

Html turn(const Frame& frame, std::size_t number, const Phrase& phrase) {
  Html html;
  html << "<a class=\"turn\"";
  html.attribute("href", frame.link(frame.state.at_page(number))) << ">";
  return html.text(frame.say(phrase)) << "</a>";
}

}  // namespace

Html named_articles(const Frame& frame, const Json& articles) {
  Html html;
  html << "<ul class=\"named\">";
  for (const Json& article : articles) {
    const std::string title = text_in(article, "title");
    html << "<li><a dir=\"auto\"";
    html.attribute("href", frame.article(text_in(article, "id"), text_in(article, "url"))) << ">";
    html.text(title.empty() ? frame.say(phrase::kUntitled) : title)
        << "</a> <span class=\"where\">";
    if (const std::string source = joined(frame, article, "source"); !source.empty())
      html.isolated(source) << " <span aria-hidden=\"true\">·</span> ";
    html << dated(frame, text_in(article, "date")) << "</span></li>";
  }
  return html << "</ul>";
}

Html hit_list(const Frame& frame, const Json& answer) {
  Html html;
  html << "<ol class=\"hits\"";
  html.attribute("start", std::to_string((frame.state.page - 1) * kHitsPerPage + 1)) << ">";
  for (const Json& hit : answer["hits"]) html << hit_item(frame, hit);
  return html << "</ol>";
}

Html pager(const Frame& frame, std::size_t reachable) {
  constexpr std::size_t kAround = 2;
  const std::size_t last = (reachable + kHitsPerPage - 1) / kHitsPerPage;
  const std::size_t page = frame.state.page;
  Html html;
  if (last < 2 || page > last) return html;
  html << "<nav class=\"pager\"";
  html.attribute("aria-label", frame.say(phrase::kPages)) << ">";
  if (page > 1) html << turn(frame, page - 1, phrase::kPrevious);
  const std::size_t begin = page > kAround + 1 ? page - kAround : 1;
  const std::size_t end = std::min(last, page + kAround);
  if (begin > 1) html << page_link(frame, 1);
  if (begin > 2) html << "<span class=\"gap\">…</span>";
  for (std::size_t number = begin; number <= end; ++number) html << page_link(frame, number);
  if (end + 1 < last) html << "<span class=\"gap\">…</span>";
  if (end < last) html << page_link(frame, last);
  if (page < last) html << turn(frame, page + 1, phrase::kNext);
  return html << "</nav>";
}

}  // namespace fihris::server::page
