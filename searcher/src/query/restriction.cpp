#include "query/restriction.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "fihris/store/error.h"
#include "fihris/store/internal/attribute_values.h"
#include "query/moments.h"

namespace fihris::query {
namespace {

using Kind = FilterExpression::Kind;
using Use = FieldTable::Use;

constexpr int kMaxFilterDepth = 100;
constexpr double kEnd = std::numeric_limits<double>::infinity();

Error too_much(const std::string& what, const std::string& hint) {
  return {ErrorCode::kUsage, "the filter " + what, hint};
}

bool is_moment(const FieldSpec& field) {
  return field.role == FieldRole::kDate ||
         (field.attribute != nullptr && field.attribute->type == AttributeType::kDate);
}

bool holds_numbers(const FieldSpec& field) {
  return field.role == FieldRole::kNumber || field.role == FieldRole::kDate;
}

class Reader {
 public:
  Reader(const FieldTable& fields, std::optional<std::chrono::sys_days> today)
      : fields_(fields), today_(today) {}

  Restriction read(const FilterExpression& filter, int depth) {
    if (depth > kMaxFilterDepth) {
      throw too_much("is nested more than " + std::to_string(kMaxFilterDepth) + " deep",
                     "Alternatives and demands may stand side by side.");
    }
    if (filter.kind == Kind::kAnd) return group(Restriction::Kind::kAll, filter, depth);
    if (filter.kind == Kind::kOr) return alternatives(filter, depth);
    if (filter.kind == Kind::kNot) return group(Restriction::Kind::kNot, filter, depth);
    count(asked_, kMaxFilterValues);
    return leaf(filter);
  }

 private:
  static void count(std::size_t& values, std::size_t most) {
    if (++values <= most) return;
    throw too_much("asks for more than " + std::to_string(most) + " values",
                   "Lists of values of one field may be longer: up to " +
                       std::to_string(kMaxFilterListValues) + " in all.");
  }

  Restriction group(Restriction::Kind kind, const FilterExpression& filter, int depth) {
    Restriction all{.kind = kind};
    for (const FilterExpression& child : filter.children) {
      all.parts.push_back(read(child, depth + 1));
    }
    if (kind == Restriction::Kind::kNot && all.parts.size() != 1) {
      throw too_much("has a NOT of " + std::to_string(all.parts.size()) + " conditions",
                     "It must have one.");
    }
    return all;
  }

  // The values of one field among the alternatives are looked up as one list.
  Restriction alternatives(const FilterExpression& filter, int depth) {
    Restriction any{.kind = Restriction::Kind::kAny};
    for (const FilterExpression& child : filter.children) {
      if (child.kind != Kind::kEquals) {
        any.parts.push_back(read(child, depth + 1));
        continue;
      }
      count(listed_, kMaxFilterListValues);
      Restriction value = leaf(child);
      if (value.field == nullptr) continue;  // no number
      const auto list = std::find_if(any.parts.begin(), any.parts.end(), [&](const auto& part) {
        return part.kind == value.kind && part.field == value.field;
      });
      if (list == any.parts.end()) {
        any.parts.push_back(std::move(value));
      } else {
        std::move(value.values.begin(), value.values.end(), std::back_inserter(list->values));
        list->ranges.insert(list->ranges.end(), value.ranges.begin(), value.ranges.end());
      }
    }
    return any;
  }

  Restriction leaf(const FilterExpression& filter) const {
    const FieldSpec& field = field_of(filter);
    switch (filter.kind) {
      case Kind::kExists:
        return {.kind = Restriction::Kind::kExists, .field = &field};
      case Kind::kIsNull:
        return {.kind = Restriction::Kind::kNull, .field = &field};
      case Kind::kIsEmpty:
        return {.kind = Restriction::Kind::kEmpty, .field = &field};
      case Kind::kBeginsWith:
        // Numbers have no beginnings.
        if (holds_numbers(field)) return {.kind = Restriction::Kind::kAny};
        return {.kind = Restriction::Kind::kBeginning, .field = &field, .values = {filter.value}};
      case Kind::kRange:
        return numbers(field, range(filter, field));
      default:
        break;
    }
    if (holds_numbers(field)) return numbers(field, bound(field, filter.value));
    return {.kind = Restriction::Kind::kValues, .field = &field, .values = {filter.value}};
  }

  const FieldSpec& field_of(const FilterExpression& filter) const {
    if (const FieldSpec* field = fields_.find(filter.field, Use::kFilter)) return *field;
    std::vector<std::string_view> names;
    for (const std::string_view name : fields_.query_names()) {
      if (fields_.find(name, Use::kFilter) != nullptr) names.push_back(name);
    }
    throw Error(ErrorCode::kUsage, "articles can not be filtered by \"" + filter.field + "\"",
                "They can be by " + enumerated(names, "and") +
                    "; an attribute of the archive's own belongs into the setting "
                    "filterableAttributes.");
  }

  // What is no number, or of a field without an order, is in no range.
  static Restriction numbers(const FieldSpec& field, const std::optional<NumberRange>& range) {
    if (!range || !holds_numbers(field)) return {.kind = Restriction::Kind::kAny};
    return {.kind = Restriction::Kind::kNumbers, .field = &field, .ranges = {*range}};
  }

  // A number is one; a day goes from its first second to its last.
  std::optional<NumberRange> bound(const FieldSpec& field, std::string_view value) const {
    if (is_moment(field)) return read_moment(value, today_);
    const auto number = store::read_number(value);
    return number ? std::optional(NumberRange{*number, *number}) : std::nullopt;
  }

  std::optional<NumberRange> range(const FilterExpression& filter, const FieldSpec& field) const {
    NumberRange range;
    if (filter.from) {
      const auto from = bound(field, filter.from->value);
      if (!from) return std::nullopt;
      range.first = filter.from->included ? from->first : std::nextafter(*from->last, kEnd);
    }
    if (filter.to) {
      const auto to = bound(field, filter.to->value);
      if (!to) return std::nullopt;
      range.last = filter.to->included ? to->last : std::nextafter(*to->first, -kEnd);
    }
    if (!range.first) range.first = -kEnd;
    if (!range.last) range.last = kEnd;
    return range;
  }

  const FieldTable& fields_;
  std::optional<std::chrono::sys_days> today_;
  std::size_t asked_ = 0;
  std::size_t listed_ = 0;
};

}  // namespace

Restriction read_restriction(const FilterExpression& filter,
                             std::optional<std::chrono::sys_days> today, const FieldTable& fields) {
  return Reader(fields, today).read(filter, 0);
}

}  // namespace fihris::query
