#include "page/exports.h"

#include <array>
#include <cstdio>
#include <ctime>

#include "page/citation.h"
#include "page/layout.h"
#include "page/phrases.h"

namespace fihris::server::page {
namespace {

// A cell that spreadsheets take neither for several nor for a formula.
std::string cell(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, "'");
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

Json article_in(const Json& hit) { return hit.value("_article", Json::object()); }

std::string address_of_article(const Frame& frame, const Json& article) {
  const std::string url = text_in(article, "url");
  if (is_web_address(url)) return url;
  State plain;
  plain.index = frame.state.index;
  return frame.with(plain).article(text_in(article, "id"), url);
}

// "Tue, 05 Mar 2018 00:00:00 GMT" of an ISO 8601 day; empty for none.
std::string mail_date(const std::string& iso) {
  std::tm time{};
  if (std::sscanf(iso.c_str(), "%4d-%2d-%2d", &time.tm_year, &time.tm_mon, &time.tm_mday) != 3)
    return "";
  time.tm_year -= 1900;
  time.tm_mon -= 1;
  if (::timegm(&time) == -1) return "";
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), "%a, %d %b %Y 00:00:00 GMT", &time);
  return text.data();
}

template <std::size_t kBegin, std::size_t kEnd>
void add_element(Html& xml, const char (&begin)[kBegin], std::string_view text,
                 const char (&end)[kEnd]) {
  if (text.empty()) return;
  xml << begin;
  xml.text(text) << end;
}

std::string first_passage(const Json& hit) {
  for (const Json& snippet : hit.value("snippets", Json::array())) {
    if (text_in(snippet, "field") != "title") return text_in(snippet, "text");
  }
  return "";
}

Html feed_item(const Frame& frame, const Json& hit) {
  const Json article = article_in(hit);
  const std::string title = text_in(article, "title");
  Html xml;
  xml << "<item>";
  add_element(xml, "<title>", title.empty() ? frame.say(phrase::kUntitled) : title, "</title>");
  add_element(xml, "<link>", address_of_article(frame, article), "</link>");
  add_element(xml, "<guid isPermaLink=\"false\">", text_in(article, "id"), "</guid>");
  add_element(xml, "<pubDate>", mail_date(text_in(article, "date")), "</pubDate>");
  add_element(xml, "<category>", joined(frame, article, "source"), "</category>");
  add_element(xml, "<description>", first_passage(hit), "</description>");
  return xml << "</item>";
}

}  // namespace

std::string as_json_lines(const Json& answer) {
  std::string lines;
  for (Json hit : answer["hits"]) {
    for (const char* const added : {"_article", "snippets", "duplicates", "matchTier"})
      hit.erase(added);
    lines += documents::dumped(hit) + '\n';
  }
  return lines;
}

std::string as_csv(const Frame& frame, const Json& answer) {
  std::string csv = "\xEF\xBB\xBFid,title,date,source,author,section,url\r\n";
  for (const Json& hit : answer["hits"]) {
    const Json article = article_in(hit);
    csv += cell(text_in(article, "id"));
    for (const char* const name : {"title", "date", "source", "author", "section"})
      csv += ',' + cell(joined(frame, article, name));
    csv += ',' + cell(address_of_article(frame, article)) + "\r\n";
  }
  return csv;
}

std::string as_bibtex(const Frame& frame, const Json& answer) {
  std::string text;
  for (const Json& hit : answer["hits"]) {
    const Json article = article_in(hit);
    text += bibtex(frame, article, address_of_article(frame, article)) + '\n';
  }
  return text;
}

std::string as_rss(const Frame& frame, const Json& answer) {
  Html xml;
  xml << "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<rss version=\"2.0\"><channel>";
  add_element(xml, "<title>", titled(frame, frame.state.q), "</title>");
  add_element(xml, "<link>", frame.link(frame.state), "</link>");
  add_element(xml, "<description>", titled(frame, frame.state.q), "</description>");
  for (const Json& hit : answer["hits"]) xml << feed_item(frame, hit);
  xml << "</channel></rss>\n";
  return std::move(xml).str();
}

}  // namespace fihris::server::page
