#include <simdjson.h>

#include <algorithm>
#include <array>
#include <deque>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/internal/attribute_values.h"
#include "fihris/store/internal/other_names.h"

namespace fihris::store {

namespace {

namespace ondemand = simdjson::ondemand;
using Type = ondemand::json_type;
using Kind = AttributeValue::Kind;

// The articles' own limit is 64 (see the readers); this one keeps damaged bytes from the stack.
constexpr int kMaxDepth = 100;

// Members that are no text even where all is searched: what other engines keep places and vectors
// in.
constexpr std::array<std::string_view, 2> kNoText{"_geo", "_vectors"};

// The built-in field that an attribute is named as, or that took the values which stood under the
// name; null for none.
const FieldSpec* built_in(std::string_view name) {
  if (name == "tag") return find_field(name);
  const std::string_view other = field_of_other_name(name);
  if (other.empty()) return find_json_field(name);
  const FieldSpec* const field = find_json_field(other);
  return field->role == FieldRole::kExact ? field : nullptr;
}

std::string_view number_token(ondemand::value& value) {
  return stemmer::trim(value.raw_json_token(), " \t\r\n");
}

// Calls visit(path, value, type) for all members of an object, and of those inside it for which
// visit says so.
class Walk {
 public:
  // Null and empty are told, too: as they are, or with what is empty instead of its items.
  template <class Visit>
  static void members(ondemand::object object, const std::string& path, int depth, Visit& visit) {
    for (auto member : object) {
      std::string_view key;
      ondemand::value value;
      if (member.unescaped_key().get(key)) return;
      std::string inner = path.empty() ? std::string(key) : path + '.' + std::string(key);
      if (!visit.enters(inner)) continue;
      if (member.value().get(value)) return;
      any(value, inner, depth + 1, true, visit);
    }
  }

 private:
  template <class Visit>
  static void any(ondemand::value value, const std::string& path, int depth, bool whole,
                  Visit& visit) {
    Type type{};
    if (depth > kMaxDepth || value.type().get(type)) return;
    bool empty = false;
    if (type == Type::object) {
      ondemand::object object;
      if (value.get_object().get(object) || object.is_empty().get(empty)) return;
      visit.found(path, {Kind::kOther, {}}, {whole, false, whole && empty});
      members(object, path, depth, visit);
    } else if (type == Type::array) {
      ondemand::array array;
      if (value.get_array().get(array) || array.is_empty().get(empty)) return;
      visit.present(path, {whole, false, whole && empty});
      for (auto item : array) {
        ondemand::value each;
        if (item.get(each)) return;
        any(each, path, depth + 1, false, visit);
      }
    } else {
      scalar(value, type, path, whole, visit);
    }
  }

  template <class Visit>
  static void scalar(ondemand::value value, Type type, const std::string& path, bool whole,
                     Visit& visit) {
    std::string_view text;
    bool truth = false;
    if (type == Type::string) {
      if (!value.get_string().get(text)) {
        visit.found(path, {Kind::kText, std::string(text)}, {whole, false, whole && text.empty()});
      }
    } else if (type == Type::number) {
      visit.found(path, {Kind::kNumber, std::string(number_token(value))}, {whole});
    } else if (type == Type::boolean) {
      if (value.get_bool().get(truth)) return;
      visit.found(path, {Kind::kBoolean, truth ? "true" : "false"}, {whole});
    } else {
      visit.present(path, {whole, whole, false});
    }
  }
};

}  // namespace

struct AttributeReader::Impl {
  explicit Impl(FieldTable table)
      : fields(std::move(table)),
        values(fields.own().size()),
        overflow(fields.own().size()),
        presences(fields.own().size()) {}

  // Finds the values of the attributes.
  struct Values {
    Impl& self;
    bool enters(std::string_view path) const { return self.leads_to_attribute(path); }
    void present(std::string_view path, Presence presence) {
      if (const auto i = self.number_of(path)) self.add(*i, presence);
    }
    void found(std::string_view path, AttributeValue value, Presence presence) {
      const auto i = self.number_of(path);
      if (!i) return;
      self.add(*i, presence);
      self.add(*i, std::move(value));
    }
  };

  // Finds the texts of whatever is not searched otherwise.
  struct Others {
    Impl& self;
    static bool enters(std::string_view path) {
      return std::find(kNoText.begin(), kNoText.end(), path) == kNoText.end();
    }
    void present(std::string_view /*path*/, Presence /*presence*/) {}
    void found(std::string_view path, AttributeValue value, Presence /*presence*/) {
      if (value.kind != Kind::kText && value.kind != Kind::kNumber) return;
      const auto i = self.number_of(path);
      if (i && !self.fields.own()[*i].word_prefix.empty()) return;
      const std::string& name = self.others.emplace_back(path);
      self.texts.push_back({name, self.others.emplace_back(std::move(value.text)), nullptr});
    }
  };

