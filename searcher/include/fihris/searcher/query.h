// Query text → query tree. Total: any text is a legal query.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fihris/stemmer/token.h"
#include "fihris/store/field_table.h"

namespace fihris::query {

// Something the parser could not take as syntax, and what it did instead. Span in bytes of the
// query text.
struct Diagnostic {
  std::string message;
  Span span;
};

struct Node;
using Nodes = std::vector<Node>;

struct Word {
  std::string text;
  bool exact = false;
};  // exact: `=word`, this form only
// slop 0: in order, adjacent; n: in any order with at most n other words among them. exact: `="…"`,
// the forms as typed.
struct Phrase {
  std::string text;
  unsigned slop = 0;
  bool exact = false;
};
struct Prefix {
  std::string text;
};  // `word*`
// kAny: words side by side, ranked, what is marked or a filter is required. kAll: AND. kEither: OR
// as written.
struct Group {
  enum class Op { kAny, kAll, kEither } op = Op::kAny;
  Nodes children;
};
struct Require {
  Nodes child;
};  // `+x`: exactly one child
struct Exclude {
  Nodes child;
};  // `-x`: exactly one child
struct InField {
  std::string field;
  Nodes child;
};  // canonical English field name
struct DateRange {
  std::string first, last;
};  // inclusive ISO days; empty = open
// In a field of numbers; inclusive, nothing = open.
struct NumberRange {
  std::optional<double> first, last;
};
// `field:*`: any value at all.
struct AnyValue {};

struct Node {
  std::variant<Word, Phrase, Prefix, Group, Require, Exclude, InField, DateRange, NumberRange,
               AnyValue>
      value;
  Span span;  // in the query text
};

struct Parsed {
  std::optional<Node> root;  // nothing when the text has no word at all
  std::vector<Diagnostic> diagnostics;
};

// See docs/query-language.md. Never throws; time and memory are linear in the text; at most
// kMaxWords words are kept and nesting deeper than kMaxDepth is flattened, both with a diagnostic.
// What is told from the day it is («الأسبوع الماضي») is told from `today`; without it, from the
// system clock's, in UTC. `fields`: those that the text can name.
Parsed parse_query(std::string_view text, bool full_syntax = false,
                   std::optional<std::chrono::sys_days> today = std::nullopt,
                   const FieldTable& fields = FieldTable());
// The tree as one line: any(a b) all(a b) either(a b) +x -x "a b"~2 ="a b" =w w* title(w)
// date(2025-01-01..2025-12-31) views(10..20) country(any value).
std::string describe(const Node& node);

inline constexpr std::size_t kMaxWords = 64;
inline constexpr int kMaxDepth = 20;

}  // namespace fihris::query
