#include "document/attribute_index.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <chrono>
#include <utility>

#include "dates/dates.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/fields.h"

namespace fihris::indexer::document {
namespace {

using Kind = store::AttributeValue::Kind;

// Of longer keys the rest decides nothing worth its place.
constexpr std::size_t kMaxSortKey = 64;
// Of an unfit value so much is shown.
constexpr std::size_t kMaxShown = 60;

// "20251223150500" as seconds since 1970.
double seconds_of(const std::string& digits) {
  const auto number = [&](std::size_t at, std::size_t size) {
    return std::stoi(digits.substr(at, size));
  };
  const std::chrono::year_month_day day{std::chrono::year(number(0, 4)),
                                        std::chrono::month(static_cast<unsigned>(number(4, 2))),
                                        std::chrono::day(static_cast<unsigned>(number(6, 2)))};
  const auto days = std::chrono::sys_days(day).time_since_epoch();
  return static_cast<double>(std::chrono::seconds(days).count()) + number(8, 2) * 3600 +
         number(10, 2) * 60 + number(12, 2);
}

std::string_view wanted_of(AttributeType type) {
  switch (type) {
    case AttributeType::kNumber:
      return "a number";
    case AttributeType::kBoolean:
      return "true or false";
    case AttributeType::kDate:
      return "a date";
    default:
      return "text";
  }
}

}  // namespace

std::optional<std::string> text_value(const store::AttributeValue& value) {
  if (value.kind == Kind::kOther) return std::nullopt;
  std::string text(stemmer::trim(value.text, " \t\r\n"));
  // What separates values in a slot can be in none.
  std::replace(text.begin(), text.end(), kTagSeparator, ' ');
  return text;
}

std::optional<std::string> boolean_value(const store::AttributeValue& value) {
  const std::optional<bool> truth = store::read_boolean(value.text);
  if (!truth) return std::nullopt;
  return *truth ? "true" : "false";
}

std::optional<double> number_value(const store::AttributeValue& value) {
  if (value.kind != Kind::kText && value.kind != Kind::kNumber) return std::nullopt;
  return store::read_number(value.text);
}

std::optional<double> moment_value(const store::AttributeValue& value) {
  if (value.kind != Kind::kText && value.kind != Kind::kNumber) return std::nullopt;
  const std::optional<std::string> date = dates::stated_date(value.text);
  const auto digits = date ? dates::date_value(*date) : std::nullopt;
  if (!digits) return std::nullopt;
  return seconds_of(*digits);
}

AttributeIndex::AttributeIndex(FieldTable fields) : fields_(std::move(fields)), reader_(fields_) {}

void AttributeIndex::read(const Article& article) {
  values_ = &reader_.read(article);
  article_ = article.id;
}

void AttributeIndex::add_to(Xapian::Document& document) {
  for (std::size_t i = 0; i < fields_.own().size(); ++i) {
    const FieldSpec& field = fields_.own()[i];
    if (reader_.overflowed(i)) report(field, "more values than an attribute may have");
    if (!(*values_)[i].empty()) add_values(field, (*values_)[i], document);
    if (field.facet != FacetField::kNone) add_presence(field, reader_.presence(i), document);
  }
}

void AttributeIndex::add_values(const FieldSpec& field, const Values& values,
                                Xapian::Document& document) {
  if (field.role == FieldRole::kWords && field.sort_slot == kNoSlot) return;
  if (sorts_as_number(*field.attribute)) {
    add_numbers(field, values, document);
  } else {
    add_texts(field, values, document);
  }
}

// Says of an attribute what its values do not say. Nothing where they say that it is there.
void AttributeIndex::add_presence(const FieldSpec& field, const store::Presence& presence,
                                  Xapian::Document& document) {
  using store::PresenceTerm;
  const auto add = [&](PresenceTerm what) {
    document.add_boolean_term(store::presence_term(field, what));
  };
  if (presence.null) add(PresenceTerm::kNull);
  if (presence.empty) add(PresenceTerm::kEmpty);
  const bool said = presence.null || presence.empty || !document.get_value(field.slot).empty();
  if (presence.there && !said) add(PresenceTerm::kOther);
}

void AttributeIndex::add_texts(const FieldSpec& field, const Values& values,
                               Xapian::Document& document) {
  const bool boolean = field.attribute->type == AttributeType::kBoolean;
  std::string printed;
  std::string first;
  for (const store::AttributeValue& value : values) {
    const auto text = boolean ? boolean_value(value) : text_value(value);
    if (!text) {
      report(field, value.text);
      continue;
    }
    const std::string key = normalize(*text);
    if (key.empty()) continue;
    if (first.empty()) first = *text;
    if (field.prefix.empty()) continue;
    document.add_boolean_term(bounded_term(std::string(field.prefix) + key));
    if (!printed.empty()) printed.push_back(kTagSeparator);
    printed += *text;
  }
  if (!printed.empty()) document.add_value(field.slot, printed);
  if (field.sort_slot != kNoSlot && !first.empty()) {
    document.add_value(field.sort_slot, sort_key(first));
  }
}

void AttributeIndex::add_numbers(const FieldSpec& field, const Values& values,
                                 Xapian::Document& document) {
  const bool moments = field.attribute->type == AttributeType::kDate;
  std::vector<double> numbers;
  for (const store::AttributeValue& value : values) {
    const auto number = moments ? moment_value(value) : number_value(value);
    number ? numbers.push_back(*number) : report(field, value.text);
  }
  if (numbers.empty()) return;
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  std::string keys;
  for (const double number : numbers) store::append_number(keys, number);
  if (field.role == FieldRole::kNumber) document.add_value(field.slot, keys);
  if (field.sort_slot != kNoSlot) {
    document.add_value(field.sort_slot, keys.substr(0, store::kNumberBytes));
  }
}

void AttributeIndex::report(const FieldSpec& field, const std::string& value) {
  UnfitValues& unfit = unfit_[std::string(field.name)];
  if (unfit.count++ != 0) return;
  unfit.wanted = wanted_of(field.attribute->type);
  unfit.example = value.size() <= kMaxShown
                      ? value
                      : value.substr(0, stemmer::boundary_before(value, kMaxShown)) + "…";
  unfit.article = article_;
}

// By the rules of Arabic, which other scripts come with.
std::string AttributeIndex::sort_key(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  if (!collator_) {
    collator_.reset(icu::Collator::createInstance(icu::Locale("ar"), status));
    if (U_FAILURE(status) || !collator_) return normalize(text).substr(0, kMaxSortKey);
    collator_->setStrength(icu::Collator::SECONDARY);
  }
  std::string key(kMaxSortKey, '\0');
  const int32_t size = collator_->getSortKey(icu::UnicodeString::fromUTF8(text),
                                             reinterpret_cast<std::uint8_t*>(key.data()),
                                             static_cast<int32_t>(key.size()));
  // The last byte of a key is a zero.
  key.resize(std::min<std::size_t>(key.size(), static_cast<std::size_t>(std::max(size - 1, 0))));
  return key;
}

}  // namespace fihris::indexer::document
