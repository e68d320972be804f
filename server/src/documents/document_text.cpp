#include "documents/document_text.h"

#include <algorithm>

#include "fihris/searcher/writers.h"

namespace fihris::server::documents {
namespace {

// Puts a value where "place.city" says, in objects that are made for it.
void put_at(Json& target, std::string_view path, const Json& value) {
  const std::size_t dot = path.find('.');
  if (dot == std::string_view::npos) {
    target[std::string(path)] = value;
    return;
  }
  Json& inner = target[std::string(path.substr(0, dot))];
  if (inner.is_null()) inner = Json::object();
  if (inner.is_object()) put_at(inner, path.substr(dot + 1), value);
}

}  // namespace

std::string document_of(const Article& article) {
  if (!article.document.empty()) return article.document;
  Article shown = article;
  shown.path.clear();
  Json json = Json::parse(to_json(shown), nullptr, false);
  if (!json.is_object()) return "{}";
  json.erase("_markup");
  return dumped(json);
}

const Json* find_member(const Json& document, std::string_view path) {
  if (!document.is_object()) return nullptr;
  const auto whole = document.find(std::string(path));
  if (whole != document.end()) return &*whole;
  for (std::size_t dot = path.find('.'); dot != path.npos; dot = path.find('.', dot + 1)) {
    const auto outer = document.find(std::string(path.substr(0, dot)));
    if (outer == document.end()) continue;
    if (const Json* const inner = find_member(*outer, path.substr(dot + 1))) return inner;
  }
  return nullptr;
}

Json chosen_members(Json document, const std::vector<std::string>& names) {
  if (std::ranges::find(names, "*") != names.end()) return document;
  Json chosen = Json::object();
  for (const auto& [name, value] : document.items()) {
    for (const std::string& wanted : names) {
      if (wanted == name) {
        chosen[name] = value;
      } else if (wanted.starts_with(name + ".") && value.is_object()) {
        const Json* const inner =
            find_member(value, std::string_view(wanted).substr(name.size() + 1));
        if (inner != nullptr) put_at(chosen, wanted, *inner);
      }
    }
  }
  return chosen;
}

std::string merged(const std::string& document, const std::string& changes) {
  Json json = Json::parse(document, nullptr, false);
  const Json over = Json::parse(changes, nullptr, false);
  if (!json.is_object()) json = Json::object();
  for (const auto& [name, value] : over.items()) json[name] = value;
  return dumped(json);
}

}  // namespace fihris::server::documents
