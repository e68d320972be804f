#include "query/query_ranges.h"

#include <cmath>
#include <limits>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/internal/attribute_values.h"
#include "query/query_dates.h"

namespace fihris::query {
namespace {

bool is_moment(const FieldSpec& field) {
  return field.role == FieldRole::kDate ||
         (field.attribute != nullptr && field.attribute->type == AttributeType::kDate);
}

// What is written before a number to leave one side open.
struct Comparison {
  std::string_view sign;
  bool upwards;
  bool itself;
};
constexpr Comparison kComparisons[] = {
    {">=", true, true}, {"<=", false, true}, {">", true, false}, {"<", false, false}};

std::optional<NumberRange> compared(std::string_view text) {
  for (const auto& [sign, upwards, itself] : kComparisons) {
    if (!text.starts_with(sign)) continue;
    std::optional<double> number = store::read_number(text.substr(sign.size()));
    if (!number) return std::nullopt;
    constexpr double kEnd = std::numeric_limits<double>::infinity();
    if (!itself) number = std::nextafter(*number, upwards ? kEnd : -kEnd);
    return upwards ? NumberRange{number, std::nullopt} : NumberRange{std::nullopt, number};
  }
  return std::nullopt;
}

// A bound of a range: nothing written leaves it open. False for what is no number.
bool read_bound(std::string_view text, std::optional<double>& bound) {
  if (stemmer::trim(text, " ").empty()) return true;
  bound = store::read_number(text);
  return bound.has_value();
}

std::optional<NumberRange> read_numbers(std::string_view text) {
  if (const auto range = compared(text)) return range;
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) {
    const auto number = store::read_number(text);
    return number ? std::optional(NumberRange{number, number}) : std::nullopt;
  }
  NumberRange range;
  if (!read_bound(text.substr(0, dots), range.first) ||
      !read_bound(text.substr(dots + 2), range.last) || (!range.first && !range.last)) {
    return std::nullopt;
  }
  if (range.first && range.last && *range.first > *range.last) std::swap(range.first, range.last);
  return range;
}

}  // namespace

std::optional<Node> read_range(const FieldSpec& field, std::string_view text,
                               std::optional<std::chrono::sys_days> today) {
  if (is_moment(field)) {
    if (const auto dates = read_dates(text, today)) return Node{dates->range, {}};
  } else if (const auto numbers = read_numbers(text)) {
    return Node{*numbers, {}};
  }
  return std::nullopt;
}

std::string unreadable_range(const FieldSpec& field) {
  const std::string name(field.name);
  if (is_moment(field)) {
    return "not a date; write " + name + ":2025, " + name + ":2025-07..2025-12 or \"last week\"";
  }
  return "not a number; write " + name + ":12, " + name + ":1000..5000 or " + name + ":1000..";
}

bool has_presence(const FieldSpec& field) {
  return field.slot != kNoSlot && (field.attribute == nullptr || field.attribute->filterable);
}

std::string no_presence(const FieldSpec& field) {
  return "asks which articles have a " + std::string(field.name) +
         ", which is kept for fields that filter only";
}

}  // namespace fihris::query
