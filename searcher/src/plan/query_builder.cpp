#include "plan/query_builder.h"

#include <algorithm>
#include <utility>

#include "fihris/store/fields.h"
#include "plan/clause.h"
#include "plan/date_filter.h"
#include "plan/leaf_builder.h"
#include "plan/number_filter.h"
#include "plan/restriction_query.h"
#include "query/moments.h"

namespace fihris::searcher::plan {
namespace {

using query::Node;
using query::Nodes;
using Xapian::Query;

// Alone, function words are looked for in the columns of so many articles.
constexpr Xapian::doccount kMaxColumnsRead = 50000;

template <class T>
const T* as(const Node& node) {
  return std::get_if<T>(&node.value);
}

bool is_plain_word(const Node& node) {
  const auto* word = as<query::Word>(node);
  return word != nullptr && !word->exact;
}

class Builder {
 public:
  Builder(Plan& plan, store::OpenIndex& index, Analyzer& analyzer, const PlanOptions& options)
      : plan_(plan),
        index_(index),
        leaves_(plan, index.database(), analyzer, options.extras),
        demand_(options.demand),
        last_word_prefix_(options.last_word_prefix) {}

  void build(const query::ParsedQuery& query, std::span<const Node> filters,
             const query::Restriction* restriction) {
    GroupMembers parts;
    if (last_word_prefix_) being_typed_ = word_being_typed(query);
    if (query.root && !query.asks_nothing) parts.must.push_back(compile_root(*query.root));
    const bool empty = parts.must.empty() || parts.must.front().empty;
    const std::size_t remarks = plan_.diagnostics.size();
    in_filters_ = true;
    for (const Node& filter : filters) add_member(filter, {}, false, parts);
    if (restriction != nullptr) {
      parts.filters.push_back({"", restriction_query(*restriction, index_)});
    }
    // Filters are no part of the query's text.
    for (std::size_t i = remarks; i < plan_.diagnostics.size(); ++i) plan_.diagnostics[i].span = {};
    plan_.lists_articles = query.asks_nothing;
    if (empty && filters.empty() && restriction == nullptr) {
      if (plan_.lists_articles) plan_.query = Query::MatchAll;
      return;
    }
    finish(join(std::move(parts), {}));
  }

 private:
  // The last word, unless it bears a sign or something follows it, be it a blank: then it is whole.
  static Span word_being_typed(const query::ParsedQuery& query) {
    if (query.lexemes.empty()) return {};
    const query::Lexeme& last = query.lexemes.back();
    const bool plain = last.kind == query::Lexeme::Kind::kWord && !last.exact && !last.prefix &&
                       last.mark != query::Lexeme::Mark::kExclude;
    return plain && last.span.end == query.text.size() ? last.span : Span{};
  }

  bool is_being_typed(const Node& node) const {
    return being_typed_.end != 0 && node.span.begin == being_typed_.begin &&
           node.span.end == being_typed_.end && !in_filters_;
  }

  Clause compile_root(const Node& root) {
    return is_plain_word(root) ? compile_side_by_side({root}, {}) : compile(root, {});
  }

  void finish(Clause clause) {
    leaves_.finish();
    plan_.check_text = clause.trusts_fingerprints();
    plan_.condition = std::move(clause.condition);
    plan_.query = std::move(clause.query);
    plan_.any = std::move(clause.any);
    plan_.required = std::move(clause.patterns);
    if (!plan_.query.empty() || plan_.required.empty()) return;
    auto patterns = std::make_shared<const column::Patterns>(std::exchange(plan_.required, {}));
    auto* scan = new column::PatternSource(std::move(patterns), kMaxColumnsRead, plan_.gave_up);
    plan_.query = Query(scan->release());
  }

  Scope typed(Scope scope, const Node& node) const {
    scope.being_typed = is_being_typed(node);
    return scope;
  }

  Clause compile(const Node& node, Scope scope) {
    if (const auto* word = as<query::Word>(node)) {
      return word->exact ? leaves_.exact_word(word->text, scope)
                         : leaves_.whole_word(word->text, typed(scope, node));
    }
    if (const auto* phrase = as<query::Phrase>(node)) return leaves_.phrase(*phrase, scope);
    if (const auto* prefix = as<query::Prefix>(node)) {
      return leaves_.prefix(*prefix, node.span, scope);
    }
    if (const auto* group = as<query::Group>(node)) return compile_group(*group, scope);
    GroupMembers parts;
    add_member(node, scope, false, parts);
    return join(std::move(parts), {});
  }

  Clause compile_group(const query::Group& group, Scope scope) {
    if (group.op == query::Group::Op::kEither) {
      std::vector<Clause> clauses;
      for (const Node& child : group.children) clauses.push_back(compile(child, scope));
      return any_of_clauses(std::move(clauses));
    }
    if (group.op == query::Group::Op::kAny) return compile_side_by_side(group.children, scope);
    GroupMembers parts;
    for (const Node& child : group.children) add_member(child, scope, false, parts);
    return join(std::move(parts), {false, false});
  }

  // The clause of words and quotations side by side. Beside plain words, a quotation ranks:
  // quotation marks are part of running text, and a headline typed in full must not come to nothing
  // because of them. Quotations alone are demanded.
  Clause compile_side_by_side(const Nodes& children, Scope scope) {
    GroupMembers parts;
    const bool has_words = std::any_of(children.begin(), children.end(), is_plain_word);
    for (std::size_t i = 0; i < children.size();) {
      if (!is_plain_word(children[i])) {
        add_member(children[i++], scope, has_words, parts);
        continue;
      }
      std::string run;
      for (; i < children.size() && is_plain_word(children[i]); ++i) {
        run += as<query::Word>(children[i])->text + ' ';
      }
      add_run(leaves_.words(run, typed(scope, children[i - 1])), parts);
    }
    return join(std::move(parts), {true, demand_ != Demand::kNone, demand_ == Demand::kAll});
  }

