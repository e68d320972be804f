#include "page/visits.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "errors/api_error.h"
#include "page/article.h"
#include "page/exports.h"
#include "page/layout.h"
#include "page/phrases.h"
#include "page/question.h"
#include "page/results.h"
#include "page/suggestions.h"
#include "page/trend.h"

namespace fihris::server::page {
namespace {

using errors::ApiError;
using http::Request;
using http::Response;

Response searched(Response response, const Frame& frame) {
  response.query = frame.state.q;
  return response;
}

std::size_t hit_number(const Request& request, const Json& marked) {
  const std::string text = value_of(request, "hit");
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, std::max<std::size_t>(1, marked.value("marks", 1U)));
}

std::string article_id(const Request& request) {
  return request.path.size() == 2 ? request.path[1] : value_of(request, "id");
}

// All hits that can be had, whichever page was looked at.
Json exported(const Visit& visit, std::size_t limit, bool snippets) {
  const State first = visit.frame.state.at_page(1);
  Json json = question(first, false);
  json["limit"] = limit;
  json["snippets"] = snippets;
  return visit.api.search(visit.frame.index, json);
}

}  // namespace

std::string value_of(const Request& request, std::string_view name) {
  const std::string* const value = request.parameter(name);
  return value == nullptr ? std::string() : *value;
}

Response html_response(Html html, int status) {
  return {.status = status,
          .content_type = "text/html; charset=utf-8",
          .body = std::move(html).str(),
          .headers = {{"Content-Security-Policy",
                       "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                       "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors "
                       "'none'"},
                      {"Referrer-Policy", "same-origin"},
                      {"X-Frame-Options", "DENY"},
                      {"Cross-Origin-Opener-Policy", "same-origin"},
                      {"Cache-Control", "no-cache"}}};
}

Response search_page(const Visit& visit) {
  const Found found = find(visit.api, visit.frame, false);
  return searched(
      html_response(document(visit.frame, visit.indexes, titled(visit.frame, visit.frame.state.q),
                             results(visit.frame, found))),
      visit.frame);
}

Response fragment(const Visit& visit) {
  const bool typing = value_of(visit.request, "typing") == "1";
  const Found found = find(visit.api, visit.frame, typing);
  return searched(html_response(results(visit.frame, found)), visit.frame);
}

Response suggest(const Visit& visit) { return html_response(suggestions(visit.api, visit.frame)); }

std::string whole_base(const Request& request, const Site& site) {
  return site.address.empty() ? "http://" + request.host : site.address;
}

Response article_page(const Visit& visit) {
  ReadArticle article = read_article(visit.api, visit.frame, article_id(visit.request));
  article.hit = hit_number(visit.request, article.marked);
  article.permalink = whole_base(visit.request, visit.frame.site) + visit.frame.path;
  if (!visit.frame.state.index.empty())
    article.permalink += "?index=" + url_encoded(visit.frame.state.index);
  std::string title = text_in(article.marked["_article"], "title");
  if (title.empty()) title = visit.frame.say(phrase::kUntitled);
  return html_response(document(visit.frame, visit.indexes, titled(visit.frame, title),
                                article_view(visit.frame, article)));
}

Response export_file(const Visit& visit) {
  constexpr std::size_t kMost = 1000;
  const std::string format = value_of(visit.request, "format");
  Frame frame = visit.frame;
  frame.base = whole_base(visit.request, frame.site);
  const Json answer = exported(visit, kMost, false);
  Response response;
  if (format == "jsonl") {
    response = {.content_type = "application/x-ndjson", .body = as_json_lines(answer)};
  } else if (format == "bib") {
    response = {.content_type = "application/x-bibtex; charset=utf-8",
                .body = as_bibtex(frame, answer)};
  } else if (format == "csv") {
    response = {.content_type = "text/csv; charset=utf-8", .body = as_csv(frame, answer)};
  } else {
    throw ApiError("not_found", "There is no such format.");
  }
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"results." + format + "\"");
  return searched(std::move(response), frame);
}

Response feed(const Visit& visit) {
  constexpr std::size_t kItems = 30;
  State newest = visit.frame.state.at_page(1);
  newest.sort = "newest";
  Frame frame = visit.frame.with(newest);
  frame.base = whole_base(visit.request, frame.site);
  const Visit of_newest{visit.request, visit.api, frame, visit.indexes};
  return searched({.content_type = "application/rss+xml; charset=utf-8",
                   .body = as_rss(frame, exported(of_newest, kItems, true))},
                  frame);
}

Response trend_page(const Visit& visit) {
  const std::string title = titled(visit.frame, std::string(visit.frame.say(phrase::kTrend)));
  return searched(html_response(document(visit.frame, visit.indexes, title,
                                         trend_view(visit.api, visit.frame))),
                  visit.frame);
}

}  // namespace fihris::server::page
