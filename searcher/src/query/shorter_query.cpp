#include "query/shorter_query.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "fihris/stemmer/internal/utf8.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

bool is_plain(const Node& node) {
  return std::holds_alternative<Word>(node.value) || std::holds_alternative<Phrase>(node.value) ||
         std::holds_alternative<Prefix>(node.value);
}

constexpr int kLeastQuoted = 3;

int words_in(std::string_view text) {
  int words = 0;
  bool inside = false;
  stemmer::each_code_point(text, [&](char32_t c, std::size_t) {
    const bool blank = searcher::text::is_separator(c);
    words += !blank && !inside ? 1 : 0;
    inside = !blank;
  });
  return words;
}

bool is_long_quotation(const Node& node) {
  const auto* phrase = std::get_if<Phrase>(&node.value);
  return phrase != nullptr && phrase->slop == 0 && !phrase->exact &&
         words_in(phrase->text) >= kLeastQuoted;
}

void make_words(Node& node) {
  std::string text = std::move(std::get<Phrase>(node.value).text);
  node.value = Word{std::move(text), false};
}

}  // namespace

bool rank_quotation_as_words(ParsedQuery& query) {
  if (!query.root) return false;
  const Span span = query.root->span;
  if (is_long_quotation(*query.root)) {
    make_words(*query.root);
  } else {
    auto* const group = std::get_if<Group>(&query.root->value);
    if (group == nullptr || group->op != Group::Op::kAny ||
        !std::all_of(group->children.begin(), group->children.end(), is_long_quotation))
      return false;
    for (Node& child : group->children) make_words(child);
  }
  query.diagnostics.push_back(
      {"no article has the quotation word for word; ranked as words", span});
  return true;
}

bool drop_last_word(ParsedQuery& query) {
  auto* const group = query.root ? std::get_if<Group>(&query.root->value) : nullptr;
  if (group == nullptr || group->op != Group::Op::kAny) return false;
  Nodes& members = group->children;
  if (std::count_if(members.begin(), members.end(), is_plain) < 2) return false;
  members.erase(std::find_if(members.rbegin(), members.rend(), is_plain).base() - 1);
  return true;
}

}  // namespace fihris::query
