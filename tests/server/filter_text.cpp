#include "filter_text.h"

namespace fihris::server::testing {
namespace {

using filters::Filter;
using Kind = Filter::Kind;

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

std::string joined(const Filter& filter, const std::string& word) {
  std::string out;
  for (const Filter& child : filter.children)
    out += (out.empty() ? "(" : word + "(") + to_text(child) + ")";
  return out;
}

std::string range(const Filter& filter) {
  const std::string field = quoted(filter.field) + " ";
  if (filter.from && filter.to)
    return field + quoted(filter.from->value) + " TO " + quoted(filter.to->value);
  const auto& bound = filter.from ? *filter.from : *filter.to;
  return field + (filter.from ? ">" : "<") + (bound.included ? "= " : " ") + quoted(bound.value);
}

}  // namespace

std::string to_text(const Filter& filter) {
  const std::string field = quoted(filter.field);
  switch (filter.kind) {
    case Kind::kAnd:
      return joined(filter, " AND ");
    case Kind::kOr:
      return filter.children.empty() ? "a IN []" : joined(filter, " OR ");
    case Kind::kNot:
      return "NOT (" + to_text(filter.children.front()) + ")";
    case Kind::kEquals:
      return field + " = " + quoted(filter.value);
    case Kind::kRange:
      return range(filter);
    case Kind::kBeginsWith:
      return field + " STARTS WITH " + quoted(filter.value);
    case Kind::kExists:
      return field + " EXISTS";
    case Kind::kIsNull:
      return field + " IS NULL";
    case Kind::kIsEmpty:
      return field + " IS EMPTY";
  }
  return {};
}

}  // namespace fihris::server::testing
