#include "parse/json_fields.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "dates/dates.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/internal/other_names.h"
#include "parse/tag_text.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {
namespace {

namespace ondemand = simdjson::ondemand;
using Json = nlohmann::json;

std::string joined_lines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) {
    if (!lines.empty()) lines += '\n';
    lines += text;
  }
  return lines;
}

// What is read holds no separator of its own.
std::string as_values(std::vector<std::string> texts) {
  for (std::string& text : texts) std::replace(text.begin(), text.end(), kTagSeparator, ' ');
  return joined_values(texts);
}

std::string wrong_type(const FieldSpec& field, const ValueTexts& found) {
  const std::string_view wanted = field.role == FieldRole::kId ? "text or a number"
                                  : field.list != nullptr      ? "a list of texts"
                                                               : "text";
  const std::string_view kind = !found.wrong.empty() ? found.wrong
                                : found.is_list      ? "a list"
                                                     : "a number";
  return '"' + std::string(field.json_name) + "\" must be " + std::string(wanted) + ", not " +
         std::string(kind) + "; correct the field";
}

// A text short enough for a message.
std::string shortened(std::string_view text) {
  constexpr std::size_t kMostBytes = 80;
  if (text.size() <= kMostBytes) return std::string(text);
  return std::string(text.substr(0, stemmer::boundary_before(text, kMostBytes))) + "…";
}

// A value as it can be stored: a number that no program can hold as text, all else as it is.
std::string storable(std::string_view raw) {
  const bool huge = is_json_number(raw) && !Json::accept(raw);
  return huge ? '"' + std::string(raw) + '"' : std::string(raw);
}

// Whether a summary is how the body begins, as excerpts are that a program made. Its words would
// count twice.
bool repeats_body(const Article& article) {
  const std::size_t enough = 2 * article.summary.size() + 200;
  const std::string_view body = article.body;
  const std::string opening = text::phrase_key(
      body.size() > enough ? body.substr(0, stemmer::boundary_before(body, enough)) : body);
  const std::string summary = text::phrase_key(article.summary);
  return !opening.empty() && (opening.starts_with(summary) || summary.starts_with(opening));
}

}  // namespace

std::string JsonFields::read(ondemand::object object) {
  for (auto field : object) {
    std::string_view name;
    Value value;
    if (!succeeded(field.unescaped_key().get(name)) || !succeeded(field.value().get(value))) break;
    // The name lives in a buffer that the value's own strings move on.
    read_member(std::string(name), value);
    if (failed_ || !wrong_.empty()) break;
  }
  return wrong_;
}

bool JsonFields::succeeded(simdjson::error_code error) {
  failed_ = failed_ || error != simdjson::SUCCESS;
  return !failed_;
}

void JsonFields::read_member(const std::string& name, Value value) {
  Type type{};
  if (!succeeded(value.type().get(type))) return;
  const FieldSpec* const field = find_json_field(name);
  if (field != nullptr) {
    has_text_ = has_text_ || field->role == FieldRole::kTitle || field->role == FieldRole::kBody;
    return read_field(*field, value, type);
  }
  keep_unknown(name, value, type);
  if (name != store::kMarkupMember || unknown_.empty()) return;
  may_be_markup_ = unknown_.back().raw != "false";
  unknown_.pop_back();
}

void JsonFields::read_field(const FieldSpec& field, Value value, Type type) {
  std::string_view raw;
  ValueTexts found;
  if (type == Type::array || type == Type::object) {
    found = read_nested(field.json_name, value, raw);
  } else {
    raw = text::trim(value.raw_json_token());
    found = read_scalar(value, type);
  }
  const bool given_elsewhere = any_shape_ && field.role == FieldRole::kId;
  if (failed_ || !wrong_.empty() || given_elsewhere || take(field, found)) return;
  if (any_shape_ || field.role == FieldRole::kDate ||
      (field.role == FieldRole::kExact && field.text != nullptr)) {
    keep_unused(field, found, raw);
  } else {
    wrong_ = wrong_type(field, found);
  }
}

ValueTexts JsonFields::read_scalar(Value value, Type type) {
  ValueTexts found;
  std::string_view text;
  bool is_set = false;
  if (type == Type::string) {
    if (succeeded(value.get_string().get(text))) found.texts.emplace_back(text);
  } else if (type == Type::number) {
    // As printed, so that no digit of a long one is lost.
    text = text::trim(value.raw_json_token());
    failed_ = failed_ || !is_json_number(text);
    found.texts.emplace_back(text);
    found.has_number = true;
  } else if (type == Type::boolean) {
    found.wrong = "true or false";
    succeeded(value.get_bool().get(is_set));
  } else if (succeeded(value.is_null().get(is_set))) {
    failed_ = !is_set;
  }
  return found;
}

ValueTexts JsonFields::read_nested(std::string_view name, Value value, std::string_view& raw) {
  if (!succeeded(simdjson::to_json_string(value).get(raw))) return {};
  raw = text::trim(raw);
  check(name, raw);
  return failed_ || !wrong_.empty() ? ValueTexts() : texts_of(Json::parse(raw));
}

