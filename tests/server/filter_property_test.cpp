// What holds for every filter, and for texts that are none.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "errors/api_error.h"
#include "filter_text.h"
#include "filters/parse_filter.h"

namespace fihris::server::filters {
namespace {

using Kind = Filter::Kind;

rc::Gen<std::string> any_text() {
  const std::vector<std::string> pieces = {"a",  "Z",  "0", "-1", ".",   "_", " ", "'",
                                           "\"", "\\", "(", "]",  "AND", "م", "لَ", "😀"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                      [](const std::vector<std::string>& chosen) {
                        std::string text;
                        for (const std::string& piece : chosen) text += piece;
                        return text;
                      });
}

Filter any_condition() {
  static const std::vector<Kind> kKinds = {Kind::kEquals, Kind::kRange,  Kind::kBeginsWith,
                                           Kind::kExists, Kind::kIsNull, Kind::kIsEmpty};
  Filter filter{.kind = *rc::gen::elementOf(kKinds), .field = *any_text()};
  if (filter.kind == Kind::kEquals || filter.kind == Kind::kBeginsWith) filter.value = *any_text();
  if (filter.kind != Kind::kRange) return filter;
  const int form = *rc::gen::inRange(0, 3);
  const bool included = form == 2 || *rc::gen::arbitrary<bool>();
  if (form != 1) filter.from = FilterBound{*any_text(), included};
  if (form != 0) filter.to = FilterBound{*any_text(), included};
  return filter;
}

// As the parser makes them: no list of one, no NOT of a NOT.
Filter any_filter(int depth) {
  const int form = depth == 0 ? 0 : *rc::gen::inRange(0, 4);
  if (form == 0) return any_condition();
  if (form == 1) {
    Filter inner = any_filter(depth - 1);
    if (inner.kind == Kind::kNot) return inner;
    return {.kind = Kind::kNot, .children = {std::move(inner)}};
  }
  Filter filter{.kind = form == 2 ? Kind::kAnd : Kind::kOr};
  const int size = *rc::gen::inRange(2, 4);
  for (int i = 0; i < size; ++i) filter.children.push_back(any_filter(depth - 1));
  return filter;
}

RC_GTEST_PROP(FilterProperty, AFilterThatIsWrittenOutReadsAsItself, ()) {
  const Filter filter = any_filter(3);
  const auto read = parse_filter(testing::to_text(filter), "invalid_search_filter");
  RC_ASSERT(read == filter);
}

// Texts that are almost filters: pieces of the language in any order.
RC_GTEST_PROP(FilterProperty, AnyTextIsReadOrRefusedWithAMessage, ()) {
  const std::vector<std::string> pieces = {
      "a",    " ",          "=",           "!=", ">", "<=",   "IN",    "NOT ",   "NOT",
      "AND ", " OR",        "TO",          "[",  "]", ",",    "(",     ")",      "'",
      "\"",   "\\",         "\\u",         "{",  "}", "\xD9", "م",     "EXISTS", "IS NULL",
      "😀",    "_geoRadius", "STARTS WITH", "\n", "1", "\0",   "EMPTY", "\x80"};
  const auto chosen = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces));
  std::string text;
  for (const std::string& piece : chosen) text += piece;
  try {
    const auto filter = parse_filter_parameter(text, "invalid_search_filter");
    if (filter)
      RC_ASSERT(parse_filter(testing::to_text(*filter), "invalid_search_filter") == filter);
  } catch (const errors::ApiError& error) {
    RC_ASSERT(error.status() == 400);
    RC_ASSERT(nlohmann::ordered_json::accept(error.json()));
  }
}

}  // namespace
}  // namespace fihris::server::filters
