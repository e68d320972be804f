#include "page/facets.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "page/phrases.h"

namespace fihris::server::page {
namespace {

constexpr std::size_t kShown = 6;

using Counted = std::pair<std::string, std::uint64_t>;

// What was chosen first, then by frequency.
std::vector<Counted> sorted(const Frame& frame, const std::string& field, const Json& counts) {
  std::vector<Counted> values;
  for (const auto& [value, count] : counts.items())
    values.emplace_back(value, count.is_number_unsigned() ? count.get<std::uint64_t>() : 0);
  for (const Chosen& chosen : frame.state.chosen) {
    if (chosen.field == field && !counts.contains(chosen.value))
      values.emplace_back(chosen.value, 0);
  }
  std::ranges::stable_sort(values, [&](const Counted& a, const Counted& b) {
    const bool first = frame.state.has(field, a.first);
    const bool second = frame.state.has(field, b.first);
    return first != second ? first : a.second > b.second;
  });
  return values;
}

Html value_item(const Frame& frame, const std::string& field, const Counted& value) {
  const bool chosen = frame.state.has(field, value.first);
  Html html;
  html << "<li><a rel=\"nofollow\"";
  html.attribute("href", frame.link(frame.state.toggled(field, value.first)));
  if (chosen) html << " class=\"chosen\"";
  html << "><span class=\"value\" dir=\"auto\">";
  html.text(value.first) << "</span>";
  if (chosen) {
    html << "<span class=\"unseen\">";
    html.text(frame.say(phrase::kChosen)) << "</span>";
  }
  html << " <span class=\"count\">";
  return html.text(frame.manner().number(value.second)) << "</span></a></li>";
}

Html value_list(const Frame& frame, const std::string& field, const std::vector<Counted>& values,
                std::size_t begin, std::size_t end) {
  Html html;
  html << "<ul>";
  for (std::size_t i = begin; i < end; ++i) html << value_item(frame, field, values[i]);
  return html << "</ul>";
}

Html facet_list(const Frame& frame, const FacetField& facet, const Json& counts) {
  const std::vector<Counted> values = sorted(frame, facet.field, counts);
  Html html;
  if (values.empty()) return html;
  const std::size_t shown = values.size() <= kShown + 2 ? values.size() : kShown;
  html << "<section class=\"facet\"><h2>";
  html.text(facet.name.in(frame.manner().language)) << "</h2>";
  html << value_list(frame, facet.field, values, 0, shown);
  if (shown < values.size()) {
    html << "<details><summary>";
    html.text(frame.say(phrase::kMore)) << " <span class=\"count\">";
    html.text(frame.manner().number(values.size() - shown))
        << "</span></summary>" << value_list(frame, facet.field, values, shown, values.size())
        << "</details>";
  }
  return html << "</section>";
}

std::string name_of(const Frame& frame, const std::string& field) {
  for (const FacetField& facet : frame.site.facets) {
    if (facet.field == field) return facet.name.in(frame.manner().language);
  }
  return field;
}

Html chip(const Frame& frame, const State& without, const std::string& name,
          const std::string& value) {
  Html html;
  html << "<li><a class=\"chip\"";
  html.attribute("href", frame.link(without)) << "><span class=\"unseen\">";
  html.text(frame.say(phrase::kRemove)) << "</span><span>";
  html.isolated(name) << ": ";
  html.isolated(value);
  return html << "</span> <span class=\"cross\" aria-hidden=\"true\">×</span></a></li>";
}

// «من مارس 2018 إلى 2019».
std::string dates_text(const Frame& frame) {
  const std::string from = frame.manner().date(frame.state.from);
  const std::string to = frame.manner().date(frame.state.to);
  if (from == to) return from;
  std::string text;
  if (!from.empty()) text.append(frame.say(phrase::kFrom)).append(1, ' ').append(from);
  if (!from.empty() && !to.empty()) text += ' ';
  if (!to.empty()) text.append(frame.say(phrase::kTo)).append(1, ' ').append(to);
  return text;
}

}  // namespace

Html facet_lists(const Frame& frame, const Json& counts) {
  Html html;
  for (const FacetField& facet : frame.site.facets) {
    const auto found = counts.find(facet.field);
    html << facet_list(frame, facet, found == counts.end() ? Json::object() : *found);
  }
  return html;
}

Html chips(const Frame& frame) {
  Html html;
  if (!frame.state.has_filters()) return html;
  html << "<ul class=\"chips\">";
  if (!frame.state.from.empty() || !frame.state.to.empty()) {
    html << chip(frame, frame.state.within("", ""), std::string(frame.say(phrase::kDates)),
                 dates_text(frame));
  }
  for (const Chosen& chosen : frame.state.chosen) {
    html << chip(frame, frame.state.toggled(chosen.field, chosen.value),
                 name_of(frame, chosen.field), chosen.value);
  }
  if (frame.state.chosen.size() > 1) {
    State none = frame.state.within("", "");
    none.chosen.clear();
    html << "<li><a class=\"clear\"";
    html.attribute("href", frame.link(none)) << ">";
    html.text(frame.say(phrase::kClear)) << "</a></li>";
  }
  return html << "</ul>";
}

}  // namespace fihris::server::page
