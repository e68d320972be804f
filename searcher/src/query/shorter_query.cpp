#include "query/shorter_query.h"

#include <algorithm>
#include <variant>

namespace fihris::query {
namespace {

bool is_plain(const Node& node) {
  return std::holds_alternative<Word>(node.value) || std::holds_alternative<Phrase>(node.value) ||
         std::holds_alternative<Prefix>(node.value);
}

}  // namespace

bool drop_last_word(ParsedQuery& query) {
  auto* const group = query.root ? std::get_if<Group>(&query.root->value) : nullptr;
  if (group == nullptr || group->op != Group::Op::kAny) return false;
  Nodes& members = group->children;
  if (std::count_if(members.begin(), members.end(), is_plain) < 2) return false;
  members.erase(std::find_if(members.rbegin(), members.rend(), is_plain).base() - 1);
  return true;
}

}  // namespace fihris::query
