#include <utility>

#include "query/parsed_query.h"
#include "query/query_dates.h"
#include "query/query_lexer.h"
#include "query/query_operators.h"
#include "query/query_ranges.h"
#include "query/searched_words.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

class Parser {
 public:
  // `lexemes`: those of `text`.
  Parser(std::string_view text, const std::vector<Lexeme>& lexemes, bool full_syntax,
         std::optional<std::chrono::sys_days> today, Diagnostics& diagnostics)
      : text_(text),
        lexemes_(lexemes),
        full_syntax_(full_syntax),
        today_(today),
        diagnostics_(diagnostics) {}

  std::optional<Node> run() { return parse_level(0, lexemes_.size(), 0, nullptr).node; }

 private:
  struct Level {
    std::optional<Node> node;
    bool has_operator = false;
  };

  // Reads the lexemes [begin, end): the text, or what is between two parentheses (`depth` > 0).
  // `field`: named before them.
  Level parse_level(std::size_t begin, std::size_t end, int depth, const FieldSpec* field) {
    Items items;
    bool is_explicit = full_syntax_ || depth > 0;
    const Lexeme* before = nullptr;  // a group by its opening parenthesis
    for (std::size_t i = begin; i < end; ++i) {
      const Lexeme& lexeme = lexemes_[i];
      is_explicit |= lexeme.mark != Lexeme::Mark::kNone ||
                     joins_field(lexeme, before, i + 1 < end ? &lexeme + 1 : nullptr);
      before = &lexeme;
      if (lexeme.kind == Lexeme::Kind::kClose) continue;
      if (lexeme.kind != Lexeme::Kind::kOpen) {
        add_leaf(lexeme, field, items);
      } else if (depth >= kMaxDepth) {
        report_depth(lexeme);
      } else {
        is_explicit |= add_group(i, depth, field, items);
        i = lexeme.partner;
      }
    }
    if (items.empty()) return {};
    return fold(std::move(items), is_explicit);
  }

  // Whether an operator stands beside the value of a field: nobody means it as a word then.
  bool joins_field(const Lexeme& lexeme, const Lexeme* before, const Lexeme* behind) const {
    if (lexeme.kind != Lexeme::Kind::kWord || !lexeme.is_bare() ||
        operator_of(slice(text_, lexeme.text)) == Operator::kNone) {
      return false;
    }
    return (before != nullptr && before->field != nullptr) ||
           (behind != nullptr && behind->field != nullptr);
  }

  Level fold(Items items, bool is_explicit) {
    if (!is_explicit) return {side_by_side(std::move(items)), false};
    OperatorResult folded = fold_operators(std::move(items), diagnostics_);
    return {std::move(folded.node), folded.used_operator};
  }

  // Reads what is between two parentheses. True when an operator was found inside: then the words
  // around are an expression, too.
  bool add_group(std::size_t open, int depth, const FieldSpec* field, Items& items) {
    const Lexeme& lexeme = lexemes_[open];
    const FieldSpec* inner = lexeme.field != nullptr ? lexeme.field : field;
    Level level = parse_level(open + 1, lexeme.partner, depth + 1, inner);
    if (!level.node) return false;
    level.node->span = {lexeme.span.begin, lexemes_[lexeme.partner].span.end};
    items.push_back({with_signs(std::move(*level.node), lexeme)});
    return level.has_operator;
  }

  void add_leaf(const Lexeme& lexeme, const FieldSpec* field, Items& items) {
    const Span kept = within_budget(lexeme);
    if (kept.begin == kept.end) return;
    Item item;
    if (lexeme.kind == Lexeme::Kind::kWord && lexeme.is_bare()) {
      item.op = operator_of(slice(text_, lexeme.text));
    }
    // «1500 OR 2500» in a field of numbers: the operator is not to be read as one.
    const FieldSpec* of = lexeme.field != nullptr      ? lexeme.field
                          : item.op == Operator::kNone ? field
                                                       : nullptr;
    item.node = with_signs(leaf(lexeme, kept, of), lexeme);
    items.push_back(std::move(item));
  }

