#include "query/query_filters.h"

#include <optional>
#include <string_view>
#include <utility>

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

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// «…», "…" and the like around all of it are taken off.
std::string_view unquoted(std::string_view value) {
  if (value.empty()) return value;
  const searcher::text::CodePoint open = searcher::text::code_point_at(value, 0);
  std::size_t last = value.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(value[last]) & 0xC0U) == 0x80U) --last;
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
  std::string_view rest = trimmed(filter);
  const bool excludes = !rest.empty() && rest.front() == '-';
  if (excludes) rest.remove_prefix(1);
  const std::size_t colon = rest.find(':');
  if (colon == std::string_view::npos) throw not_a_filter(filter, "has no field");
  const FieldSpec* field = find_field(trimmed(rest.substr(0, colon)));
  if (field == nullptr) throw not_a_filter(filter, "names a field that does not exist");
  const std::string_view value = trimmed(rest.substr(colon + 1));
  if (value.empty()) throw not_a_filter(filter, "has no value");
  Node node = read_value(filter, *field, value, today);
  if (!excludes) return node;
  query::Nodes children;
  children.push_back(std::move(node));
  return {query::Exclude{std::move(children)}, {}};
}

}  // namespace

std::vector<Node> read_filters(const std::vector<std::string>& filters, Today today) {
  std::vector<Node> nodes;
  nodes.reserve(filters.size());
  for (const std::string& filter : filters) nodes.push_back(read_filter(filter, today));
  return nodes;
}

}  // namespace fihris::query
