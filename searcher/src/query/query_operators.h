// AND, OR and NOT in two languages: items of one level → tree.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "fihris/searcher/query.h"
#include "query/query_lexer.h"

namespace fihris::query {

// kNot may open an expression; kButNot («ليس», «بدون») stands between words only, as in a sentence
// it often opens one.
enum class Operator : std::uint8_t { kNone, kAnd, kOr, kNot, kButNot };
Operator operator_of(std::string_view word);

// An operand, or a word that may be an operator (its node is the word itself, should it turn out to
// be none).
struct Item {
  Node node;
  Operator op = Operator::kNone;
};
using Items = std::vector<Item>;

Node exclude(Node node);
Node require(Node node);

// The items of a level, not empty. Operators without an operand where they need one are read as
// words.
struct OperatorResult {
  Node node;
  bool used_operator = false;
};
OperatorResult fold_operators(Items items, Diagnostics& diagnostics);

// All of them as words.
Node side_by_side(Items items);

}  // namespace fihris::query
