#include "write/article_json.h"

#include <algorithm>
#include <array>

#include "fihris/searcher/writers.h"
#include "fihris/store/fields.h"
#include "write/json_members.h"

namespace fihris::searcher::write {
namespace {

constexpr std::array<std::string_view, 7> kHitNames = {
    "score", "matchTier", "_formatted", "snippets", "scoreParts", "duplicates", "duplicateCount"};

bool is_taken(std::string_view name) {
  return find_json_field(name) != nullptr ||
         std::find(kHitNames.begin(), kHitNames.end(), name) != kHitNames.end();
}

void put_unknown_fields(Json& json, const std::string& extra) {
  if (extra.empty()) return;
  const Json fields = Json::parse(extra, nullptr, false);
  if (!fields.is_object()) return;
  for (const auto& [name, value] : fields.items()) {
    if (!is_taken(name)) json[name] = value;
  }
}

// Whether a text could be taken for HTML when it is read again: a '<' with a name behind it, or
// "&name;". Rather too often than not.
bool looks_like_markup(std::string_view text) {
  constexpr std::size_t kLongestReference = 11;
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = text.find_first_of("<&"); at != text.npos;
       at = text.find_first_of("<&", at + 1)) {
    const std::string_view rest = text.substr(at + 1, kLongestReference);
    if (rest.empty()) return false;
    const bool tag = text[at] == '<' && (is_letter(rest.front()) || rest.front() == '/');
    if (tag || (text[at] == '&' && rest.find(';') != rest.npos)) return true;
  }
  return false;
}

}  // namespace

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json text_or_list(const std::string& text) {
  if (text.find(kTagSeparator) == std::string::npos) return text;
  Json list = Json::array();
  each_value(text, [&list](std::string_view value) { list.push_back(value); });
  return list;
}

Json article_json(const Article& article, bool with_body) {
  Json json;
  for (const FieldSpec& field : kFields) {
    const bool printed = field.always_printed || !is_empty(field, article);
    if (!printed || field.json_name.empty()) continue;
    if (field.role == FieldRole::kBody && !with_body) continue;
    Json& member = json[std::string(field.json_name)];
    if (field.list != nullptr) {
      member = article.*field.list;
    } else {
      const std::string& text = article.*field.text;
      member = field.role == FieldRole::kExact ? text_or_list(text) : Json(text);
    }
  }
  return json;
}

Json chosen_members(const Article& article, const std::vector<std::string>& fields) {
  const auto named = [&fields](std::string_view name) {
    return std::find(fields.begin(), fields.end(), name) != fields.end();
  };
  Json json = article_json(article, named("body"));
  put_unknown_fields(json, article.extra);
  if (fields.empty()) {
    json.erase("path");
  } else if (!named("*")) {
    Json chosen = Json::object();
    for (const auto& [name, value] : json.items()) {
      if (named(name)) chosen[name] = value;
    }
    json = std::move(chosen);
  }
  return json;
}

}  // namespace fihris::searcher::write

namespace fihris {

// An article as JSON. The fields we have no place of our own for come back as they were printed,
// every digit of a number included; so does a date that could not be read as one, and what was
// stored before we had the place. "_markup" is for those who index it again.
std::string to_json(const Article& article) {
  const std::vector<searcher::write::JsonMember> unknown =
      searcher::write::members_of(article.extra);
  searcher::write::Json own = searcher::write::article_json(article, true);
  if (searcher::write::looks_like_markup(article.title) ||
      searcher::write::looks_like_markup(article.summary) ||
      searcher::write::looks_like_markup(article.body)) {
    own["_markup"] = false;
  }
  std::string more;
  for (const searcher::write::JsonMember& member : unknown) {
    const FieldSpec* const field = find_json_field(member.name);
    if (field != nullptr && !is_empty(*field, article)) continue;
    own.erase(member.name);
    more.append(",").append(member.text);
  }
  std::erase(more, '\n');  // JSON has them between values only
  std::string json = searcher::write::dumped(own);
  json.insert(json.size() - 1, more);
  return json;
}

}  // namespace fihris
