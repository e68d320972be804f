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

void tidy(Article& article) {
  for (const FieldSpec& field : kFields) {
    const bool as_read = field.role == FieldRole::kDate || field.role == FieldRole::kUnknown;
    if (field.text == nullptr || as_read) continue;
    std::string& text = article.*field.text;
    if (field.role == FieldRole::kTitle) {
      text = text::collapse_blanks(text);
    } else {
      tidy_text(text);
    }
  }
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

// Repairs double encoding, field by field: each may have come from elsewhere, and \u escapes hide
// what is in them before.
int repair_fields(Article& article) {
  int times = 0;
  const auto repair = [&](std::string& text) {
    times = std::max(times, encodings::repair_double_encoding(text));
  };
  for (const FieldSpec& field : kFields) {
    if (field.list != nullptr) {
      std::for_each((article.*field.list).begin(), (article.*field.list).end(), repair);
    } else if (holds_words(field.role)) {
      repair(article.*field.text);
    }
  }
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
constexpr std::string_view kNoText =
    R"(neither "title" nor "body" holds text: one of them is needed)";

}  // namespace

struct JsonArticleParser::Impl {
  // The document must outlive what is read from it, and `json` the document.
  std::string read_object(std::string& json, Article& article) {
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
    JsonFields fields(article);
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
  std::string wrong = impl_->read_object(impl_->text, article);
  impl_->release_large_buffers();
  if (!wrong.empty()) return error_at(record, std::move(wrong));
  reading.times_repaired = std::max(reading.times_repaired, repair_fields(article));
  tidy(article);
  if (!text::has_words(article.title) && !text::has_words(article.body))
    return error_at(record, std::string(kNoText));
  complete_identity(article, record);
  return article;
}

}  // namespace fihris::indexer::parse
