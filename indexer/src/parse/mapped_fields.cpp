// What the user says which members hold: JsonFields::take_mapped().
#include <nlohmann/json.hpp>

#include "parse/json_fields.h"

namespace fihris::indexer::parse {
namespace {

using Json = nlohmann::json;

// The value at "content.rendered" below a value whose own name is taken off already; nullptr when
// there is none.
const Json* value_at(const Json& value, std::string_view path) {
  const Json* found = &value;
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    const std::string name(path.substr(0, dot));
    path = dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1);
    if (!found->is_object() || !found->contains(name)) return nullptr;
    found = &(*found)[name];
  }
  return found;
}

}  // namespace

void JsonFields::take_mapped(const FieldMap& map,
                             const std::function<void(const FieldSpec&)>& tidy) {
  const Article given = article_;
  for (const auto& [name, path] : map) {
    const FieldSpec* const field = find_json_field(name);
    if (field != nullptr && take_mapped_member(*field, path, given)) tidy(*field);
  }
}

bool JsonFields::take_mapped_member(const FieldSpec& field, std::string_view path,
                                    const Article& given) {
  // Of ours, one text may be the other's.
  const FieldSpec* const own = find_json_field(path);
  if (own != nullptr && own->text != nullptr && field.text != nullptr) {
    article_.*field.text = given.*own->text;
    const bool is_still_there = article_.*own->text == given.*own->text;
    if (is_still_there && own != &field) (article_.*own->text).clear();
    return true;
  }
  for (auto member = unknown_.begin(); member != unknown_.end(); ++member) {
    const bool whole = member->name == path;
    if (!whole && path.substr(0, member->name.size() + 1) != member->name + '.') continue;
    const Json value = Json::parse(member->raw, nullptr, false);
    const Json* const found =
        whole ? &value : value_at(value, path.substr(member->name.size() + 1));
    if (found == nullptr) continue;
    if (!take_other(field, {member->name, found->dump()})) return false;
    if (whole) unknown_.erase(member);
    return true;
  }
  return false;
}

}  // namespace fihris::indexer::parse
