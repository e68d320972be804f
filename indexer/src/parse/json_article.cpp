#include "parse/json_article.h"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <utility>

#include "clean/agency_line.h"
#include "encodings/decode.h"
#include "encodings/double_encoding.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "html/html_fragment.h"
#include "parse/json_fields.h"
#include "parse/json_text.h"
#include "parse/record_identity.h"
#include "text/unicode_text.h"

namespace fihris::indexer::parse {
namespace {

namespace ondemand = simdjson::ondemand;

// After a larger line the buffers are given back.
constexpr std::size_t kKeptBufferBytes = std::size_t{16} << 20;

// Gives line breaks one spelling and takes off blanks at both ends.
void tidy_text(std::string& text) {
  if (text.find('\r') != std::string::npos) text = text::with_plain_newlines(text);
  const std::string_view kept = text::trim(text);
  if (kept.size() == text.size()) return;
  text = std::string(kept);
}

bool is_read_by_people(FieldRole role) {
  return role == FieldRole::kTitle || role == FieldRole::kText || role == FieldRole::kBody;
}

// Takes markup for what it shows where a program left it in a text that people read, unless it
// cannot be any, and tidies the text.
void tidy_field(const FieldSpec& field, Article& article, bool may_be_markup) {
  const bool as_read = field.role == FieldRole::kDate || field.role == FieldRole::kUnknown;
  if (field.text == nullptr || as_read) return;
  std::string& text = article.*field.text;
  if (may_be_markup && is_read_by_people(field.role)) html::replace_markup(text);
  if (field.role == FieldRole::kTitle) {
    text = text::collapse_blanks(text);
  } else {
    tidy_text(text);
  }
}

// Takes agencies and, where no other is known, the date from the lines that say them.
void read_agency_lines(Article& article) {
  clean::take_closing_agencies(article);
  if (!article.date.empty()) return;
  const std::string_view first_line =
      std::string_view(article.body).substr(0, article.body.find('\n'));
  article.date = clean::agency_dateline(first_line).value_or("");
}

bool holds_words(FieldRole role) {
  return role == FieldRole::kTitle || role == FieldRole::kText || role == FieldRole::kBody ||
         role == FieldRole::kExact;
}

// Repairs double encoding in a field alone: each may have come from elsewhere, and \u escapes hide
// what is in them before. How often it was encoded too much.
int repair_field(const FieldSpec& field, Article& article) {
  if (field.list == nullptr)
    return holds_words(field.role) ? encodings::repair_double_encoding(article.*field.text) : 0;
  int times = 0;
  for (std::string& text : article.*field.list)
    times = std::max(times, encodings::repair_double_encoding(text));
  return times;
}

// Whether something follows the object, where nothing may.
bool has_more(ondemand::document& document) {
  return document.current_location().error() != simdjson::OUT_OF_BOUNDS;
}

constexpr std::string_view kNotJson =
    "not valid JSON: look for a missing quote, comma or brace, or a line break inside a text";
constexpr std::string_view kNotObject =
    R"(not a JSON object: each line must be one article as {"title": …, "body": …})";
// Names what is there instead, for whoever must map it.
std::string no_text(const std::string& members) {
  const std::string what = R"(neither "title" nor "body" holds text)";
  if (members.empty()) return what + ": one of them is needed";
  return what + "; there is " + members + ": rename what is the title and what the body";
}

}  // namespace

struct JsonArticleParser::Impl {
  // Reads an object and the one it wraps, if it does. What is wrong with them; empty when nothing
  // is.
  std::string read_article(JsonFields& fields) {
    std::string wrong = read_object(text, fields);
    if (!wrong.empty()) return wrong;
    if (std::string wrapped = fields.take_wrapped(); !wrapped.empty())
      wrong = read_object(wrapped, fields);
    return wrong;
  }

