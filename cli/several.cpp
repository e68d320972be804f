#include "several.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"

namespace fihris::cli {
namespace {

using Json = nlohmann::ordered_json;

void note_index(Article& article, const std::string& db) {
  Json extra = Json::parse(article.extra, nullptr, false);
  if (!extra.is_object()) extra = Json::object();
  extra["_index"] = repair_utf8(db);
  article.extra = extra.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool found_as_typed(const SearchResults& results) {
  return !results.hits.empty() && !results.corrected;
}

bool comes_before(const Hit& a, const Hit& b, Sort sort) {
  if (sort == Sort::kRelevance) return a.score > b.score;
  // Articles without a date come last either way.
  if (a.article.date.empty() != b.article.date.empty()) return b.article.date.empty();
  return sort == Sort::kDateDescending ? a.article.date > b.article.date
                                       : a.article.date < b.article.date;
}

void add_facets(std::vector<Facet>& to, const std::vector<Facet>& from) {
  for (std::size_t i = 0; i < std::min(to.size(), from.size()); ++i) {
    for (const FacetCount& value : from[i].values) {
      const auto same = std::find_if(to[i].values.begin(), to[i].values.end(),
                                     [&](const auto& each) { return each.value == value.value; });
      if (same == to[i].values.end()) {
        to[i].values.push_back(value);
      } else {
        same->count += value.count;
      }
    }
  }
}

void add_dates(std::vector<DateCount>& to, const std::vector<DateCount>& from) {
  std::map<std::string, std::uint64_t> counts;
  for (const DateCount& date : to) counts[date.period] += date.count;
  for (const DateCount& date : from) counts[date.period] += date.count;
  to.clear();
  for (const auto& [period, count] : counts) to.push_back({period, count});
}

void add(SearchResults& to, SearchResults&& from) {
  std::move(from.hits.begin(), from.hits.end(), std::back_inserter(to.hits));
  to.estimated_total += from.estimated_total;
  to.exhaustive = to.exhaustive && from.exhaustive;
  to.timed_out = to.timed_out || from.timed_out;
  to.facets_exact = to.facets_exact && from.facets_exact;
  to.processing_ms += from.processing_ms;
  add_facets(to.facets, from.facets);
  add_dates(to.date_histogram, from.date_histogram);
}

void order_facets(std::vector<Facet>& facets, std::size_t limit) {
  for (Facet& facet : facets) {
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [](const auto& a, const auto& b) { return a.count > b.count; });
    if (facet.values.size() > limit) facet.values.resize(limit);
  }
}

void cut_page(std::vector<Hit>& hits, std::size_t offset, std::size_t limit) {
  hits.erase(hits.begin(),
             hits.begin() + static_cast<std::ptrdiff_t>(std::min(offset, hits.size())));
  if (hits.size() > limit) hits.resize(limit);
}

}  // namespace

SearchRequest request_of_each(const SearchRequest& request) {
  const bool by_field =
      request.sort != Sort::kRelevance && !(request.sort_by.empty() || request.sort_by == "date");
  if (by_field || !request.then_by.empty()) {
    throw Error(ErrorCode::kUsage, "several indexes are sorted by relevance or by the date only.",
                "Give --db once, or another --sort.");
  }
  SearchRequest each = request;
  each.offset = 0;
  each.limit = request.offset + request.limit;
  return each;
}

SearchResults joined_results(const std::vector<std::string>& dbs,
                             std::vector<SearchResults> answers, const SearchRequest& request) {
  for (std::size_t i = 0; i < answers.size(); ++i) {
    for (Hit& hit : answers[i].hits) note_index(hit.article, dbs[i]);
  }
  if (std::any_of(answers.begin(), answers.end(), found_as_typed))
    std::erase_if(answers, [](const SearchResults& each) { return !found_as_typed(each); });
  SearchResults all = std::move(answers.front());
  for (std::size_t i = 1; i < answers.size(); ++i) add(all, std::move(answers[i]));
  std::stable_sort(all.hits.begin(), all.hits.end(), [&request](const Hit& a, const Hit& b) {
    return comes_before(a, b, request.sort);
  });
  cut_page(all.hits, request.offset, request.limit);
  order_facets(all.facets, request.facet_values);
  all.offset = request.offset;
  all.limit = request.limit;
  if (!all.hits.empty()) all.explanation.reset();
  return all;
}

}  // namespace fihris::cli
