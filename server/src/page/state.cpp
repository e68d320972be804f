#include "page/state.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace fihris::server::page {
namespace {

constexpr std::size_t kMaxChosen = 50;
constexpr std::size_t kMaxPage = 10'000;
constexpr std::string_view kFacet = "f.";

// The place of a name; `otherwise` for one that is not there.
template <class Enum, std::size_t kCount>
Enum named(const std::string& name, const std::array<std::string_view, kCount>& names,
           Enum otherwise) {
  const auto* const found = std::ranges::find(names, name);
  return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

template <class Enum, std::size_t kCount>
std::string name_of(Enum value, const std::array<std::string_view, kCount>& names) {
  return std::string(names[static_cast<std::size_t>(value)]);
}

std::size_t page_number(const std::string& text) {
  std::size_t number = 1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::clamp<std::size_t>(number, 1, kMaxPage);
}

void read_manner(Manner& manner, const std::string& name, const std::string& value) {
  if (name == "lang") manner.language = named(value, kLanguageNames, manner.language);
  if (name == "digits") manner.digits = named(value, kDigitNames, manner.digits);
  if (name == "months") manner.months = named(value, kMonthNameNames, manner.months);
  if (name == "calendar") manner.hijri = value == "hijri";
  if (name == "theme" && (value == "light" || value == "dark")) manner.theme = value;
}

void read_parameter(State& state, const std::string& name, const std::string& value) {
  read_manner(state.manner, name, value);
  if (name == "index") state.index = value;
  if (name == "q") state.q = value;
  if (name == "from") state.from = value;
  if (name == "to") state.to = value;
  if (name == "page") state.page = page_number(value);
  if (name == "exact") state.as_typed = value == "1";
  if (name == "copies") state.unfolded = value == "1";
  if (name == "sort" && (value == "newest" || value == "oldest")) state.sort = value;
  if (!name.starts_with(kFacet) || name.size() == kFacet.size() || value.empty()) return;
  std::string field = name.substr(kFacet.size());
  if (state.chosen.size() < kMaxChosen && !state.has(field, value))
    state.chosen.push_back({std::move(field), value});
}

void add_manner(Parameters& parameters, const Manner& manner, const Manner& usual) {
  const auto add = [&](const char* name, bool differs, std::string value) {
    if (differs) parameters.emplace_back(name, std::move(value));
  };
  add("lang", manner.language != usual.language, name_of(manner.language, kLanguageNames));
  add("digits", manner.digits != usual.digits, name_of(manner.digits, kDigitNames));
  add("months", manner.months != usual.months, name_of(manner.months, kMonthNameNames));
  add("calendar", manner.hijri != usual.hijri, std::string(kCalendarNames[manner.hijri ? 1 : 0]));
  add("theme", manner.theme != usual.theme, manner.theme);
}

}  // namespace

bool State::has(const std::string& field, const std::string& value) const {
  return std::ranges::find(chosen, Chosen{field, value}) != chosen.end();
}

State State::toggled(const std::string& field, const std::string& value) const {
  State other = at_page(1);
  if (std::erase(other.chosen, Chosen{field, value}) == 0) other.chosen.push_back({field, value});
  return other;
}

State State::within(std::string first, std::string last) const {
  State other = at_page(1);
  other.from = std::move(first);
  other.to = std::move(last);
  return other;
}

State State::at_page(std::size_t number) const {
  State other = *this;
  other.page = number;
  return other;
}

State read_state(const http::Request& request, const Site& site) {
  State state;
  state.manner = site.manner;
  for (const auto& [name, value] : request.parameters) read_parameter(state, name, value);
  return state;
}

Parameters parameters_of(const State& state, const Site& site) {
  Parameters parameters;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) parameters.emplace_back(name, value);
  };
  add("index", state.index);
  add("q", state.q);
  add("from", state.from);
  add("to", state.to);
  for (const Chosen& chosen : state.chosen)
    parameters.emplace_back(std::string(kFacet) + chosen.field, chosen.value);
  add("sort", state.sort);
  add("page", state.page > 1 ? std::to_string(state.page) : "");
  add("exact", state.as_typed ? "1" : "");
  add("copies", state.unfolded ? "1" : "");
  add_manner(parameters, state.manner, site.manner);
  return parameters;
}

std::string address_of(std::string_view path, const State& state, const Site& site,
                       const Parameters& more) {
  std::string address(path);
  Parameters parameters = parameters_of(state, site);
  parameters.insert(parameters.end(), more.begin(), more.end());
  char before = '?';
  for (const auto& [name, value] : parameters) {
    (address += before).append(url_encoded(name)).append(1, '=').append(url_encoded(value));
    before = '&';
  }
  return address;
}

}  // namespace fihris::server::page
