#include "settings/index_settings.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <vector>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::settings {
namespace {

// Of a group in synonyms.txt (docs/query-language.md).
constexpr std::size_t kMaxMembers = 32;

const Json& all_names() {
  static const Json all = Json::array({"*"});
  return all;
}

// A list of names, with those in patterns of objects, each once.
Json plain_names(const Json& items) {
  std::set<std::string> names;
  for (const Json& item : items) {
    if (item.is_string()) {
      names.insert(item.get<std::string>());
    } else {
      for (const Json& name : item["attributePatterns"]) names.insert(name.get<std::string>());
    }
  }
  return names;
}

// A member of a group on one line: what means something in the file becomes a blank.
std::string member(const std::string& text) {
  std::string cleaned;
  stemmer::each_code_point(text, [&](char32_t c, std::size_t) {
    const bool means_something = c < U' ' || c == U',' || c == U'#' || c == U'\u060C';
    stemmer::append_utf8(cleaned, means_something ? U' ' : c);
  });
  return std::string(stemmer::trim(cleaned, " "));
}

std::string line(const std::vector<std::string>& group) {
  std::string text;
  for (const std::string& each : group) text += (text.empty() ? "" : ", ") + each;
  return text + "\n";
}

}  // namespace

IndexSettings to_index_settings(const Settings& settings) {
  Json own = {{"attributes", settings.value("attributes")},
              {"distinctAttribute", settings.value("distinctAttribute")}};
  if (const Json& displayed = settings.value("displayedAttributes"); displayed != all_names())
    own["displayedAttributes"] = displayed;
  for (const char* const uses :
       {"searchableAttributes", "filterableAttributes", "sortableAttributes"}) {
    if (settings.value(uses) != all_names()) own[uses] = plain_names(settings.value(uses));
  }
  IndexSettings made =
      settings_from_json(own.dump(-1, ' ', false, Json::error_handler_t::replace), "settings");
  made.search_all = settings.value("searchableAttributes") == all_names();
  return made;
}

std::string synonyms_text(const Settings& settings) {
  std::string text;
  std::set<std::set<std::string>> written;
  const auto write = [&](const std::vector<std::string>& group) {
    if (group.size() < 2) return;
    if (written.insert({group.begin(), group.end()}).second) text += line(group);
  };
  for (const auto& [word, others] : settings.value("synonyms").items()) {
    const std::string first = member(word);
    if (first.empty()) continue;
    std::vector<std::string> group = {first};
    for (const Json& other : others) {
      const std::string next = member(other.get_ref<const std::string&>());
      if (next.empty() || std::ranges::find(group, next) != group.end()) continue;
      group.push_back(next);
      if (group.size() < kMaxMembers) continue;
      write(group);
      group.resize(1);
    }
    write(group);
  }
  return text;
}

}  // namespace fihris::server::settings
