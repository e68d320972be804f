#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "fihris/searcher/writers.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "text/result_text.h"
#include "write/article_json.h"
#include "write/trace_writer.h"

namespace fihris {
namespace {

using searcher::write::article_json;
using searcher::write::chosen_members;
using searcher::write::dumped;
using searcher::write::Json;
using searcher::write::text_or_list;

void put(Json& json, const char* name, const std::string& value) {
  if (!value.empty()) json[name] = value;
}

void put(Json& json, const char* name, const std::optional<Correction>& correction) {
  if (!correction) return;
  json[name] = {{"query", repair_utf8(correction->query)},
                {"reason", to_string(correction->reason)}};
}

void put(Json& json, const char* name, const std::optional<Explanation>& explanation) {
  if (!explanation) return;
  Json words = Json::array();
  for (const WordReport& word : explanation->words) {
    words.push_back({{"word", repair_utf8(word.word)},
                     {"lemma", word.lemma},
                     {"articles", word.articles},
                     {"functionWord", word.function_word},
                     {"tried", word.tried}});
  }
  Json relaxations = Json::array();
  for (const Relaxation& each : explanation->relaxations) {
    relaxations.push_back({{"kind", to_string(each.kind)},
                           {"part", repair_utf8(each.part)},
                           {"query", repair_utf8(each.query)},
                           {"filters", each.filters},
                           {"articles", each.articles}});
  }
  json[name] = {{"words", std::move(words)}, {"relaxations", std::move(relaxations)}};
}

Json snippet_json(const Snippet& snippet, MarkUnit unit) {
  Json marks = Json::array();
  for (const Span& mark : snippet.marks) {
    marks.push_back(
        {mark_offset(snippet.text, mark.begin, unit), mark_offset(snippet.text, mark.end, unit)});
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

Json ref_json(const ArticleRef& ref) {
  Json json{{"id", ref.id}, {"title", ref.title}};
  if (!ref.source.empty()) json["source"] = text_or_list(ref.source);
  put(json, "date", ref.date);
  put(json, "url", ref.url);
  return json;
}

Json refs_json(const std::vector<ArticleRef>& refs) {
  Json json = Json::array();
  for (const ArticleRef& ref : refs) json.push_back(ref_json(ref));
  return json;
}

void put_duplicates(Json& json, const std::vector<ArticleRef>& duplicates) {
  if (duplicates.empty()) return;
  json["duplicateCount"] = duplicates.size();
  json["duplicates"] = refs_json(duplicates);
}

Json hit_json(const Hit& hit, const SearchResults& results) {
  Json json = chosen_members(hit.article, results.fields);
  json["score"] = hit.score;
  json["matchTier"] = to_string(hit.tier);
  json["_formatted"] = {{"title", to_html(hit.title)},
                        {"snippet", formatted_snippets(hit.snippets)}};
  Json snippets = Json::array();
  if (!hit.title.marks.empty()) snippets.push_back(snippet_json(hit.title, results.mark_unit));
  for (const Snippet& snippet : hit.snippets)
    snippets.push_back(snippet_json(snippet, results.mark_unit));
  json["snippets"] = std::move(snippets);
  if (hit.parts) json["scoreParts"] = searcher::write::parts_json(*hit.parts);
  put_duplicates(json, hit.duplicates);
  return json;
}

// A diagnostic as JSON. Spans point into the query as it was typed, the JSON carries it repaired:
// each ill-formed sequence is one code point.
Json diagnostic_json(const query::Diagnostic& diagnostic, std::string_view query) {
  const auto offset = [query](std::size_t end) {
    return searcher::text::code_points_before(query, end);
  };
  return {{"message", diagnostic.message},
          {"begin", offset(diagnostic.span.begin)},
          {"end", offset(diagnostic.span.end)}};
}

// Facets as JSON. Values are names of members here: article text, so repaired and never twice.
Json facets_json(const SearchResults& results) {
  Json fields = Json::object();
  for (const Facet& facet : results.facets) {
    Json values = Json::object();
    for (const FacetCount& value : facet.values) values[value.value] = value.count;
    fields[facet.field] = std::move(values);
  }
  return fields;
}

Json histogram_json(const SearchResults& results) {
  static constexpr std::array<const char*, 4> kSteps = {"", "year", "month", "day"};
  const char* const step = kSteps[static_cast<std::size_t>(results.histogram)];
  Json dates = Json::array();
  for (const DateCount& date : results.date_histogram) {
    dates.push_back({{step, date.period}, {"count", date.count}});
  }
  return dates;
}

void put_facets(Json& json, const SearchResults& results) {
  const bool has_histogram = results.histogram != Histogram::kNone;
  if (!results.facets.empty()) json["facetDistribution"] = facets_json(results);
  for (const Facet& facet : results.facets) {
    if (facet.stats)
      json["facetStats"][facet.field] = {{"min", facet.stats->min}, {"max", facet.stats->max}};
  }
  if (has_histogram) json["dateHistogram"] = histogram_json(results);
  if (!results.facets.empty() || has_histogram) json["facetsExact"] = results.facets_exact;
}

}  // namespace

std::size_t mark_offset(std::string_view text, std::size_t byte, MarkUnit unit) {
  if (unit == MarkUnit::kBytes) return byte;
  return unit == MarkUnit::kUtf16 ? searcher::text::utf16_units_before(text, byte)
                                  : searcher::text::code_points_before(text, byte);
}

std::string to_json(const SearchResults& results) {
  Json hits = Json::array();
  for (const Hit& hit : results.hits) hits.push_back(hit_json(hit, results));
  Json diagnostics = Json::array();
  for (const query::Diagnostic& diagnostic : results.diagnostics) {
    diagnostics.push_back(diagnostic_json(diagnostic, results.query));
  }
  Json json = {{"query", repair_utf8(results.query)},
               {"hits", std::move(hits)},
               {"offset", results.offset},
               {"limit", results.limit},
               {"estimatedTotalHits", results.estimated_total},
               {"exhaustive", results.exhaustive},
               {"processingTimeMs", results.processing_ms},
               {"diagnostics", std::move(diagnostics)}};
  if (results.timed_out) json["timedOut"] = true;
  if (results.trace) json["explain"] = searcher::write::trace_json(*results.trace, results.query);
  put_facets(json, results);
  put(json, "corrected", results.corrected);
  put(json, "didYouMean", results.did_you_mean);
  put(json, "explanation", results.explanation);
  return dumped(json);
}

std::string to_json(const Suggestions& suggestions) {
  Json list = Json::array();
  for (const Suggestion& suggestion : suggestions.suggestions) {
    Json json{{"text", suggestion.text},
              {"kind", to_string(suggestion.kind)},
              {"count", suggestion.count}};
    put(json, "id", suggestion.id);
    list.push_back(std::move(json));
  }
  return dumped({{"prefix", repair_utf8(suggestions.prefix)},
                 {"suggestions", std::move(list)},
                 {"processingTimeMs", suggestions.processing_ms}});
}

std::string to_json(const Snippet& snippet, MarkUnit unit) {
  Json json = snippet_json(snippet, unit);
  json["_formatted"] = to_html(snippet);
  return dumped(json);
}

std::string to_json(const RelatedArticles& related) {
  Json hits = Json::array();
  for (const Hit& hit : related.hits) {
    Json json = article_json(hit.article, false);
    json["score"] = hit.score;
    put_duplicates(json, hit.duplicates);
    hits.push_back(std::move(json));
  }
  return dumped({{"id", related.id},
                 {"hits", std::move(hits)},
                 {"duplicates", refs_json(related.duplicates)},
                 {"processingTimeMs", related.processing_ms}});
}

}  // namespace fihris
