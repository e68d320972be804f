#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "fihris/store/token_column.h"

namespace fihris {
namespace {

using Words = std::vector<std::tuple<std::string, std::string, bool>>;

std::vector<Token> tokens_of(const Words& words) {
  std::vector<Token> tokens;
  for (const auto& [lemma, norm, start] : words) {
    Token token;
    token.lemma = lemma;
    token.norm = norm;
    token.sentence_start = start;
    tokens.push_back(token);
  }
  return tokens;
}

RC_GTEST_PROP(TokenColumnProperty, EveryTokenComesBack, (const Words& title, const Words& body)) {
  TokenColumnBuilder builder;
  builder.add(tokens_of(title));
  builder.end_title();
  builder.add(tokens_of(body));
  const std::string bytes = builder.encode();
  const TokenColumn column(bytes);
  RC_ASSERT(column.size() == title.size() + body.size());
  RC_ASSERT(column.title_size() == title.size());
  for (std::size_t i = 0; i < column.size(); ++i) {
    const auto& [lemma, norm, start] = i < title.size() ? title[i] : body[i - title.size()];
    RC_ASSERT(column.lemma(i) == lemma_fingerprint(TokenKind::kArabic, lemma));
    RC_ASSERT(column.norm(i) == norm_fingerprint(norm));
    RC_ASSERT(column.sentence_start(i) == start);
  }
}

RC_GTEST_PROP(TokenColumnProperty, AnyBytesReadWithinTheirBounds, (const std::string& bytes)) {
  const TokenColumn column(bytes);
  RC_ASSERT(column.title_size() <= column.size());
  RC_ASSERT(column.size() * 3 <= bytes.size());
  unsigned sum = 0;
  for (std::size_t i = 0; i < column.size(); ++i) sum += column.lemma(i) + column.norm(i);
  RC_ASSERT(column.size() > 0 || sum == 0U);
}

}  // namespace
}  // namespace fihris