// Gives a field what was found for it. False when that is nothing the field can hold.
bool JsonFields::take(const FieldSpec& field, ValueTexts& found) {
  if (!found.wrong.empty()) return false;
  if (field.role == FieldRole::kDate) return take_date(found);
  if (field.list == &Article::tags) {
    article_.tags =
        tidy_tags(found.is_list || found.texts.empty() ? found.texts : split_tags(found.texts[0]));
    return true;
  }
  if (field.list != nullptr) {
    article_.*field.list = text::distinct(found.texts);
    return true;
  }
  // The number of an author or a section is the name of neither.
  if (found.has_number && field.role != FieldRole::kId && !any_shape_) return false;
  const bool has_lines = field.role == FieldRole::kBody || field.role == FieldRole::kText ||
                         (any_shape_ && field.role == FieldRole::kTitle);
  if (found.texts.empty() && !found.is_list) return true;
  if (field.role == FieldRole::kExact) {
    article_.*field.text = as_values(std::move(found.texts));
  } else if (found.is_list && has_lines) {
    article_.*field.text = joined_lines(found.texts);
  } else if (!found.is_list) {
    article_.*field.text = std::move(found.texts.front());
  } else {
    return false;
  }
  return true;
}

bool JsonFields::take_date(const ValueTexts& dates) {
  bool given = false;
  for (const std::string& text : dates.texts) {
    if (auto date = dates::stated_date(text)) {
      article_.date = *std::move(date);
      return true;
    }
    given = given || !text::trim(text).empty();
  }
  return !given;
}

// Keeps what a field cannot hold under its name, to be given back.
void JsonFields::keep_unused(const FieldSpec& field, const ValueTexts& found,
                             std::string_view raw) {
  unknown_.push_back({std::string(field.json_name), storable(raw)});
  if (field.role != FieldRole::kDate) return;
  unusable_date_ = shortened(found.texts.empty() ? raw : std::string_view(found.texts.front()));
}

void JsonFields::keep_unknown(const std::string& name, Value value, Type type) {
  std::string_view raw;
  if (!succeeded(simdjson::to_json_string(value).get(raw))) return;
  raw = text::trim(raw);
  if (type == Type::string) {
    std::string_view text;
    if (!succeeded(value.get_string().get(text))) return;
  } else if (type == Type::number) {
    failed_ = failed_ || !is_json_number(raw);
  } else {
    check(name, raw);
  }
  unknown_.push_back({name, storable(raw)});
}

// simdjson steps over what nobody reads without a full check; what is stored must be JSON, and such
// as whoever prints it can hold.
void JsonFields::check(std::string_view name, std::string_view raw) {
  const std::string member = '"' + std::string(name) + '"';
  if (is_too_deep(raw)) {
    wrong_ = member + " is nested more than " + std::to_string(kMaxJsonDepth) + " deep; flatten it";
    return;
  }
  if (Json::accept(raw)) return;
  try {
    const Json never = Json::parse(raw);  // its exception says what is wrong
  } catch (const Json::out_of_range&) {
    wrong_ = member + " holds a number that is too large; write it as text";
  } catch (const Json::exception&) {
    failed_ = true;
  }
}

std::string JsonFields::take_wrapped() {
  if (has_text_) return {};
  const auto wrapping = std::find_if(unknown_.begin(), unknown_.end(), [](const Member& member) {
    return member.name == store::kWrappingMember && member.raw.starts_with('{');
  });
  if (wrapping == unknown_.end()) return {};
  std::string object = std::move(wrapping->raw);
  unknown_.erase(wrapping);
  return object;
}

void JsonFields::take_other_names(const std::function<void(const FieldSpec&)>& tidy) {
  for (const store::OtherName& other : store::kOtherNames) {
    if (unknown_.empty()) return;
    const FieldSpec& field = *find_json_field(other.field);
    if (!is_empty(field, article_)) continue;
    const auto member = std::find_if(unknown_.begin(), unknown_.end(),
                                     [&](const Member& each) { return each.name == other.member; });
    if (member == unknown_.end() || !take_other(field, *member)) continue;
    tidy(field);
    if (field.text == &Article::summary && repeats_body(article_)) article_.summary.clear();
    const bool is_text = field.role == FieldRole::kTitle || field.role == FieldRole::kText ||
                         field.role == FieldRole::kBody;
    if (!is_empty(field, article_) && (is_text || !any_shape_)) unknown_.erase(member);
  }
}

void JsonFields::write_extra() {
  for (const Member& member : unknown_) {
    article_.extra += article_.extra.empty() ? '{' : ',';
    article_.extra += Json(member.name).dump() + ':' + member.raw;
  }
  if (!unknown_.empty()) article_.extra += '}';
}

// What does not fit the field stays under its own name: nobody promised that it would.
bool JsonFields::take_other(const FieldSpec& field, const Member& member) {
  constexpr bool kThrow = false;
  const Json value = Json::parse(member.raw, nullptr, kThrow);
  if (value.is_discarded()) return false;
  ValueTexts found = texts_of(value);
  const bool says_something =
      std::any_of(found.texts.begin(), found.texts.end(),
                  [](const std::string& text) { return !text::trim(text).empty(); });
  return says_something && take(field, found) && !is_empty(field, article_);
}

std::string JsonFields::unknown_names() const {
  constexpr std::size_t kMostNames = 6;
  std::vector<std::string> names;
  for (const Member& member : unknown_) {
    if (find_json_field(member.name) == nullptr)
      names.push_back('"' + shortened(member.name) + '"');
  }
  if (names.size() > kMostNames) {
    names.resize(kMostNames);
    names.back() = "others";
  }
  return enumerated({names.begin(), names.end()}, "and");
}

}  // namespace fihris::indexer::parse
