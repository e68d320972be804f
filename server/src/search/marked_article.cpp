#include "search/marked_article.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "fihris/searcher/writers.h"
#include "search/hit_json.h"

namespace fihris::server::search {
namespace {

// A paragraph, and the field that it is of.
struct Paragraph {
  const char* field;
  std::string_view text;
};

void add_lines(std::vector<Paragraph>& paragraphs, const char* field, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) paragraphs.push_back({field, text.substr(0, end)});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::vector<Paragraph> paragraphs_of(const Article& article, const IndexView& view) {
  std::vector<Paragraph> paragraphs;
  if (!article.title.empty() && covers(view.displayed, "title"))
    paragraphs.push_back({"title", article.title});
  if (covers(view.displayed, "summary")) add_lines(paragraphs, "summary", article.summary);
  if (covers(view.displayed, "body")) add_lines(paragraphs, "body", article.body);
  return paragraphs;
}

std::vector<std::vector<Span>> marks_of(const std::vector<Paragraph>& paragraphs,
                                        const std::string& query, Searcher& searcher) {
  if (query.empty()) return std::vector<std::vector<Span>>(paragraphs.size());
  SearchRequest request;
  request.query = query;
  std::vector<std::string_view> texts;
  for (const Paragraph& paragraph : paragraphs) texts.push_back(paragraph.text);
  return searcher.mark(request, texts);
}

}  // namespace

Json marked_article(const Article& article, const std::string& query, const IndexView& view,
                    Searcher& searcher) {
  const std::vector<Paragraph> paragraphs = paragraphs_of(article, view);
  const std::vector<std::vector<Span>> marks = marks_of(paragraphs, query, searcher);
  Json html = {{"title", ""}, {"summary", Json::array()}, {"body", Json::array()}};
  std::size_t count = 0;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const std::string_view field = paragraphs[i].field;
    std::string text = to_html({paragraphs[i].field, std::string(paragraphs[i].text), marks[i]});
    count += marks[i].size();
    if (field == "title") {
      html["title"] = std::move(text);
    } else {
      html[paragraphs[i].field].push_back(std::move(text));
    }
  }
  return {{"_article", article_json(article, view)}, {"html", std::move(html)}, {"marks", count}};
}

}  // namespace fihris::server::search