  Node leaf(const Lexeme& lexeme, Span kept, const FieldSpec* field) {
    std::string text(slice(text_, kept));
    if (lexeme.any_value) {
      if (!has_presence(*lexeme.field)) diagnostics_.add(no_presence(*lexeme.field), lexeme.span);
      return {AnyValue{}, lexeme.span};
    }
    if (field != nullptr && field->role == FieldRole::kExact && text.find("..") != text.npos) {
      diagnostics_.add("text has no ranges; looked for as it stands", lexeme.span);
    }
    if (field != nullptr && field->role == FieldRole::kNumber) {
      if (std::optional<Node> range = read_range(*field, text, today_)) {
        range->span = lexeme.span;
        return *std::move(range);
      }
      diagnostics_.add(unreadable_range(*field), lexeme.span);
    }
    if (field != nullptr && field->role == FieldRole::kDate) {
      if (const std::optional<ReadRange> dates = read_dates(text, today_)) {
        if (dates->swapped) diagnostics_.add("the later date came first; swapped", lexeme.span);
        return {dates->range, lexeme.span};
      }
      diagnostics_.add(
          "not a date; write 2025, 2025-07, 2025-07-23, a range such as 2025-07..2025-12 or "
          "\"last week\"",
          lexeme.span);
    }
    if (lexeme.kind == Lexeme::Kind::kPhrase) {
      return {Phrase{std::move(text), lexeme.slop, lexeme.exact}, lexeme.span};
    }
    if (lexeme.prefix) return {Prefix{std::move(text)}, lexeme.span};
    return {Word{std::move(text), lexeme.exact}, lexeme.span};
  }

  static Node with_signs(Node node, const Lexeme& lexeme) {
    const bool date = lexeme.field != nullptr && lexeme.field->role == FieldRole::kDate;
    const bool text_field = lexeme.field != nullptr && (!date || lexeme.any_value);
    if (text_field) {
      const Span span = node.span;
      Nodes child;
      child.push_back(std::move(node));
      node = {InField{std::string(lexeme.field->name), std::move(child)}, span};
    }
    if (lexeme.mark == Lexeme::Mark::kExclude) return exclude(std::move(node));
    if (lexeme.mark == Lexeme::Mark::kRequire) return require(std::move(node));
    return node;
  }

  // The part of a word or phrase that still fits into kMaxWords.
  Span within_budget(const Lexeme& lexeme) {
    std::size_t end = lexeme.text.begin;
    bool in_word = false;
    for (std::size_t i = lexeme.text.begin; i < lexeme.text.end;) {
      const searcher::text::CodePoint c = searcher::text::code_point_at(text_, i);
      const bool blank =
          lexeme.kind == Lexeme::Kind::kPhrase && searcher::text::is_separator(c.value);
      if (!blank && !in_word && words_++ >= kMaxWords) {
        report_budget(lexeme);
        return {lexeme.text.begin, end};
      }
      in_word = !blank;
      i = c.next;
      if (in_word) end = i;
    }
    return {lexeme.text.begin, end};
  }

  void report_budget(const Lexeme& lexeme) {
    if (std::exchange(budget_reported_, true)) return;
    diagnostics_.add("only the first " + std::to_string(kMaxWords) + " words are used",
                     {lexeme.span.begin, text_.size()});
  }

  void report_depth(const Lexeme& lexeme) {
    if (std::exchange(depth_reported_, true)) return;
    diagnostics_.add("parentheses deeper than " + std::to_string(kMaxDepth) + " levels; ignored",
                     lexeme.span);
  }

  std::string_view text_;
  const std::vector<Lexeme>& lexemes_;
  bool full_syntax_;
  std::optional<std::chrono::sys_days> today_;
  Diagnostics& diagnostics_;
  std::size_t words_ = 0;
  bool budget_reported_ = false;
  bool depth_reported_ = false;
};

}  // namespace

ParsedQuery read_query(std::string text, bool full_syntax,
                       std::optional<std::chrono::sys_days> today, const FieldTable& fields) {
  ParsedQuery query;
  query.text = std::move(text);
  query.asks_nothing = !searcher::text::has_word_character(query.text);
  Diagnostics diagnostics;
  query.lexemes = read_lexemes(query.text, fields, diagnostics);
  query.root = Parser(query.text, query.lexemes, full_syntax, today, diagnostics).run();
  query.diagnostics = diagnostics.take();
  query.searched_words = searched_words(query.text, query.lexemes);
  return query;
}

Parsed parse_query(std::string_view text, bool full_syntax,
                   std::optional<std::chrono::sys_days> today, const FieldTable& fields) {
  ParsedQuery query = read_query(std::string(text), full_syntax, today, fields);
  return {std::move(query.root), std::move(query.diagnostics)};
}

}  // namespace fihris::query
