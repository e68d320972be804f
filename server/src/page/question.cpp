#include "page/question.h"

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::page {
namespace {

// Signs that would end a value in quotation marks; values are compared without them.
std::string without_quotes(std::string_view value) {
  std::string out;
  stemmer::each_code_point(value, [&out](char32_t c, std::size_t) {
    const bool quote = c == U'"' || c == U'\\' || c == 0xAB || c == 0xBB ||
                       (c >= 0x201C && c <= 0x201F) || c == 0x2033 || c == 0xFF02;
    stemmer::append_utf8(out, quote ? U' ' : c);
  });
  return std::string(stemmer::trim(out, " "));
}

// An end of a range as it was typed, without what would make a range of its own of it.
std::string date_end(const std::string& typed) {
  std::string text = without_quotes(typed);
  for (std::size_t at = text.find(".."); at != std::string::npos; at = text.find(".."))
    text.replace(at, 2, " ");
  return std::string(stemmer::trim(text, " "));
}

Json common(const State& state) {
  Json json = {{"q", state.q},
               {"language", "fihris"},
               {"matchingStrategy", "any"},
               {"fold", !state.unfolded},
               {"filter", filters_of(state)}};
  if (state.as_typed) json["corrections"] = false;
  if (state.sort == "newest") json["sort"] = {"date:desc"};
  if (state.sort == "oldest") json["sort"] = {"date:asc"};
  return json;
}

}  // namespace

std::string date_filter(const State& state) {
  const std::string from = date_end(state.from);
  const std::string to = date_end(state.to);
  if (from.empty() && to.empty()) return "";
  return from == to ? "date:" + from : "date:" + from + ".." + to;
}

std::string field_filter(const State& state, const std::string& field) {
  std::string values;
  std::size_t count = 0;
  for (const Chosen& chosen : state.chosen) {
    if (chosen.field != field) continue;
    values.append(count++ == 0 ? "\"" : " OR \"").append(without_quotes(chosen.value)).append("\"");
  }
  if (count == 0) return "";
  return field + ":" + (count == 1 ? values : "(" + values + ")");
}

std::vector<std::string> chosen_fields(const State& state) {
  std::vector<std::string> fields;
  for (const Chosen& chosen : state.chosen) {
    if (std::ranges::find(fields, chosen.field) == fields.end()) fields.push_back(chosen.field);
  }
  return fields;
}

std::vector<std::string> filters_of(const State& state) {
  std::vector<std::string> filters;
  if (std::string dates = date_filter(state); !dates.empty()) filters.push_back(std::move(dates));
  for (const std::string& field : chosen_fields(state))
    filters.push_back(field_filter(state, field));
  return filters;
}

State with_filters(const State& state, const std::string& q,
                   const std::vector<std::string>& filters) {
  const auto keeps = [&filters](const std::string& filter) {
    return std::ranges::find(filters, filter) != filters.end();
  };
  State other = state.at_page(1);
  other.q = q;
  if (!keeps(date_filter(state))) other.from = other.to = "";
  std::erase_if(other.chosen,
                [&](const Chosen& chosen) { return !keeps(field_filter(state, chosen.field)); });
  return other;
}

Json question(const State& state, bool typing) {
  Json json = common(state);
  json["offset"] = (state.page - 1) * kHitsPerPage;
  json["limit"] = kHitsPerPage;
  json["snippets"] = true;
  if (typing) json["prefixLast"] = true;
  return json;
}

Json counting_question(const State& state) {
  Json json = common(state);
  json["limit"] = 0;
  return json;
}

}  // namespace fihris::server::page
