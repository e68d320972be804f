// What holds for any query whatever.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "query_text.h"

namespace fihris::testing {
namespace {

// Signs, words and broken bytes in any order.
rc::Gen<std::string> query_like_text() {
  static const std::vector<std::string> kBits = {
      "(",  ")",    "\"",   "«",   "»",  "“",  "'",   "+",      "-",      "=",           "*",
      "~",  "~5",   "٥~",   ":",   " ",  " ",  " ",   "title:", "مصدر:",  "date:",       "2025",
      "..", "AND",  "OR",   "NOT", "و",  "أو", "ليس", "نفط",    "مدرسة",  "كانون الأول", "\u200F",
      "ـ",  "\xD8", "\xFF", "\n",  "，", "؟",  "C",   "19",     "\u202E", "😀",           "\u064E"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kBits)),
                      [](const std::vector<std::string>& bits) {
                        std::string text;
                        for (const std::string& bit : bits) text += bit;
                        return text;
                      });
}

void check_span(Span span, std::size_t size) {
  RC_ASSERT(span.begin <= span.end);
  RC_ASSERT(span.end <= size);
}

int depth_of(const query::Nodes& nodes);

int depth_of(const query::Node& node) {
  if (const auto* group = std::get_if<query::Group>(&node.value)) return depth_of(group->children);
  if (const auto* require = std::get_if<query::Require>(&node.value))
    return depth_of(require->child);
  if (const auto* exclude = std::get_if<query::Exclude>(&node.value))
    return depth_of(exclude->child);
  if (const auto* field = std::get_if<query::InField>(&node.value)) return depth_of(field->child);
  return 0;
}

int depth_of(const query::Nodes& nodes) {
  int deepest = 0;
  for (const query::Node& node : nodes) deepest = std::max(deepest, depth_of(node));
  return deepest + 1;
}

void check_spans(const query::Node& node, std::size_t size) {
  check_span(node.span, size);
  if (const auto* group = std::get_if<query::Group>(&node.value)) {
    RC_ASSERT(group->children.size() >= 2U);
    for (const query::Node& child : group->children) check_spans(child, size);
  }
}

void check(const std::string& text, bool full_syntax) {
  const query::Parsed parsed = query::parse_query(text, full_syntax);
  for (const query::Diagnostic& diagnostic : parsed.diagnostics) {
    check_span(diagnostic.span, text.size());
    RC_ASSERT(!diagnostic.message.empty());
  }
  if (parsed.root) check_spans(*parsed.root, text.size());
}

RC_GTEST_PROP(QueryProperty, AnyTextIsALegalQuery, ()) {
  const std::string text = *query_like_text();
  check(text, false);
  check(text, true);
}

RC_GTEST_PROP(QueryProperty, AnyBytesAreALegalQuery, (const std::string& bytes)) {
  check(bytes, true);
}

RC_GTEST_PROP(QueryProperty, TextWithoutSignsNeedsNoRemark, ()) {
  const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
      "نفط", "و", "أو", "NOT", "ليس", "كوفيد-19", "10:30", "غاز،", "قال:", "المدارس؟"));
  std::string text;
  for (const std::string& word : words) text += word + ' ';
  RC_ASSERT(query::parse_query(text).diagnostics.empty() || words.size() > query::kMaxWords);
}

// Each of these makes a parser that looks ahead for a partner again and again go quadratic, which
// at this length is minutes.
TEST(QueryProperty, HugeQueriesAreReadInOnePass) {
  for (const std::string bit :
       {"(",      ")",    "\"",         "«",    "'",    "' ", "~5 ", "((a",     "+",      "a*",
        "title:", "\"a ", "date:2025 ", "a\"b", "AND ", "ا",  "-(",  "title:(", "\u200F", "=«"}) {
    std::string text;
    while (text.size() < 1'000'000) text += bit;
    const query::Parsed parsed = query::parse_query(text, true);
    EXPECT_LE(parsed.diagnostics.size(), 20U) << bit;
    EXPECT_LE(parsed.root ? depth_of(*parsed.root) : 0, 3 * query::kMaxDepth + 3) << bit;
  }
}

}  // namespace
}  // namespace fihris::testing
