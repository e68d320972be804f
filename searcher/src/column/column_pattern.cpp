#include "column/column_pattern.h"

#include <algorithm>

#include "column/sequence_match.h"

namespace fihris::searcher::column {
namespace {

bool is_at(const TokenColumn& column, std::size_t i, const PatternToken& token) {
  return column.lemma(i) == token.lemma &&
         (token.norm == PatternToken::kAnyForm || column.norm(i) == token.norm);
}

struct NearKeys {
  std::vector<PatternToken> tokens;
  std::vector<unsigned> need;
};

NearKeys near_keys(const std::vector<PatternToken>& tokens) {
  NearKeys keys;
  for (const PatternToken& token : tokens) {
    const auto at = std::find(keys.tokens.begin(), keys.tokens.end(), token);
    if (at != keys.tokens.end()) {
      ++keys.need[static_cast<std::size_t>(at - keys.tokens.begin())];
    } else {
      keys.tokens.push_back(token);
      keys.need.push_back(1);
    }
  }
  return keys;
}

// `anchor`: the one of the tokens that is looked for first.
bool in_order(const std::vector<PatternToken>& tokens, const PatternToken& anchor,
              const TokenColumn& column, std::size_t begin, std::size_t end) {
  const std::size_t length = tokens.size();
  if (length == 0 || end - begin < length) return false;
  const auto place =
      static_cast<std::size_t>(std::find(tokens.begin(), tokens.end(), anchor) - tokens.begin());
  const std::size_t last = end - (length - 1 - place);  // past the last place for it
  for (std::size_t at = begin + place;; ++at) {
    at = column.find(anchor.lemma, at, last);
    if (at == last) return false;
    const std::size_t first = at - place;
    std::size_t k = 0;
    while (k < length && is_at(column, first + k, tokens[k])) ++k;
    if (k == length) return true;
  }
}

bool near(const ColumnPattern& pattern, const TokenColumn& column, std::size_t begin,
          std::size_t end) {
  const NearKeys keys = near_keys(pattern.tokens);
  bool found = false;
  each_near(
      begin, end, keys.need, pattern.tokens.size() + pattern.slop,
      [&](std::size_t i) {
        for (std::size_t k = 0; k < keys.tokens.size(); ++k) {
          if (is_at(column, i, keys.tokens[k])) return static_cast<int>(k);
        }
        return -1;
      },
      [&](std::size_t, std::size_t) {
        found = true;
        return false;
      });
  return found;
}

}  // namespace

bool ColumnPattern::matches(const TokenColumn& column) const {
  // A phrase does not run on from the title into the text.
  const auto within = [&](std::size_t begin, std::size_t end) {
    if (!ordered) return near(*this, column, begin, end);
    if (tokens.empty()) return false;
    const PatternToken& first = tokens[anchor];
    return in_order(tokens, first, column, begin, end) ||
           in_order(other_order, first, column, begin, end);
  };
  if (within(0, column.title_size())) return true;
  return !title_only && within(column.title_size(), column.size());
}

}  // namespace fihris::searcher::column
