#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"
#include "fihris/store/settings.h"

namespace fihris {

namespace {

using nlohmann::json;

constexpr std::string_view kSearchable = "searchableAttributes";
constexpr std::string_view kFilterable = "filterableAttributes";
constexpr std::string_view kSortable = "sortableAttributes";
constexpr std::string_view kDisplayed = "displayedAttributes";
constexpr std::string_view kDistinct = "distinctAttribute";
constexpr std::string_view kAttributes = "attributes";
constexpr AttributeType kTypes[] = {AttributeType::kText, AttributeType::kNumber,
                                    AttributeType::kBoolean, AttributeType::kDate};

// Whether a built-in field does this already, or never: then nothing is to be declared.
bool is_settled(std::string_view name, bool Attribute::*use) {
  const FieldSpec* const field = name == "tag" ? find_field(name) : find_json_field(name);
  if (field == nullptr) return false;
  if (use == &Attribute::searchable || field->role == FieldRole::kDate) return true;
  return use == &Attribute::filterable && field->role == FieldRole::kExact;
}

bool is_control(unsigned char byte) { return byte < 0x20 || byte == 0x7F; }

// What can't be the name of an attribute, because nobody could write it in a filter.
std::string fault_of_name(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > kMaxAttributeNameBytes) return "is longer than 200 bytes";
  if (std::any_of(name.begin(), name.end(), is_control)) return "holds a control character";
  if (name.find_first_of(":\"*()") != std::string_view::npos) {
    return "holds one of : \" * ( ), which mean something in filters";
  }
  if (stemmer::trim(name, " ").size() != name.size()) return "begins or ends with a blank";
  if (name.front() == '-' || name.front() == '.' || name.back() == '.') {
    return "begins with - or begins or ends with a full stop";
  }
  return "";
}

// Reads the members of a settings object, each once, into settings.
class Reader {
 public:
  explicit Reader(std::string_view where) : where_(where) {}

  IndexSettings read(const json& object) {
    if (!object.is_object()) fail("must be a JSON object such as {\"filterableAttributes\": []}");
    for (const auto& [name, value] : object.items()) read_member(name, value);
    for (auto& [name, attribute] : attributes_) {
      // Without a use or a property it might as well not be named.
      Attribute unused;
      unused.name = name;
      if (attribute != unused) settings_.attributes.push_back(attribute);
    }
    require_distinct_names();
    return std::move(settings_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::kUsage, std::string(where_) + ": " + what,
                "See docs/settings.md for what may be set; nothing was changed.");
  }

  void read_member(const std::string& name, const json& value) {
    if (name == kSearchable) return mark(name, value, &Attribute::searchable);
    if (name == kFilterable) return mark(name, value, &Attribute::filterable);
    if (name == kSortable) return mark(name, value, &Attribute::sortable);
    if (name == kDisplayed) {
      settings_.displayed = names(name, value);
      if (settings_.displayed == std::vector<std::string>{"*"}) settings_.displayed.clear();
    } else if (name == kDistinct) {
      if (!value.is_null()) settings_.distinct = text(name, value);
    } else if (name == kAttributes) {
      read_attributes(value);
    } else {
      fail("there is no setting \"" + name + "\"; there are " +
           enumerated({kSearchable, kFilterable, kSortable, kDisplayed, kDistinct, kAttributes},
                      "and"));
    }
  }

  std::string text(const std::string& name, const json& value) const {
    if (!value.is_string()) fail("\"" + name + "\" must be text");
    return value.get<std::string>();
  }

  std::vector<std::string> names(const std::string& name, const json& value) const {
    std::vector<std::string> list;
    if (value.is_null()) return list;
    if (!value.is_array()) fail("\"" + name + "\" must be a list of names");
    for (const json& item : value) list.push_back(text(name, item));
    return list;
  }

  // Marks the attributes of a list. Built-in fields may be in it: what they do anyway need not be
  // declared.
  void mark(const std::string& list, const json& value, bool Attribute::*what) {
    for (const std::string& name : names(list, value)) {
      if (name == "*" && what == &Attribute::searchable) {
        settings_.search_all = true;
      } else if (!is_settled(name, what)) {
        attribute(name).*what = true;
      }
    }
  }

  Attribute& attribute(const std::string& name) {
    const std::string fault = fault_of_name(name);
    if (!fault.empty()) fail("the name \"" + printable(name) + "\" of an attribute " + fault);
    if (is_settled(name, &Attribute::sortable)) {
      fail("\"" + name + "\" is a built-in field: what it is can not be set");
    }
    Attribute& each = attributes_[name];
    each.name = name;
    if (attributes_.size() > kMaxAttributes) {
      fail("there are more than " + std::to_string(kMaxAttributes) + " attributes");
    }
    return each;
  }

  static std::string printable(std::string name) {
    std::replace_if(name.begin(), name.end(), is_control, '?');
    return name;
  }

  void read_attributes(const json& value) {
    if (!value.is_object()) fail("\"attributes\" must be an object with a member an attribute");
    for (const auto& [name, members] : value.items()) {
      Attribute& each = attribute(name);
      if (!members.is_object()) fail("\"attributes." + name + "\" must be an object");
      for (const auto& [key, setting] : members.items()) read_attribute(each, key, setting);
    }
  }