  void read(const Article& article) {
    const bool own = !fields.own().empty();
    if (own) walk(article.document.empty() ? article.extra : article.document, Values{*this});
    if (own && article.document.empty()) take_built_in(article);
    for (std::size_t i = 0; i < values.size(); ++i) {
      const FieldSpec& field = fields.own()[i];
      if (field.word_prefix.empty()) continue;
      for (const AttributeValue& value : values[i]) {
        const bool text = value.kind == Kind::kText || value.kind == Kind::kNumber;
        if (text) texts.push_back({field.name, value.text, &field});
      }
    }
    if (!fields.settings().search_all) return;
    add_exact_fields(article);
    walk(article.extra, Others{*this});
  }

  // The fields that are otherwise found by whole values only: who searches for an author's name
  // in everything means the author, too.
  void add_exact_fields(const Article& article) {
    if (is_number(article.id)) texts.push_back({"id", article.id, nullptr});
    for (const FieldSpec& field : kFields) {
      if (field.role != FieldRole::kExact) continue;
      const auto i = number_of(field.json_name);
      if (i && !fields.own()[*i].word_prefix.empty()) continue;
      for (const std::string& text : values_of(field, article)) {
        each_value(text, [&](std::string_view value) {
          texts.push_back({field.json_name, others.emplace_back(value), nullptr});
        });
      }
    }
  }

  // What ends before its end leaves what was found until then.
  template <class Visit>
  void walk(std::string_view text, Visit visit) {
    if (text.empty()) return;
    json.assign(text);
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document;
    ondemand::object object;
    if (parser.iterate(json.data(), json.size(), json.capacity()).get(document) ||
        document.get_object().get(object)) {
      return;
    }
    Walk::members(object, "", 0, visit);
  }

  void take_built_in(const Article& article) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      const FieldSpec* const field = built_in(fields.own()[i].name);
      if (field == nullptr || presences[i].there || is_empty(*field, article)) continue;
      for (const std::string& text : values_of(*field, article)) {
        each_value(text, [&](std::string_view value) {
          add(i, Presence{true});
          add(i, AttributeValue{Kind::kText, std::string(value)});
        });
      }
    }
  }

  // Names of files and addresses are no words that somebody searches for.
  static bool is_number(std::string_view id) {
    return !id.empty() && id.find_first_not_of("0123456789") == id.npos;
  }

  bool leads_to_attribute(std::string_view path) const {
    return std::any_of(fields.own().begin(), fields.own().end(), [path](const FieldSpec& field) {
      return field.name.starts_with(path) &&
             (field.name.size() == path.size() || field.name[path.size()] == '.');
    });
  }

  std::optional<std::size_t> number_of(std::string_view path) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (fields.own()[i].name == path) return i;
    }
    return std::nullopt;
  }

  void add(std::size_t i, const Presence& presence) {
    presences[i].there |= presence.there;
    presences[i].null |= presence.null;
    presences[i].empty |= presence.empty;
  }

  void add(std::size_t i, AttributeValue value) {
    if (values[i].size() < kMaxAttributeValues) {
      values[i].push_back(std::move(value));
    } else {
      overflow[i] = true;
    }
  }

  FieldTable fields;
  std::vector<std::vector<AttributeValue>> values;
  std::vector<bool> overflow;
  std::vector<Presence> presences;
  std::vector<SearchedText> texts;
  std::deque<std::string> others;  // ways and texts that `texts` shows
  ondemand::parser parser;
  std::string json;
};

AttributeReader::AttributeReader(FieldTable fields)
    : impl_(std::make_unique<Impl>(std::move(fields))) {}
AttributeReader::~AttributeReader() = default;
AttributeReader::AttributeReader(AttributeReader&&) noexcept = default;
AttributeReader& AttributeReader::operator=(AttributeReader&&) noexcept = default;

const std::vector<std::vector<AttributeValue>>& AttributeReader::read(const Article& article) {
  for (std::vector<AttributeValue>& values : impl_->values) values.clear();
  impl_->overflow.assign(impl_->values.size(), false);
  impl_->presences.assign(impl_->values.size(), {});
  impl_->texts.clear();
  impl_->others.clear();
  impl_->read(article);
  return impl_->values;
}

bool AttributeReader::overflowed(std::size_t field) const { return impl_->overflow[field]; }
const Presence& AttributeReader::presence(std::size_t field) const {
  return impl_->presences[field];
}
const std::vector<SearchedText>& AttributeReader::searched_texts() const { return impl_->texts; }

}  // namespace fihris::store
