#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "result_text.h"

namespace fihris {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 18> kOwnNames = {
    "id",       "title",   "summary",   "body",       "date",     "source",
    "author",   "section", "url",       "lang",       "path",     "tags",
    "agencies", "score",   "matchTier", "_formatted", "snippets", "extra"};

bool is_own_name(const std::string& name) {
  return std::find(kOwnNames.begin(), kOwnNames.end(), name) != kOwnNames.end();
}

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

void put(Json& json, const char* name, const std::vector<std::string>& values) {
  if (!values.empty()) json[name] = values;
}

// The fields we have no place of our own for come back as they were given.
void put_unknown_fields(Json& json, const std::string& extra) {
  if (extra.empty()) return;
  const Json fields = Json::parse(extra, nullptr, false);
  if (!fields.is_object()) return;
  for (const auto& [name, value] : fields.items()) {
    if (!is_own_name(name)) json[name] = value;
  }
}

Json article_json(const Article& article, bool with_body) {
  Json json;
  json["id"] = article.id;
  json["title"] = article.title;
  put(json, "summary", article.summary);
  if (with_body) json["body"] = article.body;
  json["url"] = article.url;
  json["date"] = article.date;
  json["source"] = article.source;
  put(json, "author", article.author);
  put(json, "section", article.section);
  put(json, "lang", article.lang);
  put(json, "path", article.path);
  put(json, "tags", article.tags);
  put(json, "agencies", article.agencies);
  put_unknown_fields(json, article.extra);
  return json;
}

Json snippet_json(const Snippet& snippet) {
  Json marks = Json::array();
  for (const Span& mark : snippet.marks) {
    marks.push_back({internal::code_points(snippet.text, mark.begin),
                     internal::code_points(snippet.text, mark.end)});
  }
  return {{"field", snippet.field},
          {"text", snippet.text},
          {"marks", std::move(marks)},
          {"cutBefore", snippet.cut_before},
          {"cutAfter", snippet.cut_after}};
}

std::string formatted_snippets(const std::vector<Snippet>& snippets) {
  std::string html;
  for (const Snippet& snippet : snippets) {
    if (!html.empty()) html += ' ';
    html += to_html(snippet);
  }
  return html;
}

Json hit_json(const Hit& hit) {
  Json json = article_json(hit.article, false);
  json["score"] = hit.score;
  json["matchTier"] = to_string(hit.tier);
  json["_formatted"] = {{"title", to_html(hit.title)},
                        {"snippet", formatted_snippets(hit.snippets)}};
  Json snippets = Json::array();
  if (!hit.title.marks.empty()) snippets.push_back(snippet_json(hit.title));
  for (const Snippet& snippet : hit.snippets) snippets.push_back(snippet_json(snippet));
  json["snippets"] = std::move(snippets);
  return json;
}

// Spans point into the query as it was typed, the JSON carries it repaired: each ill-formed
// sequence is one code point.
Json diagnostic_json(const query::Diagnostic& diagnostic, std::string_view query) {
  const auto offset = [query](std::size_t end) {
    const std::string before = repair_utf8(query.substr(0, end));
    return internal::code_points(before, before.size());
  };
  return {{"message", diagnostic.message},
          {"begin", offset(diagnostic.span.begin)},
          {"end", offset(diagnostic.span.end)}};
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string_view to_string(MatchTier tier) {
  static constexpr std::array<std::string_view, 4> kNames = {"exact", "form", "lemma", "family"};
  return kNames[static_cast<std::size_t>(tier)];
}

std::string to_json(const SearchResults& results) {
  Json hits = Json::array();
  for (const Hit& hit : results.hits) hits.push_back(hit_json(hit));
  Json diagnostics = Json::array();
  for (const query::Diagnostic& diagnostic : results.diagnostics) {
    diagnostics.push_back(diagnostic_json(diagnostic, results.query));
  }
  return dumped({{"query", repair_utf8(results.query)},
                 {"hits", std::move(hits)},
                 {"offset", results.offset},
                 {"limit", results.limit},
                 {"estimatedTotalHits", results.estimated_total},
                 {"exhaustive", results.exhaustive},
                 {"processingTimeMs", results.processing_ms},
                 {"diagnostics", std::move(diagnostics)}});
}

std::string to_json(const Article& article) { return dumped(article_json(article, true)); }

}  // namespace fihris