  void read_attribute(Attribute& attribute, const std::string& key, const json& value) {
    const std::string where = "attributes." + attribute.name + "." + key;
    if (value.is_null() && (key == "type" || key == "arabicName" || key == "weight")) return;
    if (key == "type") {
      attribute.type = type(where, value);
    } else if (key == "arabicName") {
      attribute.arabic_name = text(where, value);
      const std::string fault = fault_of_name(attribute.arabic_name);
      if (!fault.empty()) fail("\"" + where + "\" " + fault);
    } else if (key == "weight") {
      const bool whole = value.is_number_integer() && value.get<std::int64_t>() >= 1 &&
                         value.get<std::int64_t>() <= kMaxAttributeWeight;
      if (!whole) fail("\"" + where + "\" must be a whole number from 1 to 10");
      attribute.weight = value.get<std::uint32_t>();
    } else {
      fail("an attribute has no \"" + key + "\"; there are type, arabicName and weight");
    }
  }

  AttributeType type(const std::string& where, const json& value) const {
    const std::string name = text(where, value);
    for (const AttributeType type : kTypes) {
      if (name == to_string(type)) return type;
    }
    fail("\"" + where + "\" must be text, number, boolean or date, not \"" + name + "\"");
  }

  // Two attributes must not answer to one name.
  void require_distinct_names() const {
    std::map<std::string, std::string_view> taken;
    for (const Attribute& each : settings_.attributes) {
      for (const std::string& name : {each.name, each.arabic_name}) {
        if (name.empty()) continue;
        if (name == each.arabic_name && find_field(name) != nullptr) {
          fail("\"" + name + "\" is the name of a built-in field already");
        }
        const auto [other, fresh] = taken.emplace(normalize(name), each.name);
        if (!fresh && other->second != each.name) {
          fail("\"" + name + "\" names two attributes, " + std::string(other->second) + " and " +
               each.name);
        }
      }
    }
  }

  std::string_view where_;
  IndexSettings settings_;
  std::map<std::string, Attribute> attributes_;
};

json parse_json(std::string_view text, std::string_view where) {
  try {
    return json::parse(text);
  } catch (const json::exception& error) {
    const auto* parse = dynamic_cast<const json::parse_error*>(&error);
    const std::string at = parse == nullptr ? "" : " at byte " + std::to_string(parse->byte);
    throw Error(ErrorCode::kUsage, std::string(where) + " is not JSON" + at,
                "Look for a missing quote, comma or brace; nothing was changed.");
  }
}

json to_object(const IndexSettings& settings) {
  json object{{kSearchable, json::array()},
              {kFilterable, json::array()},
              {kSortable, json::array()},
              {kDisplayed, settings.displayed.empty() ? json{"*"} : json(settings.displayed)},
              {kDistinct, settings.distinct.empty() ? json() : json(settings.distinct)},
              {kAttributes, json::object()}};
  if (settings.search_all) object[kSearchable].push_back("*");
  for (const Attribute& each : settings.attributes) {
    if (each.searchable) object[kSearchable].push_back(each.name);
    if (each.filterable) object[kFilterable].push_back(each.name);
    if (each.sortable) object[kSortable].push_back(each.name);
    json& own = object[kAttributes][each.name] = json::object();
    if (each.type != AttributeType::kUnknown) own["type"] = to_string(each.type);
    if (!each.arabic_name.empty()) own["arabicName"] = each.arabic_name;
    if (each.weight != 1) own["weight"] = each.weight;
  }
  return object;
}

// "a, b" → ["a","b"]; "" → [].
json list_of(std::string_view text) {
  json list = json::array();
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view name = stemmer::trim(text.substr(0, comma), " ");
    if (!name.empty()) list.push_back(std::string(name));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return list;
}

// The value of an assignment as JSON: a list for lists, a number for weights, else text.
json value_of(std::string_view name, std::string_view text) {
  if (name == kSearchable || name == kFilterable || name == kSortable || name == kDisplayed) {
    return list_of(text);
  }
  if (text.empty() || text == "null") return {};
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == text.npos;
  if (name.ends_with(".weight") && digits && text.size() < 9) return std::stol(std::string(text));
  return std::string(text);
}

}  // namespace

IndexSettings settings_from_json(std::string_view text, std::string_view where) {
  return Reader(where).read(parse_json(text, where));
}

std::string to_json(const IndexSettings& settings) {
  return to_object(settings).dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

IndexSettings with_setting(const IndexSettings& settings, std::string_view assignment) {
  const std::size_t equals = assignment.find('=');
  if (equals == std::string_view::npos) {
    throw Error(ErrorCode::kUsage, "\"" + std::string(assignment) + "\" sets nothing",
                "Write NAME=VALUE, such as filterableAttributes=country,views.");
  }
  const std::string name(stemmer::trim(assignment.substr(0, equals), " "));
  const std::string_view value = stemmer::trim(assignment.substr(equals + 1), " ");
  json object = to_object(settings);
  constexpr std::string_view kInside = "attributes.";
  const std::size_t last = name.rfind('.');
  if (name.starts_with(kInside) && last > kInside.size()) {
    const std::string attribute = name.substr(kInside.size(), last - kInside.size());
    object[kAttributes][attribute][name.substr(last + 1)] = value_of(name, value);
  } else {
    object[name] = value_of(name, value);
  }
  return Reader("the setting " + std::string(assignment)).read(object);
}

}  // namespace fihris