  void add_run(WordRun run, GroupMembers& parts) {
    if (demand_ != Demand::kNone) {
      demand_alternatives(run);
    } else {
      for (WordRun::Alternative& each : run.alternatives) {
        parts.should.push_back(std::move(each.clause));
      }
    }
    std::move(run.words.begin(), run.words.end(), std::back_inserter(parts.should));
    std::move(run.wholes.begin(), run.wholes.end(), std::back_inserter(parts.optional));
  }

  // Puts a member of a group where it belongs. `ranked`: what bears no sign ranks instead of being
  // demanded.
  void add_member(const Node& node, Scope scope, bool ranked, GroupMembers& parts) {
    if (const auto* exclude = as<query::Exclude>(node)) {
      scope.excluded = true;
      parts.must_not.push_back(compile(exclude->child.front(), scope));
    } else if (const auto* require = as<query::Require>(node)) {
      parts.must.push_back(compile(require->child.front(), scope));
    } else if (const auto* field = as<query::InField>(node)) {
      add_field(*field, scope, parts);
    } else if (const auto* dates = as<query::DateRange>(node)) {
      parts.filters.push_back({"date", date_query(*dates)});
    } else if (const auto* phrase = as<query::Phrase>(node); ranked && is_soft(phrase)) {
      add_run(leaves_.quoted_words(phrase->text, scope), parts);
    } else {
      (ranked ? parts.should : parts.must).push_back(compile(node, scope));
    }
  }

  static bool is_soft(const query::Phrase* phrase) {
    return phrase != nullptr && phrase->slop == 0 && !phrase->exact;
  }

  void add_field(const query::InField& in_field, Scope scope, GroupMembers& parts) {
    const FieldSpec* field = index_.fields().find(in_field.field);
    const Node& child = in_field.child.front();
    if (field == nullptr || asks_for_words(*field, child)) {
      scope.title = field != nullptr && field->role == FieldRole::kTitle;
      scope.field = scope.title ? nullptr : field;
      parts.must.push_back(compile(child, scope));
    } else {
      parts.filters.push_back({in_field.field, value_query(*field, child, scope)});
    }
  }

  // An attribute that is searched and filters has its words looked for by a query and whole values
  // by a filter.
  bool asks_for_words(const FieldSpec& field, const Node& child) const {
    if (as<query::AnyValue>(child) != nullptr) return false;
    const bool exact =
        field.role == FieldRole::kExact && (in_filters_ || field.word_prefix.empty());
    return field.role == FieldRole::kTitle || field.role == FieldRole::kWords ||
           (field.role == FieldRole::kExact && !exact);
  }

  Query value_query(const FieldSpec& field, const Node& node, Scope scope) {
    if (as<query::AnyValue>(node) != nullptr) return any_value_query(field);
    if (const auto* range = as<query::NumberRange>(node))
      return number_query(field, {*range}, index_);
    if (const auto* dates = as<query::DateRange>(node)) {
      if (field.role != FieldRole::kNumber) return date_query(*dates);
      return number_query(field, {query::moments_of(*dates)}, index_);
    }
    // What could not be read as a number is in no article as one.
    const bool leaf = as<query::Group>(node) == nullptr && as<query::Require>(node) == nullptr &&
                      as<query::Exclude>(node) == nullptr;
    if (field.role == FieldRole::kNumber && leaf) return Query::MatchNothing;
    if (const auto* word = as<query::Word>(node)) return leaves_.field_value(field, word->text);
    if (const auto* phrase = as<query::Phrase>(node)) {
      return leaves_.field_value(field, phrase->text);
    }
    if (const auto* prefix = as<query::Prefix>(node)) {
      return leaves_.field_prefix(field, *prefix, node.span);
    }
    if (const auto* group = as<query::Group>(node)) return values_query(field, *group, scope);
    if (const auto* require = as<query::Require>(node)) {
      return value_query(field, require->child.front(), scope);
    }
    if (const auto* exclude = as<query::Exclude>(node)) {
      const Query not_this = value_query(field, exclude->child.front(), scope);
      return {Query::OP_AND_NOT, Query::MatchAll, not_this};
    }
    return self_contained(compile(node, scope));
  }

  Query values_query(const FieldSpec& field, const query::Group& group, Scope scope) {
    std::vector<Query> values;
    for (const Node& child : group.children) values.push_back(value_query(field, child, scope));
    const bool all = group.op == query::Group::Op::kAll;
    return {all ? Query::OP_AND : Query::OP_OR, values.begin(), values.end()};
  }

  Plan& plan_;
  store::OpenIndex& index_;
  LeafBuilder leaves_;
  Demand demand_;
  bool last_word_prefix_;
  Span being_typed_ = {};  // in the query's text; nothing: none is
  bool in_filters_ = false;
};

}  // namespace

Plan make_plan(const query::ParsedQuery& query, const PlanOptions& options, store::OpenIndex& index,
               Analyzer& analyzer) {
  Plan plan;
  plan.gave_up = std::make_shared<bool>(false);
  plan.diagnostics = query.diagnostics;
  Builder builder(plan, index, analyzer, options);
  builder.build(query, options.filters, options.restriction);
  return plan;
}

}  // namespace fihris::searcher::plan