  // Gives the fields that were read their final form, and takes what else says something of them.
  static void finish(JsonFields& fields, Article& article, Reading& reading,
                     const FieldMap* map = nullptr) {
    const auto tidy = [&](const FieldSpec& field, bool may_be_markup) {
      reading.times_repaired = std::max(reading.times_repaired, repair_field(field, article));
      tidy_field(field, article, may_be_markup);
    };
    for (const FieldSpec& field : kFields) tidy(field, fields.may_be_markup());
    if (map != nullptr) {
      fields.take_mapped(*map, [&tidy](const FieldSpec& field) { tidy(field, true); });
    }
    fields.take_other_names([&tidy](const FieldSpec& field) { tidy(field, true); });
    fields.write_extra();
    read_agency_lines(article);
    reading.unusable_date = fields.unusable_date();
  }

  // The document must outlive what is read from it, and `json` the document.
  std::string read_object(std::string& json, JsonFields& fields) {
    json.reserve(json.size() + simdjson::SIMDJSON_PADDING);
    ondemand::document document;
    if (parser.iterate(json.data(), json.size(), json.capacity()).get(document) !=
        simdjson::SUCCESS) {
      return std::string(kNotJson);
    }
    ondemand::json_type type{};
    ondemand::object object;
    if (document.type().get(type) != simdjson::SUCCESS) return std::string(kNotJson);
    if (type != ondemand::json_type::object) return std::string(kNotObject);
    if (document.get_object().get(object) != simdjson::SUCCESS) return std::string(kNotJson);
    std::string wrong = fields.read(object);
    if (fields.failed() || (wrong.empty() && has_more(document))) return std::string(kNotJson);
    return wrong;
  }

  void release_large_buffers() {
    if (text.capacity() <= kKeptBufferBytes) return;
    text = std::string();
    parser = ondemand::parser();
  }

  ondemand::parser parser;
  std::string text;
};

JsonArticleParser::JsonArticleParser() : impl_(std::make_unique<Impl>()) {}
JsonArticleParser::~JsonArticleParser() = default;
JsonArticleParser::JsonArticleParser(JsonArticleParser&&) noexcept = default;
JsonArticleParser& JsonArticleParser::operator=(JsonArticleParser&&) noexcept = default;

std::variant<Article, SourceError> JsonArticleParser::parse(const RawRecord& record,
                                                            Reading& reading) {
  impl_->text.assign(record.bytes);
  if (!simdjson::validate_utf8(impl_->text)) {
    encodings::Decoded decoded = encodings::decode(record.bytes);
    impl_->text = std::move(decoded.text);
    reading = std::move(decoded.reading);
  }
  replace_lone_surrogates(impl_->text);
  Article article;
  JsonFields fields(article);
  std::string wrong = impl_->read_article(fields);
  impl_->release_large_buffers();
  if (!wrong.empty()) return error_at(record, std::move(wrong));
  Impl::finish(fields, article, reading, record.map);
  if (!text::has_words(article.title) && !text::has_words(article.body))
    return error_at(record, no_text(fields.unknown_names()));
  complete_identity(article, record);
  return article;
}

std::variant<Article, SourceError> JsonArticleParser::parse_document(std::string_view json,
                                                                     std::string_view id,
                                                                     Reading& reading) {
  const auto wrong_with = [id](std::string what) {
    return SourceError{std::string(id), 0, std::move(what)};
  };
  if (!simdjson::validate_utf8(json)) return wrong_with("the document is not UTF-8");
  impl_->text.assign(json);
  replace_lone_surrogates(impl_->text);
  Article article;
  article.id = id;  // so that no other name for it is taken
  JsonFields fields(article, JsonFields::Shape::kAny);
  std::string wrong = impl_->read_object(impl_->text, fields);
  impl_->release_large_buffers();
  if (!wrong.empty()) return wrong_with(std::move(wrong));
  Impl::finish(fields, article, reading);
  article.id = id;  // not tidied as a member's text is
  article.document = json;
  return article;
}

}  // namespace fihris::indexer::parse
