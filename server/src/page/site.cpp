#include "page/site.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "documents/json_text.h"
#include "fihris/store/error.h"
#include "page/html.h"
#include "page/phrases.h"

namespace fihris::server::page {
namespace {

using documents::Json;

constexpr std::size_t kMaxLogoBytes = std::size_t{200} << 10;

[[noreturn]] void refuse(const std::string& name, const std::string& wanted, const Json& value) {
  throw Error(ErrorCode::kUsage,
              "in the settings of the page, `" + name + "` must be " + wanted + ", not " +
                  documents::described(value) + ".",
              "docs/search-page.md lists the settings.");
}

std::string text_at(const std::string& name, const Json& value) {
  if (!value.is_string()) refuse(name, "a text", value);
  return value.get<std::string>();
}

LocalText local_text(const std::string& name, const Json& value) {
  if (value.is_string()) return {value.get<std::string>(), value.get<std::string>()};
  const bool both = value.is_object() && value.contains("ar") && value.contains("en");
  if (!both || value.size() != 2) refuse(name, "a text, or {\"ar\": …, \"en\": …}", value);
  return {text_at(name + ".ar", value["ar"]), text_at(name + ".en", value["en"])};
}

// The chosen one of several names, as its place among them.
template <std::size_t kCount>
std::size_t choice(const std::string& name, const Json& value,
                   const std::array<std::string_view, kCount>& names) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (value == names[i]) return i;
  }
  refuse(name, "one of " + documents::quoted_list(names), value);
}

std::string colour(const std::string& name, const Json& value) {
  const std::string text = value.is_string() ? value.get<std::string>() : "";
  const bool hex = text.size() == 7 && text[0] == '#' &&
                   text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  if (!hex) refuse(name, "a colour like \"#7a1f1f\"", value);
  return text;
}

LocalText usual_name(std::string_view field) {
  const auto both = [](const Phrase& phrase) {
    return LocalText{std::string(phrase.arabic), std::string(phrase.english)};
  };
  if (field == "source") return both(phrase::kSource);
  if (field == "author") return both(phrase::kAuthor);
  if (field == "section") return both(phrase::kSection);
  if (field == "tag") return both(phrase::kTag);
  return {std::string(field), std::string(field)};
}

// "source", or {"field": "country", "name": …}.
FacetField facet_field(const std::string& name, const Json& value) {
  if (value.is_string()) return {value.get<std::string>(), usual_name(value.get<std::string>())};
  const bool whole = value.is_object() && value.contains("field") && value.contains("name");
  if (!whole || value.size() != 2) refuse(name, "a name, or {\"field\": …, \"name\": …}", value);
  return {text_at(name + ".field", value["field"]), local_text(name + ".name", value["name"])};
}

template <class Take>
void each_item(const std::string& name, const Json& value, Take take) {
  if (!value.is_array() || value.size() > 20) refuse(name, "a list of up to 20", value);
  for (std::size_t i = 0; i < value.size(); ++i)
    take(name + "[" + std::to_string(i) + "]", value[i]);
}

Logo read_logo(const Json& value, const std::filesystem::path& folder) {
  static constexpr std::array<std::array<std::string_view, 2>, 5> kTypes = {{
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".webp", "image/webp"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
  }};
  const std::filesystem::path file = folder / text_at("logo", value);
  const std::string ending = file.extension().string();
  const auto* const type =
      std::ranges::find_if(kTypes, [&](const auto& row) { return row[0] == ending; });
  if (type == kTypes.end()) refuse("logo", "the name of a .svg, .png, .webp or .jpg file", value);
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(stream), {}};
  if (bytes.empty() || bytes.size() > kMaxLogoBytes)
    refuse("logo", "a file that can be read, of up to 200 KB", value);
  return {std::string((*type)[1]), std::move(bytes)};
}

std::string web_address(const std::string& name, const Json& value) {
  std::string address = text_at(name, value);
  if (!is_web_address(address)) refuse(name, "an address with http:// or https://", value);
  while (address.ends_with('/')) address.pop_back();
  return address;
}

std::string link_pattern(const Json& value) {
  std::string pattern = text_at("articleLink", value);
  const bool good =
      pattern == "{url}" || (is_web_address(pattern) && pattern.find("{id}") != std::string::npos);
  if (!good) refuse("articleLink", "\"{url}\", or an address with {id} in it", value);
  return pattern;
}

void read_manner(Manner& manner, const std::string& name, const Json& value) {
  if (name == "language")
    manner.language = static_cast<Language>(choice(name, value, kLanguageNames));
  if (name == "digits") manner.digits = static_cast<Digits>(choice(name, value, kDigitNames));
  if (name == "months")
    manner.months = static_cast<MonthNames>(choice(name, value, kMonthNameNames));
  if (name == "calendar") manner.hijri = choice(name, value, kCalendarNames) == 1;
}

void read_member(Site& site, const std::string& name, const Json& value,
                 const std::filesystem::path& folder) {
  static constexpr std::array<std::string_view, 13> kNames = {
      "name",     "logo",   "accent", "accentDark",  "language", "digits", "months",
      "calendar", "facets", "key",    "articleLink", "address",  "indexes"};
  if (std::ranges::find(kNames, name) == kNames.end()) {
    throw Error(ErrorCode::kUsage,
                "the settings of the page have no `" + documents::excerpt(name) + "`.",
                "They may have " + documents::quoted_list(kNames) + ".");
  }
  read_manner(site.manner, name, value);
  if (name == "name") site.name = local_text(name, value);
  if (name == "logo") site.logo = read_logo(value, folder);
  if (name == "accent") site.accent = colour(name, value);
  if (name == "accentDark") site.accent_dark = colour(name, value);
  if (name == "key") site.key = text_at(name, value);
  if (name == "articleLink") site.article_link = link_pattern(value);
  if (name == "address") site.address = web_address(name, value);
  if (name == "indexes") {
    each_item(name, value, [&](const std::string& place, const Json& item) {
      site.indexes.push_back(text_at(place, item));
    });
  }
  if (name != "facets") return;
  site.facets.clear();
  each_item(name, value, [&](const std::string& place, const Json& item) {
    site.facets.push_back(facet_field(place, item));
  });
}

}  // namespace

Site usual_site() {
  Site site;
  site.name = {std::string(phrase::kArchive.arabic), std::string(phrase::kArchive.english)};
  for (const char* const field : {"source", "section", "author", "tag"})
    site.facets.push_back({field, usual_name(field)});
  return site;
}

Site site_of(std::string_view json, const std::filesystem::path& folder) {
  const Json settings = Json::parse(json, nullptr, false);
  if (!settings.is_object()) {
    throw Error(ErrorCode::kUsage, "the settings of the page are no JSON object.",
                "Write {\"name\": \"…\"}; docs/search-page.md lists the settings.");
  }
  Site site = usual_site();
  for (const auto& [name, value] : settings.items()) read_member(site, name, value, folder);
  if (!site.key.empty() && site.indexes.empty())
    refuse("indexes", "there beside `key`: the indexes that everybody may search", nullptr);
  return site;
}

Site read_site(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream) {
    throw Error(ErrorCode::kInputOutput,
                "the settings of the page " + file.string() + " cannot be read.",
                "Name a JSON file with --page.");
  }
  return site_of(text, file.parent_path());
}

}  // namespace fihris::server::page
