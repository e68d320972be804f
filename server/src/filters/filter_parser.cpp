#include "filters/filter_parser.h"

#include <string>
#include <utility>

#include "errors/api_error.h"
#include "filters/parse_filter.h"

namespace fihris::server::filters {
namespace {

using Kind = Filter::Kind;

constexpr std::string_view kField = "an attribute, NOT or a parenthesis";
constexpr std::string_view kValue = "a value";
constexpr std::string_view kOperator =
    "one of =, !=, >, >=, <, <=, IN, NOT IN, TO, EXISTS, NOT EXISTS, IS NULL, IS NOT NULL, "
    "IS EMPTY, IS NOT EMPTY, STARTS WITH and NOT STARTS WITH";

Filter of_kind(Kind kind, Filter filter) {
  filter.kind = kind;
  return filter;
}

Filter negated(Filter filter) {
  if (filter.kind == Kind::kNot) return Filter(std::move(filter.children.front()));
  Filter outer{.kind = Kind::kNot};
  outer.children.push_back(std::move(filter));
  return outer;
}

Filter negated_if(bool negative, Filter filter) {
  return negative ? negated(std::move(filter)) : filter;
}

// A single child needs nothing around it.
Filter joined(Kind kind, std::vector<Filter> children) {
  if (children.size() == 1) return Filter(std::move(children.front()));
  return {.kind = kind, .children = std::move(children)};
}

// Counts the levels on the way down, so that no filter can exhaust the stack.
class Level {
 public:
  Level(std::size_t& depth, FilterScanner& scanner) : depth_(depth) {
    if (++depth_ > kMaxFilterDepth) {
      scanner.fail_at(
          scanner.position(),
          "More than " + std::to_string(kMaxFilterDepth) + " parentheses and NOTs in each other",
          scanner.error_code());
    }
  }
  ~Level() { --depth_; }
  Level(const Level&) = delete;
  Level& operator=(const Level&) = delete;

 private:
  std::size_t& depth_;
};

}  // namespace

std::optional<Filter> FilterParser::parse() {
  if (scanner_.at_end()) return std::nullopt;
  Filter filter = any();
  if (!scanner_.at_end()) scanner_.fail("AND, OR or the end of the filter");
  return filter;
}

Filter FilterParser::any() {
  std::vector<Filter> children;
  do {
    children.push_back(all());
  } while (scanner_.take_keyword("OR"));
  return joined(Kind::kOr, std::move(children));
}

Filter FilterParser::all() {
  std::vector<Filter> children;
  do {
    children.push_back(inverted());
  } while (scanner_.take_keyword("AND"));
  return joined(Kind::kAnd, std::move(children));
}

Filter FilterParser::inverted() {
  if (!scanner_.take_keyword("NOT")) return single();
  const Level level(depth_, scanner_);
  return negated(inverted());
}

Filter FilterParser::single() {
  if (!scanner_.take("(")) return condition();
  const Level level(depth_, scanner_);
  Filter filter = any();
  if (!scanner_.take(")")) scanner_.fail("AND, OR or a closing parenthesis");
  return filter;
}

Filter FilterParser::condition() {
  refuse_places();
  count_condition();
  const Filter of_field{.field = scanner_.value(kField)};
  if (auto filter = comparison(of_field)) return std::move(*filter);
  if (auto filter = word_condition(of_field)) return std::move(*filter);
  return between(of_field);
}

void FilterParser::refuse_places() {
  const std::string_view word = scanner_.word_ahead();
  if (!word.starts_with("_geo") || word == "_geo") return;
  scanner_.fail_at(scanner_.position(),
                   "Filters by place (`" + std::string(word) + "`) are not supported",
                   scanner_.error_code());
}

void FilterParser::count_condition() {
  if (++conditions_ <= kMaxFilterConditions) return;
  scanner_.fail_at(scanner_.position(),
                   "More than " + std::to_string(kMaxFilterConditions) + " conditions and values",
                   scanner_.error_code());
}

std::optional<Filter> FilterParser::comparison(const Filter& of_field) {
  Filter filter = of_field;
  const auto value = [this] { return scanner_.value(kValue); };
  if (scanner_.take("!=")) {
    filter.value = value();
    return negated(of_kind(Kind::kEquals, std::move(filter)));
  }
  if (scanner_.take("=")) {
    filter.value = value();
    return of_kind(Kind::kEquals, std::move(filter));
  }
  const bool at_least = scanner_.take(">=");
  if (at_least || scanner_.take(">")) {
    filter.from = {.value = value(), .included = at_least};
    return of_kind(Kind::kRange, std::move(filter));
  }
  const bool at_most = scanner_.take("<=");
  if (!at_most && !scanner_.take("<")) return std::nullopt;
  filter.to = {.value = value(), .included = at_most};
  return of_kind(Kind::kRange, std::move(filter));
}

std::optional<Filter> FilterParser::word_condition(const Filter& of_field) {
  if (scanner_.take_keyword("IS")) return is_condition(of_field);
  const bool negative = scanner_.take_keyword("NOT");
  if (scanner_.take_keyword("IN")) return negated_if(negative, one_of(of_field));
  if (scanner_.take_keyword("EXISTS"))
    return negated_if(negative, of_kind(Kind::kExists, of_field));
  if (scanner_.take_keyword("STARTS")) {
    if (!scanner_.take_keyword("WITH")) scanner_.fail("WITH");
    Filter filter = of_kind(Kind::kBeginsWith, of_field);
    filter.value = scanner_.value(kValue);
    return negated_if(negative, std::move(filter));
  }
  if (scanner_.word_ahead() == "CONTAINS") {
    scanner_.fail_at(scanner_.position(),
                     "CONTAINS is not supported: use = or STARTS WITH, or search for the words",
                     "feature_not_enabled");
  }
  if (negative) scanner_.fail("IN, EXISTS or STARTS WITH");
  return std::nullopt;
}

std::optional<Filter> FilterParser::is_condition(const Filter& of_field) {
  const bool negative = scanner_.take_keyword("NOT");
  if (scanner_.take_keyword("NULL")) return negated_if(negative, of_kind(Kind::kIsNull, of_field));
  if (scanner_.take_keyword("EMPTY"))
    return negated_if(negative, of_kind(Kind::kIsEmpty, of_field));
  scanner_.fail(negative ? "NULL or EMPTY" : "NULL, EMPTY, NOT NULL or NOT EMPTY");
}

Filter FilterParser::one_of(const Filter& of_field) {
  if (!scanner_.take("[")) scanner_.fail("[ and a list of values");
  std::vector<Filter> children;
  while (!scanner_.take("]")) {
    if (!children.empty()) {
      if (!scanner_.take(",")) scanner_.fail("a comma or ]");
      if (scanner_.take("]")) break;
    }
    count_condition();
    children.push_back(of_kind(Kind::kEquals, of_field));
    children.back().value = scanner_.value("a value or ]");
  }
  return joined(Kind::kOr, std::move(children));
}

Filter FilterParser::between(const Filter& of_field) {
  if (!scanner_.value_follows()) scanner_.fail(kOperator);
  FilterScanner from_operator = scanner_;
  Filter filter = of_kind(Kind::kRange, of_field);
  filter.from = {.value = scanner_.value(kValue)};
  if (!scanner_.take_keyword("TO")) from_operator.fail(kOperator);
  filter.to = {.value = scanner_.value(kValue)};
  return filter;
}

}  // namespace fihris::server::filters
