#include "query/query_operators.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fihris::query {

Operator operator_of(std::string_view word) {
  struct Spelling {
    std::string_view word;
    Operator meaning;
  };
  static constexpr std::array<Spelling, 8> kSpellings = {{{"AND", Operator::kAnd},
                                                          {"و", Operator::kAnd},
                                                          {"OR", Operator::kOr},
                                                          {"أو", Operator::kOr},
                                                          {"او", Operator::kOr},
                                                          {"NOT", Operator::kNot},
                                                          {"ليس", Operator::kButNot},
                                                          {"بدون", Operator::kButNot}}};
  const auto* const found =
      std::find_if(kSpellings.begin(), kSpellings.end(),
                   [word](const Spelling& spelling) { return spelling.word == word; });
  return found == kSpellings.end() ? Operator::kNone : found->meaning;
}

Node exclude(Node node) {
  if (std::holds_alternative<Exclude>(node.value)) return node;
  const Span span = node.span;
  Nodes child;
  child.push_back(std::move(node));
  return {Exclude{std::move(child)}, span};
}

Node require(Node node) {
  const Span span = node.span;
  Nodes child;
  child.push_back(std::move(node));
  return {Require{std::move(child)}, span};
}

namespace {

bool negates(Operator op) { return op == Operator::kNot || op == Operator::kButNot; }

Node group(Group::Op op, Nodes children) {
  if (children.size() == 1) return std::move(children.front());
  const Span span{children.front().span.begin, children.back().span.end};
  return {Group{op, std::move(children)}, span};
}

// Puts the operators of one level together: items → operands joined by AND, OR, NOT, the rest side
// by side.
class Folder {
 public:
  Folder(Items items, Diagnostics& diagnostics)
      : items_(std::move(items)), diagnostics_(diagnostics) {}

  Node fold() {
    while (at_ < items_.size()) {
      if (starts_operand(at_)) {
        read_chain();
      } else {
        diagnostics_.add("an operator without words on both sides; read as a word",
                         items_[at_].node.span);
        pieces_.push_back({std::move(items_[at_++].node), false});
      }
    }
    return group(Group::Op::kAny, required_pieces());
  }
  bool used_operator() const { return used_; }

 private:
  struct Piece {
    Node node;
    bool has_and;
  };

  bool starts_operand(std::size_t i) const {
    if (i >= items_.size()) return false;
    if (items_[i].op == Operator::kNone) return true;
    return items_[i].op == Operator::kNot && i + 1 < items_.size() &&
           items_[i + 1].op == Operator::kNone;
  }

  Node operand() {
    if (items_[at_].op != Operator::kNot) return std::move(items_[at_++].node);
    used_ = true;
    at_ += 2;
    return exclude(std::move(items_[at_ - 1].node));
  }

  // Whether an operator and its operand follow. After «AND», «ليس x» is NOT x as well.
  bool continues() const {
    return at_ < items_.size() && items_[at_].op != Operator::kNone && starts_operand(at_ + 1);
  }

  void read_chain() {
    Nodes any;
    Nodes all;
    bool has_and = false;
    all.push_back(operand());
    while (continues()) {
      const Operator op = items_[at_++].op;
      used_ = true;
      if (op == Operator::kOr) {
        any.push_back(group(Group::Op::kAll, std::exchange(all, {})));
        all.push_back(operand());
      } else {
        has_and = true;
        Node next = operand();
        all.push_back(negates(op) ? exclude(std::move(next)) : std::move(next));
      }
    }
    any.push_back(group(Group::Op::kAll, std::move(all)));
    pieces_.push_back({group(Group::Op::kEither, std::move(any)), has_and});
  }

  // The pieces as members of a group. Beside others, what was joined by AND stays a demand.
  Nodes required_pieces() {
    const bool alone = pieces_.size() == 1;
    Nodes nodes;
    for (Piece& piece : pieces_) {
      const bool all = piece.has_and && !alone && std::holds_alternative<Group>(piece.node.value);
      nodes.push_back(all ? require(std::move(piece.node)) : std::move(piece.node));
    }
    return nodes;
  }

  Items items_;
  Diagnostics& diagnostics_;
  std::vector<Piece> pieces_;
  std::size_t at_ = 0;
  bool used_ = false;
};

}  // namespace

OperatorResult fold_operators(Items items, Diagnostics& diagnostics) {
  Folder folder(std::move(items), diagnostics);
  Node node = folder.fold();
  return {std::move(node), folder.used_operator()};
}

Node side_by_side(Items items) {
  Nodes nodes;
  nodes.reserve(items.size());
  for (Item& item : items) nodes.push_back(std::move(item.node));
  return group(Group::Op::kAny, std::move(nodes));
}

}  // namespace fihris::query
