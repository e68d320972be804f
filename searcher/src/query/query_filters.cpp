#include "query/query_filters.h"

#include <optional>
#include <string_view>
#include <utility>

#include "fihris/searcher/request.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"
#include "query/query_dates.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

using query::Node;

Error not_a_filter(const std::string& filter, const std::string& why) {
  return {
      ErrorCode::kUsage, "the filter \"" + filter + "\" " + why,
      "Write a field and a value, such as source:رويترز or date:2025-07..2025-12; the fields are " +
          enumerated(query_names(), "and") + "."};
}

// Each costs time whether it is met or not: some .02 ms, and more where nothing is found.
Error too_many_values() {
  const std::string most = std::to_string(kMaxFilterValues);
  return {ErrorCode::kUsage, "the filters ask for more than " + most + " values",
          "Ask for " + most + " words, phrases and dates at most in all of them."};
}

// Takes off «…», "…" and the like when they are around all of it.
std::string_view unquoted(std::string_view value) {
  if (value.empty()) return value;
  const searcher::text::CodePoint open = searcher::text::code_point_at(value, 0);
  const std::size_t last = stemmer::boundary_before(value, value.size() - 1);
  const searcher::text::CodePoint close = searcher::text::code_point_at(value, last);
  if (last < open.next ||
      !searcher::text::closes(close.value, searcher::text::opening_quote(open.value)))
    return value;
  return value.substr(open.next, last - open.next);
}

Node wrap_field(const FieldSpec& field, Node child) {
  const Span span = child.span;
  query::Nodes children;
  children.push_back(std::move(child));
  return {query::InField{std::string(field.name), std::move(children)}, span};
}

using Today = std::optional<std::chrono::sys_days>;

Node read_value(const std::string& filter, const FieldSpec& field, std::string_view value,
                const Today& today) {
  if (field.role == FieldRole::kDate) {
    const std::optional<query::ReadRange> dates = query::read_dates(unquoted(value), today);
    if (!dates) throw not_a_filter(filter, "has no date that can be read");
    return {dates->range, {}};
  }
  const bool grouped = value.front() == '(';
  if (!grouped && field.role == FieldRole::kExact) {
    return wrap_field(field, {query::Phrase{std::string(unquoted(value))}, {}});
  }
  query::Parsed parsed = query::parse_query(value, grouped);
  if (!parsed.root) throw not_a_filter(filter, "has no word");
  return wrap_field(field, std::move(*parsed.root));
}

Node read_filter(const std::string& filter, const Today& today) {
  std::string_view rest = stemmer::trim(filter, " ");
  const bool excludes = !rest.empty() && rest.front() == '-';
  if (excludes) rest.remove_prefix(1);
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) throw not_a_filter(filter, "has no field");
  const FieldSpec* field = find_field(stemmer::trim(rest.substr(0, colon), " "));
  if (field == nullptr) throw not_a_filter(filter, "names a field that does not exist");
  const std::string_view value = stemmer::trim(rest.substr(colon + 1), " ");
  if (value.empty()) throw not_a_filter(filter, "has no value");
  Node node = read_value(filter, *field, value, today);
  if (!excludes) return node;
  query::Nodes children;
  children.push_back(std::move(node));
  return {query::Exclude{std::move(children)}, {}};
}

// The words, phrases and dates of a tree.
struct CountValues {
  template <class Leaf>
  std::size_t operator()(const Leaf& leaf) const {
    std::size_t count = 0;
    if constexpr (requires { leaf.children; }) {
      for (const Node& child : leaf.children) count += std::visit(*this, child.value);
    } else if constexpr (requires { leaf.child; }) {
      for (const Node& child : leaf.child) count += std::visit(*this, child.value);
    } else {
      count = 1;
    }
    return count;
  }
};

}  // namespace

std::vector<Node> read_filters(const std::vector<std::string>& filters, Today today) {
  std::vector<Node> nodes;
  nodes.reserve(filters.size());
  std::size_t values = 0;
  for (const std::string& filter : filters) {
    nodes.push_back(read_filter(filter, today));
    values += std::visit(CountValues{}, nodes.back().value);
    if (values > kMaxFilterValues) throw too_many_values();
  }
  return nodes;
}

}  // namespace fihris::query
