#include "query/query_filters.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "fihris/searcher/request.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"
#include "query/query_ranges.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

using query::Node;

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

// Whether a tree asks for values of fields only.
struct OnlyFields {
  template <class Part>
  bool operator()(const Part& part) const {
    const auto each = [this](const Node& child) { return std::visit(*this, child.value); };
    if constexpr (requires { part.children; }) {
      return std::all_of(part.children.begin(), part.children.end(), each);
    } else if constexpr (std::is_same_v<Part, InField> || std::is_same_v<Part, DateRange>) {
      return true;
    } else if constexpr (requires { part.child; }) {
      return std::all_of(part.child.begin(), part.child.end(), each);
    } else {
      return false;
    }
  }
};

// Reads filters, each of one field or an expression of several.
class FilterReader {
 public:
  FilterReader(const FieldTable& fields, Today today) : fields_(fields), today_(today) {}

  Node read(const std::string& filter) const {
    std::string_view rest = stemmer::trim(filter, " ");
    if (rest.starts_with('(')) return expression(filter);
    const bool excludes = rest.starts_with('-');
    if (excludes) rest.remove_prefix(1);
    const std::size_t colon = rest.find(':');
    if (colon == std::string_view::npos) throw wrong(filter, "has no field");
    const FieldSpec* field = fields_.find(stemmer::trim(rest.substr(0, colon), " "));
    if (field == nullptr) throw wrong(filter, "names a field that does not exist");
    const std::string_view value = stemmer::trim(rest.substr(colon + 1), " ");
    if (value.empty()) throw wrong(filter, "has no value");
    if (field->role == FieldRole::kStored) throw wrong(filter, "names a field that only sorts");
    Node node = value_of(filter, *field, value);
    if (!excludes) return node;
    query::Nodes children;
    children.push_back(std::move(node));
    return {query::Exclude{std::move(children)}, {}};
  }

 private:
  Error wrong(const std::string& filter, const std::string& why) const {
    return {ErrorCode::kUsage, "the filter \"" + filter + "\" " + why,
            "Write a field and a value, such as source:رويترز or date:2025-07..2025-12; the fields "
            "are " +
                enumerated(fields_.query_names(), "and") + "."};
  }

  // "(country:مصر OR views:1000..)". Demanded as a whole: not an alternative to other filters, even
  // where it comes to one field.
  Node expression(const std::string& filter) const {
    query::Parsed parsed = query::parse_query(filter, true, today_, fields_);
    if (!parsed.root || !std::visit(OnlyFields{}, parsed.root->value)) {
      throw wrong(filter, "has words without a field");
    }
    query::Nodes children;
    children.push_back(std::move(*parsed.root));
    return {query::Require{std::move(children)}, {}};
  }

  Node value_of(const std::string& filter, const FieldSpec& field, std::string_view value) const {
    if (value == "*" && !has_presence(field)) throw wrong(filter, no_presence(field));
    if (value == "*") return wrap_field(field, {query::AnyValue{}, {}});
    const bool grouped = value.front() == '(';
    if (field.role == FieldRole::kDate && !grouped) {
      std::optional<Node> dates = query::read_range(field, unquoted(value), today_);
      if (!dates) throw wrong(filter, "has no date that can be read");
      return *std::move(dates);
    }
    if (field.role == FieldRole::kNumber && !grouped) {
      std::optional<Node> range = query::read_range(field, unquoted(value), today_);
      if (!range) throw wrong(filter, "can not be read: " + query::unreadable_range(field));
      return wrap_field(field, *std::move(range));
    }
    if (field.role == FieldRole::kExact && !grouped && value.size() > 1 && value.back() == '*') {
      return wrap_field(field, {query::Prefix{std::string(value.substr(0, value.size() - 1))}, {}});
    }
    if (field.role == FieldRole::kExact && !grouped) {
      return wrap_field(field, {query::Phrase{std::string(unquoted(value))}, {}});
    }
    return words_of(filter, field, value, grouped);
  }

  // What stands in parentheses, or is words. Read with the field before it, which has a name that a
  // query can hold: its own may have blanks.
  Node words_of(const std::string& filter, const FieldSpec& field, std::string_view value,
                bool grouped) const {
    query::Parsed parsed = query::parse_query(value, grouped, today_, fields_);
    if (!parsed.root) throw wrong(filter, "has no word");
    if (field.role == FieldRole::kNumber || field.role == FieldRole::kDate) {
      read_ranges(filter, field, *parsed.root);
    }
    if (field.role == FieldRole::kDate) return std::move(*parsed.root);
    return wrap_field(field, std::move(*parsed.root));
  }

  // Makes ranges of the words of a tree.
  void read_ranges(const std::string& filter, const FieldSpec& field, Node& node) const {
    const auto* word = std::get_if<query::Word>(&node.value);
    const auto* phrase = std::get_if<query::Phrase>(&node.value);
    if (word != nullptr || phrase != nullptr) {
      const std::string text = word != nullptr ? word->text : phrase->text;
      std::optional<Node> range = query::read_range(field, text, today_);
      if (!range) throw wrong(filter, "has a value that can not be read: " + text);
      node.value = std::move(range->value);
    } else if (auto* group = std::get_if<query::Group>(&node.value)) {
      for (Node& child : group->children) read_ranges(filter, field, child);
    } else if (auto* require = std::get_if<query::Require>(&node.value)) {
      read_ranges(filter, field, require->child.front());
    } else if (auto* exclude = std::get_if<query::Exclude>(&node.value)) {
      read_ranges(filter, field, exclude->child.front());
    }
  }

  const FieldTable& fields_;
  Today today_;
};

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

std::vector<Node> read_filters(const std::vector<std::string>& filters, Today today,
                               const FieldTable& fields) {
  const FilterReader reader(fields, today);
  std::vector<Node> nodes;
  nodes.reserve(filters.size());
  std::size_t values = 0;
  for (const std::string& filter : filters) {
    nodes.push_back(reader.read(filter));
    values += std::visit(CountValues{}, nodes.back().value);
    if (values > kMaxFilterValues) throw too_many_values();
  }
  return nodes;
}

}  // namespace fihris::query
