#include "search/hit_json.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "documents/document_text.h"
#include "fihris/searcher/writers.h"
#include "fihris/store/fields.h"
#include "search/formatted.h"

namespace fihris::server::search {
namespace {

// A score at which a hit counts as half of a perfect one. Articles with every word of the query
// have scores above 1: they come to .8 and more.
constexpr double kHalfScore = .25;

std::vector<std::string> names_or_all(const std::optional<Names>& names) {
  return names ? *names : std::vector<std::string>{"*"};
}

// What is formatted: what is retrieved, and what is asked to be formatted.
Json formatted_members(const Json& shown, const SearchQuery& query, const Formatting& formatting) {
  std::vector<std::string> names = names_or_all(query.attributes_to_retrieve);
  for (std::string& name : formatting.named()) names.push_back(std::move(name));
  return documents::chosen_members(shown, names);
}

std::vector<std::vector<Span>> marks_in(const std::vector<Leaf>& leaves,
                                        const SearchRequest& request, Searcher& searcher) {
  std::vector<std::string_view> texts;
  texts.reserve(leaves.size());
  for (const Leaf& leaf : leaves) texts.emplace_back(leaf.text);
  return searcher.mark(request, texts);
}

MarkUnit unit_called(std::string_view name) {
  if (name == "bytes") return MarkUnit::kBytes;
  return name == "utf16" ? MarkUnit::kUtf16 : MarkUnit::kCodePoints;
}

// Our own pieces of a text: with ranges, and as HTML that is safe to paste.
Json snippet_json(const Snippet& snippet, MarkUnit unit) {
  Json marks = Json::array();
  for (const Span& mark : snippet.marks) {
    marks.push_back(
        {mark_offset(snippet.text, mark.begin, unit), mark_offset(snippet.text, mark.end, unit)});
  }
  return {{"field", snippet.field},
          {"text", snippet.text},
          {"marks", std::move(marks)},
          {"html", to_html(snippet)}};
}

// Pieces of what the index displays and the query retrieves.
void put_snippets(Json& json, const Hit& hit, const SearchQuery& query, const IndexView& view) {
  const std::vector<std::string> retrieved = names_or_all(query.attributes_to_retrieve);
  const auto is_shown = [&](const Snippet& snippet) {
    return !snippet.text.empty() && covers(view.displayed, snippet.field) &&
           covers(retrieved, snippet.field);
  };
  const MarkUnit unit = unit_called(query.mark_unit);
  Json snippets = Json::array();
  if (is_shown(hit.title)) snippets.push_back(snippet_json(hit.title, unit));
  for (const Snippet& snippet : hit.snippets) {
    if (is_shown(snippet)) snippets.push_back(snippet_json(snippet, unit));
  }
  json["snippets"] = std::move(snippets);
}

// What the protocol does not have.
void put_own_members(Json& json, const Hit& hit, const SearchQuery& query, const IndexView& view) {
  if (query.snippets || query.language == "fihris")
    json["_article"] = article_json(hit.article, view);
  if (query.snippets) put_snippets(json, hit, query, view);
  if (query.fold) json["duplicates"] = refs_json(hit.duplicates);
  if (query.snippets || query.fold || query.explain || query.language == "fihris")
    json["matchTier"] = to_string(hit.tier);
  if (!query.explain) return;
  json["score"] = hit.score;
  if (!hit.parts) return;
  const ScoreParts& parts = *hit.parts;
  json["scoreParts"] = {{"firstPass", parts.first_pass},
                        {"exact", parts.exact},
                        {"window", parts.window},
                        {"adjacent", parts.adjacent},
                        {"quoted", parts.quoted},
                        {"title", parts.title},
                        {"lead", parts.lead},
                        {"family", parts.family}};
}

// Clients expect the names of the protocol's ranking rules. Here one formula decides: its value
// stands for each.
Json score_details(const Hit& hit, bool has_words) {
  Json details = Json::object();
  for (const char* const rule : {"words", "typo", "proximity", "attribute", "exactness"})
    details[rule] = {{"order", details.size()}, {"score", ranking_score(hit, has_words)}};
  return details;
}

}  // namespace

double ranking_score(const Hit& hit, bool has_words) {
  return has_words ? hit.score / (hit.score + kHalfScore) : 1;
}

Json article_json(const Article& article, const IndexView& view) {
  Json json = {{"id", article.id}};
  const auto put = [&](const char* name, const std::string& value) {
    if (!value.empty() && covers(view.displayed, name)) json[name] = value;
  };
  const auto put_values = [&](const char* name, const std::string& joined) {
    if (joined.empty() || !covers(view.displayed, name)) return;
    each_value(joined, [&](std::string_view value) { json[name].push_back(value); });
  };
  put("title", article.title);
  put("date", article.date);
  put_values("source", article.source);
  put_values("author", article.author);
  put_values("section", article.section);
  put("url", article.url);
  if (!article.tags.empty() && covers(view.displayed, "tags")) json["tags"] = article.tags;
  return json;
}

Json refs_json(const std::vector<ArticleRef>& refs) {
  Json json = Json::array();
  for (const ArticleRef& ref : refs) {
    json.push_back({{"id", ref.id},
                    {"title", ref.title},
                    {"source", shown_values(ref.source)},
                    {"date", ref.date},
                    {"url", ref.url}});
  }
  return json;
}

Json displayed(Json document, const IndexView& view) {
  return documents::chosen_members(std::move(document), view.displayed);
}

std::vector<Json> hits_json(const SearchQuery& query, const IndexView& view,
                            const SearchRequest& request, const SearchResults& results,
                            Searcher& searcher) {
  const Formatting formatting(query);
  const bool has_words = !query.q.empty();
  SearchRequest marked = request;
  if (results.corrected) marked.query = results.corrected->query;
  std::vector<Json> hits;
  for (const Hit& hit : results.hits) {
    const Json shown =
        displayed(Json::parse(documents::document_of(hit.article), nullptr, false), view);
    Json json = documents::chosen_members(shown, names_or_all(query.attributes_to_retrieve));
    if (formatting.wanted()) {
      const Json members = formatted_members(shown, query, formatting);
      const std::vector<Leaf> leaves = leaves_of(members);
      json["_formatted"] =
          formatted(members, marks_in(leaves, marked, searcher), formatting, query);
    }
    if (query.show_matches_position) {
      const std::vector<Leaf> leaves = leaves_of(shown);
      json["_matchesPosition"] = positions(leaves, marks_in(leaves, marked, searcher));
    }
    if (query.show_ranking_score) json["_rankingScore"] = ranking_score(hit, has_words);
    if (query.show_ranking_score_details)
      json["_rankingScoreDetails"] = score_details(hit, has_words);
    if (query.retrieve_vectors) json["_vectors"] = Json::object();
    put_own_members(json, hit, query, view);
    hits.push_back(std::move(json));
  }
  return hits;
}

}  // namespace fihris::server::search
