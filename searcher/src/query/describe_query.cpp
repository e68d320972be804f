// Query trees as text.
#include "fihris/searcher/query.h"
#include "text/number_text.h"

namespace fihris::query {
namespace {

std::string children_of(const Nodes& nodes) {
  std::string out;
  for (const Node& node : nodes) out += (out.empty() ? "" : " ") + describe(node);
  return out;
}

struct Printer {
  std::string operator()(const Word& word) const { return (word.exact ? "=" : "") + word.text; }
  std::string operator()(const Phrase& phrase) const {
    const std::string slop = phrase.slop == 0 ? "" : "~" + std::to_string(phrase.slop);
    return (phrase.exact ? "=\"" : "\"") + phrase.text + "\"" + slop;
  }
  std::string operator()(const Prefix& prefix) const { return prefix.text + "*"; }
  std::string operator()(const Group& group) const {
    const char* name = group.op == Group::Op::kAny   ? "any("
                       : group.op == Group::Op::kAll ? "all("
                                                     : "either(";
    return name + children_of(group.children) + ")";
  }
  std::string operator()(const Require& require) const { return "+" + children_of(require.child); }
  std::string operator()(const Exclude& exclude) const { return "-" + children_of(exclude.child); }
  std::string operator()(const InField& field) const {
    return field.field + "(" + children_of(field.child) + ")";
  }
  std::string operator()(const DateRange& range) const {
    return "date(" + range.first + ".." + range.last + ")";
  }
  std::string operator()(const NumberRange& range) const {
    return bound(range.first) + ".." + bound(range.last);
  }
  std::string operator()(const AnyValue&) const { return "any value"; }

 private:
  static std::string bound(const std::optional<double>& number) {
    return number ? searcher::text::number_text(*number) : std::string();
  }
};

}  // namespace

std::string describe(const Node& node) { return std::visit(Printer{}, node.value); }

}  // namespace fihris::query
