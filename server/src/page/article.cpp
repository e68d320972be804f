#include "page/article.h"

#include <algorithm>

#include "errors/api_error.h"
#include "page/citation.h"
#include "page/hits.h"
#include "page/phrases.h"

namespace fihris::server::page {
namespace {

// The escaped text with its marks numbered on from `number`, the one that is looked at told apart.
Html numbered(const std::string& html, std::size_t& number, std::size_t current) {
  static constexpr std::string_view kMark = "<mark>";
  Html out;
  std::string_view rest = html;
  for (std::size_t at = rest.find(kMark); at != rest.npos; at = rest.find(kMark)) {
    ++number;
    out << Html::escaped_before(std::string(rest.substr(0, at))) << "<mark";
    out.attribute("id", "m" + std::to_string(number));
    if (number == current) out << " class=\"current\"";
    out << ">";
    rest.remove_prefix(at + kMark.size());
  }
  return out << Html::escaped_before(std::string(rest));
}

void add_hit_link(Html& html, const Frame& frame, std::size_t number, const Phrase& phrase,
                  const char* direction) {
  html << "<a";
  html.attribute("href", frame.link(frame.path, {{"hit", std::to_string(number)}}) + "#m" +
                             std::to_string(number))
          .attribute("data-step", direction)
          .attribute("rel", "nofollow")
      << ">";
  html.text(frame.say(phrase)) << "</a> ";
}

// «الموضع 3 من 12», with links to the one before and the one behind.
Html hit_links(const Frame& frame, std::size_t current, std::size_t count) {
  Html html;
  if (count == 0) return html;
  html << "<nav class=\"marks\"";
  html.attribute("aria-label", frame.say(phrase::kHits))
          .attribute("data-marks", std::to_string(count))
          .attribute("data-of", frame.say(phrase::kOf))
      << "><span class=\"position\">";
  html.text(frame.manner().number(current)).text(frame.say(phrase::kOf));
  html.text(frame.manner().number(count)) << "</span> ";
  add_hit_link(html, frame, current == 1 ? count : current - 1, phrase::kPreviousHit, "-1");
  add_hit_link(html, frame, current == count ? 1 : current + 1, phrase::kNextHit, "1");
  return html << "</nav>";
}

Html back_link(const Frame& frame) {
  Html html;
  html << "<p class=\"back\"><a";
  html.attribute("href", frame.link(frame.state)) << ">";
  return html.text(frame.say(phrase::kBack)) << "</a></p>";
}

void add_citation(Html& html, const Frame& frame, const std::string& id, const std::string& name,
                  const std::string& text) {
  html << "<p class=\"cite\"><label";
  html.attribute("for", id) << ">";
  html.text(name) << "</label><textarea readonly rows=\"3\" dir=\"auto\"";
  html.attribute("id", id) << ">";
  html.text(text) << "</textarea><button type=\"button\" class=\"copy\" hidden";
  html.attribute("data-copy", id).attribute("data-done", frame.say(phrase::kCopied)) << ">";
  html.text(frame.say(phrase::kCopy)) << "</button></p>";
}

Html citations(const Frame& frame, const Json& article, const std::string& permalink) {
  Html html;
  html << "<details class=\"citations\"><summary>";
  html.text(frame.say(phrase::kCite)) << "</summary>";
  add_citation(html, frame, "cite-text", std::string(frame.say(phrase::kCitation)),
               citation(frame, article, permalink));
  add_citation(html, frame, "cite-bib", "BibTeX", bibtex(frame, article, permalink));
  return html << "</details>";
}

Html list_under(const Frame& frame, const Phrase& heading, const Json& articles) {
  Html html;
  if (articles.empty()) return html;
  html << "<section><h2>";
  html.text(frame.say(heading)) << "</h2>";
  return html << named_articles(frame, articles) << "</section>";
}

Html body_of(const Frame& frame, const ReadArticle& article, std::size_t& number) {
  const Json& html_of = article.marked["html"];
  Html html;
  for (const Json& line : html_of["summary"]) {
    html << "<p class=\"summary\" dir=\"auto\">"
         << numbered(block_text(line.get<std::string>()), number, article.hit) << "</p>";
  }
  html << "<div class=\"body\">";
  for (const Json& line : html_of["body"]) {
    html << "<p dir=\"auto\">" << numbered(block_text(line.get<std::string>()), number, article.hit)
         << "</p>";
  }
  if (html_of["summary"].empty() && html_of["body"].empty()) {
    html << "<p class=\"quiet\">";
    html.text(frame.say(phrase::kNoText)) << "</p>";
  }
  return html << "</div>";
}

Html heading(const Frame& frame, const ReadArticle& article, std::size_t& number) {
  const std::string title = text_in(article.marked["html"], "title");
  Html html;
  html << "<h1 dir=\"auto\">";
  if (title.empty()) {
    html.text(frame.say(phrase::kUntitled));
  } else {
    html << numbered(block_text(title), number, article.hit);
  }
  return html << "</h1>";
}

Json articles_of(const Json& hits) {
  Json articles = Json::array();
  for (const Json& hit : hits) articles.push_back(hit.value("_article", Json::object()));
  return articles;
}

// A search key of visitors may read an article, but not see what is like it.
Json related_to(const Api& api, const Frame& frame, const std::string& id) {
  try {
    return api.get({"indexes", frame.index, "documents", id, "related"}, {{"limit", "8"}});
  } catch (const errors::ApiError& error) {
    if (error.status() != 403) throw;
    return Json::object();
  }
}

}  // namespace

ReadArticle read_article(const Api& api, const Frame& frame, const std::string& id) {
  ReadArticle article;
  article.marked =
      api.get({"indexes", frame.index, "documents", id, "marked"}, {{"q", frame.state.q}});
  article.related = related_to(api, frame, id);
  return article;
}

Html article_view(const Frame& frame, const ReadArticle& article) {
  const Json& known = article.marked["_article"];
  const std::string url = text_in(known, "url");
  std::size_t number = 0;
  Html html;
  html << "<div id=\"results\" class=\"reading\"><article class=\"article\">" << back_link(frame)
       << heading(frame, article, number) << byline(frame, known)
       << hit_links(frame, article.hit, article.marked.value("marks", std::size_t{0}))
       << body_of(frame, article, number);
  if (is_web_address(url)) {
    html << "<p class=\"original\"><a rel=\"noopener noreferrer external\"";
    html.attribute("href", url) << ">";
    html.text(frame.say(phrase::kOriginal)) << "</a></p>";
  }
  html << citations(frame, known, article.permalink) << "</article><aside class=\"beside\">"
       << list_under(frame, phrase::kElsewhere, article.related.value("duplicates", Json::array()))
       << list_under(frame, phrase::kRelated,
                     articles_of(article.related.value("hits", Json::array())));
  return html << "</aside></div>";
}

}  // namespace fihris::server::page
