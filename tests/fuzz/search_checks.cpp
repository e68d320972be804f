#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "checks.h"
#include "fihris/searcher/query.h"
#include "fihris/searcher/writers.h"
#include "fihris/store/error.h"
#include "searcher/search_index.h"
#include "text_checks.h"

namespace fihris::fuzz {
namespace {

Article article(std::string id, std::string title, std::string body, std::string date) {
  Article made = testing::article(std::move(id), std::move(title), std::move(body));
  made.date = std::move(date);
  made.source = "وكالة الأنباء";
  made.tags = {"نفط", "c++"};
  return made;
}

// Words of every kind, some of them marked up, some in no other article.
testing::SearchIndex& index() {
  static testing::SearchIndex made({
      article("a", "وزير الخارجية", "قال وزيرُ الخارجيّة في دمشق إن القواعد الروسية ستبقى.\nوزراء.",
              "2025-12-23"),
      article("b", "نفط وغاز", "نفط-غاز كوفيد-19 والـBBC غزة_الآن أ.ف.ب ١٢٫٥ ديسمبر/ كانون الأول",
              "2024-02-29T18:05:00+03:00"),
      article("c", "", "Elections were running, naïve café U.S.A. Москва 漢字 😀 G20", ""),
      article("d", "مدرسة <b>&\"'", "من في على الذي مدارس المدرسة كِتَابٌ ﷺ e\u0301 x\u200Dy", "2025"),
  });
  return made;
}

void require_spans(const query::Nodes& nodes, std::size_t size);

void require_spans(const query::Node& node, std::size_t size) {
  require(node.span.begin <= node.span.end && node.span.end <= size, "nodes lie inside the query");
  if (const auto* group = std::get_if<query::Group>(&node.value)) {
    require_spans(group->children, size);
  } else if (const auto* required = std::get_if<query::Require>(&node.value)) {
    require_spans(required->child, size);
  } else if (const auto* excluded = std::get_if<query::Exclude>(&node.value)) {
    require_spans(excluded->child, size);
  } else if (const auto* field = std::get_if<query::InField>(&node.value)) {
    require_spans(field->child, size);
  }
}

void require_spans(const query::Nodes& nodes, std::size_t size) {
  require(!nodes.empty() && nodes.size() <= 2 * query::kMaxWords, "nodes have a few children");
  for (const query::Node& node : nodes) require_spans(node, size);
}

void check_parse(std::string_view text, bool full_syntax) {
  const query::Parsed parsed = query::parse_query(text, full_syntax);
  if (parsed.root) require_spans(*parsed.root, text.size());
  for (const query::Diagnostic& diagnostic : parsed.diagnostics) {
    require(diagnostic.span.begin <= diagnostic.span.end && diagnostic.span.end <= text.size(),
            "diagnostics point into the query");
    require(!diagnostic.message.empty(), "diagnostics say something");
  }
}

void require_hit(const Hit& hit) {
  require(index().searcher().get(hit.article.id) == hit.article, "a hit is the stored article");
  require_snippet(hit.article.title, hit.title);
  for (const Snippet& snippet : hit.snippets) {
    const Article& a = hit.article;
    const std::string& field = snippet.field == "title"     ? a.title
                               : snippet.field == "summary" ? a.summary
                                                            : a.body;
    require_snippet(field, snippet);
  }
}

void check_results(const SearchResults& results) {
  require(results.hits.size() <= 4, "an article is found once");
  require(results.estimated_total >= results.hits.size(), "the total counts the hits");
  for (const Hit& hit : results.hits) require_hit(hit);
  const auto json = nlohmann::json::parse(to_json(results));
  require(json.at("hits").size() == results.hits.size(), "results are JSON");
  const std::string terminal = to_terminal(results, TerminalStyle());
  require(terminal.find('\x1b') == std::string::npos, "no escape sequence reaches a terminal");
  require(is_valid_utf8(terminal), "a terminal is given valid UTF-8");
}

void check_search(SearchRequest request) {
  const SearchResults results = index().search(request);
  check_results(results);
  const SearchResults again = index().search(request);
  require(testing::ids_of(again) == testing::ids_of(results), "a query is answered alike again");
  if (request.full_syntax || request.sort != Sort::kRelevance) return;
  const std::vector<RankedId> ranked = index().searcher().rank(request.query, request.limit);
  const bool alike =
      std::equal(ranked.begin(), ranked.end(), results.hits.begin(), results.hits.end(),
                 [](const RankedId& id, const Hit& hit) { return id.id == hit.article.id; });
  require(alike, "rank() ranks as search() does");
}

// A filter may be refused, in words.
void check_filter(std::string_view bytes) {
  SearchRequest request;
  request.query = "نفط";
  request.filters = {std::string(bytes)};
  try {
    check_results(index().search(request));
  } catch (const Error& error) {
    require(error.code() == ErrorCode::kUsage, "a filter that is none is a usage error");
  }
}

}  // namespace

// A huge query is cut to its first words: one way of asking it tells as much as all.
void check_search(std::string_view bytes) {
  constexpr std::size_t kHuge = 20'000;
  SearchRequest request;
  if (bytes.size() > kHuge) {
    check_parse(bytes, true);
    request.query = bytes;
    return check_results(index().search(request));
  }
  request.query = bytes;
  for (const bool full_syntax : {false, true}) {
    check_parse(bytes, full_syntax);
    request.full_syntax = full_syntax;
    request.sort = Sort::kRelevance;
    check_search(request);
    request.sort = Sort::kDateDescending;
    check_search(request);
  }
  check_filter(bytes);
}

}  // namespace fihris::fuzz
