#include "page/results.h"

#include <algorithm>
#include <array>
#include <optional>

#include "errors/api_error.h"
#include "page/facets.h"
#include "page/hits.h"
#include "page/notices.h"
#include "page/periods.h"
#include "page/phrases.h"
#include "page/question.h"

namespace fihris::server::page {
namespace {

using errors::ApiError;

bool is_built_in(const std::string& field) {
  static constexpr std::array<std::string_view, 4> kFields = {"source", "author", "section", "tag"};
  return std::ranges::find(kFields, field) != kFields.end();
}

// Fields to be counted in the main search: those of which a value was chosen are counted without
// it.
Json facet_names(const Frame& frame, bool built_in_only) {
  Json names = Json::array();
  const std::vector<std::string> chosen = chosen_fields(frame.state);
  for (const FacetField& facet : frame.site.facets) {
    const bool apart = std::ranges::find(chosen, facet.field) != chosen.end();
    if (!apart && (!built_in_only || is_built_in(facet.field))) names.push_back(facet.field);
  }
  return names;
}

Json full_question(const Frame& frame, bool typing, bool built_in_only) {
  Json json = question(frame.state, typing);
  json["facets"] = facet_names(frame, built_in_only);
  json["dateHistogram"] = histogram_step(frame.state);
  return json;
}

Json answer_to(const Api& api, const Frame& frame, bool typing) {
  try {
    return api.search(frame.index, full_question(frame, typing, false));
  } catch (const ApiError& error) {
    // Of several indexes not all have the site's own fields.
    if (error.code() != "invalid_search_facets") throw;
    return api.search(frame.index, full_question(frame, typing, true));
  }
}

// What the other values of a field would find, in place of those chosen or with them.
void count_apart(const Api& api, const Frame& frame, const std::string& field, Json& counts) {
  State without = frame.state;
  std::erase_if(without.chosen, [&](const Chosen& chosen) { return chosen.field == field; });
  Json json = counting_question(without);
  json["facets"] = Json::array({field});
  const Json answer = api.search(frame.index, json);
  const Json distribution = answer.value("facetDistribution", Json::object());
  if (distribution.contains(field)) counts[field] = distribution[field];
}

Found find_as_asked(const Api& api, const Frame& frame, bool typing) {
  Found found;
  found.answer = answer_to(api, frame, typing);
  found.counts = found.answer.value("facetDistribution", Json::object());
  for (const std::string& field : chosen_fields(frame.state))
    count_apart(api, frame, field, found.counts);
  return found;
}

// Nothing for filters that the index refuses.
std::optional<Found> find_unless_refused(const Api& api, const Frame& frame, bool typing) {
  try {
    return find_as_asked(api, frame, typing);
  } catch (const ApiError& error) {
    if (!error.code().starts_with("invalid_search_") || !frame.state.has_filters()) throw;
    return std::nullopt;
  }
}

Html sort_links(const Frame& frame) {
  struct Choice {
    std::string_view sort;
    const Phrase& phrase;
  };
  const std::array<Choice, 3> choices = {
      {{"", phrase::kByRelevance}, {"newest", phrase::kNewest}, {"oldest", phrase::kOldest}}};
  // Without a query the newest are the most relevant.
  const bool has_query = !frame.state.q.empty();
  const std::string now = has_query || !frame.state.sort.empty() ? frame.state.sort : "newest";
  Html html;
  html << "<nav class=\"sort\"";
  html.attribute("aria-label", frame.say(phrase::kSort)) << ">";
  for (const Choice& choice : choices) {
    if (choice.sort.empty() && !has_query) continue;
    State other = frame.state.at_page(1);
    other.sort = choice.sort;
    html << "<a";
    html.attribute("href", frame.link(other));
    if (choice.sort == now) html << " aria-current=\"true\"";
    html << ">";
    html.text(frame.say(choice.phrase)) << "</a>";
  }
  return html << "</nav>";
}

Html unread(const Frame& frame, const Found& found) {
  Html html;
  if (!found.unread_dates.empty()) {
    html << "<p class=\"notice\">";
    html.text(frame.say(phrase::kDateNotRead)).isolated(found.unread_dates) << "</p>";
  }
  if (!found.unread_filters) return html;
  html << "<p class=\"notice\">";
  return html.text(frame.say(phrase::kFilterNotRead)) << "</p>";
}

void add_tool(Html& html, const std::string& href, std::string_view text) {
  html << "<li><a rel=\"nofollow\"";
  html.attribute("href", href) << ">";
  html.text(text) << "</a></li>";
}

Html tools(const Frame& frame) {
  Html html;
  State other = frame.state.at_page(1);
  html << "<nav class=\"tools\"><ul>";
  if (const std::string exact = in_this_form(frame.state.q); exact != frame.state.q) {
    other.q = exact;
    add_tool(html, frame.link(other), frame.say(phrase::kExactForm));
  } else if (const std::string all = in_all_forms(frame.state.q); all != frame.state.q) {
    other.q = all;
    add_tool(html, frame.link(other), frame.say(phrase::kAllForms));
  }
  other.q = frame.state.q;
  other.unfolded = !frame.state.unfolded;
  add_tool(html, frame.link(other), frame.say(other.unfolded ? phrase::kUnfold : phrase::kFold));
  if (!frame.state.q.empty()) add_tool(html, frame.link("/trend"), frame.say(phrase::kTrend));
  add_tool(html, frame.link("/rss"), frame.say(phrase::kFollow));
  html << "</ul><p>";
  html.text(frame.say(phrase::kSave)) << ":</p><ul class=\"formats\">";
  add_tool(html, frame.link("/export", {{"format", "csv"}}), "CSV");
  add_tool(html, frame.link("/export", {{"format", "jsonl"}}), "JSONL");
  add_tool(html, frame.link("/export", {{"format", "bib"}}), "BibTeX");
  return html << "</ul></nav>";
}

Html empty_page(const Frame& frame) {
  Html html;
  html << "<section class=\"nothing\"><p>";
  html.text(frame.say(phrase::kNothingHere)) << " <a";
  html.attribute("href", frame.link(frame.state.at_page(1))) << ">";
  return html.text(frame.say(phrase::kFirstPage)) << "</a></p></section>";
}

Html list(const Frame& frame, const Found& found) {
  const bool none = found.answer["hits"].empty();
  Html html;
  html << "<div class=\"list\">";
  if (none) {
    html << (frame.state.page > 1 ? empty_page(frame) : nothing_found(frame, found.answer));
    return html << "</div>";
  }
  const auto reachable = found.answer.value("estimatedTotalHits", std::size_t{0});
  // Articles are read with the words marked that were searched.
  State searched = frame.state;
  if (const auto other = found.answer.find("corrected"); other != found.answer.end())
    searched.q = text_in(*other, "query");
  html << hit_list(frame.with(searched), found.answer) << pager(frame, reachable);
  const bool last = frame.state.page * kHitsPerPage >= reachable;
  if (last && found.answer.value("found", std::size_t{0}) > reachable) {
    html << "<p class=\"notice quiet\">";
    html.text(frame.say(phrase::kLastReachable)) << "</p>";
  }
  return html << "</div>";
}

}  // namespace

Found find(const Api& api, const Frame& frame, bool typing) {
  if (auto found = find_unless_refused(api, frame, typing)) return *std::move(found);
  State state = frame.state.within("", "");
  if (state.has_filters()) {
    if (auto found = find_unless_refused(api, frame.with(state), typing)) {
      found->unread_dates = frame.state.from + " – " + frame.state.to;
      return *std::move(found);
    }
  }
  state.chosen.clear();
  Found found = find_as_asked(api, frame.with(state), typing);
  if (frame.state.chosen.empty()) {
    found.unread_dates = frame.state.from + " – " + frame.state.to;
  } else {
    found.unread_filters = true;
  }
  return found;
}

std::string count_text(const Frame& frame, const Found& found) {
  const auto count = found.answer.value("found", std::uint64_t{0});
  if (count == 0) return std::string(frame.say(phrase::kNothing));
  const bool lists_all = frame.state.q.empty() && !frame.state.has_filters();
  std::string text(frame.say(lists_all ? phrase::kLatestArticles : phrase::kFound));
  if (!found.answer.value("exhaustive", true)) text += frame.say(phrase::kAbout);
  return text + frame.manner().articles(count);
}

Html results(const Frame& frame, const Found& found) {
  Html html;
  html << "<div id=\"results\" class=\"results\"><div class=\"head\"><h1 class=\"count-line\">";
  html.text(count_text(frame, found)) << "</h1>";
  if (!found.answer["hits"].empty()) {
    html << sort_links(frame) << "<a class=\"to-facets\" href=\"#facets\">";
    html.text(frame.say(phrase::kFilters)) << "</a>";
  }
  html << "</div>" << chips(frame) << unread(frame, found) << notices(frame, found.answer)
       << histogram(frame,
                    bars_of(found.answer.value("dateHistogram", Json::array()), frame.manner()))
       << "<div class=\"columns\">" << list(frame, found)
       << "<aside id=\"facets\" class=\"facets\"";
  html.attribute("aria-label", frame.say(phrase::kFilters)) << ">";
  html << facet_lists(frame, found.counts);
  if (!found.answer["hits"].empty()) html << tools(frame);
  return html << "</aside></div></div>";
}

}  // namespace fihris::server::page
