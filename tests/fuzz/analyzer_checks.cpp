#include <string>
#include <vector>

#include "checks.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/store/fields.h"
#include "fihris/store/token_column.h"
#include "text_checks.h"

namespace fihris::fuzz {
namespace {

// U+FDFA, three bytes, stands for four words of 33 bytes; nothing may expand much more than that.
constexpr std::size_t kTokensPerByte = 2;
constexpr std::size_t kKeyBytesPerByte = 16;
constexpr std::size_t kKeyBytesAtLeast = 64;  // plurals and months may be shorter than their lemma

struct SeenToken {
  Token token;
  std::string norm;
  std::string lemma;
  explicit SeenToken(const Token& t) : token(t), norm(t.norm), lemma(t.lemma) {}
};

bool same(const SeenToken& a, const SeenToken& b) {
  return a.token.span == b.token.span && a.token.position == b.token.position &&
         a.token.kind == b.token.kind && a.token.in_sequence == b.token.in_sequence &&
         a.token.stop == b.token.stop && a.token.sentence_start == b.token.sentence_start &&
         a.norm == b.norm && a.lemma == b.lemma;
}

void require_key(std::string_view key, const Span& span) {
  require(!key.empty(), "keys are not empty");
  require(is_valid_utf8(key), "keys are valid UTF-8");
  require(key.size() <= kKeyBytesPerByte * (span.end - span.begin) + kKeyBytesAtLeast,
          "keys are of bounded size");
}

void require_term(const Token& token) {
  for (const bool in_title : {false, true}) {
    const std::string term = term_of(token.kind, token.lemma, in_title);
    require(!term.empty() && term.size() <= kMaxTermBytes, "terms fit Xapian");
  }
}

void require_spans(std::string_view text, const std::vector<Token>& tokens) {
  const std::vector<bool> begins = boundaries(text);
  for (const Token& token : tokens) {
    require(token.span.begin < token.span.end, "a token is not empty");
    require(token.span.end <= text.size(), "a token lies inside the text");
    require(begins[token.span.begin] && begins[token.span.end],
            "a token stands on code-point boundaries");
  }
}

void require_sequence(const std::vector<Token>& tokens) {
  std::uint32_t next = 0;
  std::size_t begin = 0;
  for (const Token& token : tokens) {
    if (!token.in_sequence) {
      require(next > 0 && token.position == next - 1, "an extra token has its place's position");
      continue;
    }
    require(token.position == next++, "positions count the sequence");
    require(token.span.begin >= begin, "the sequence ascends");
    begin = token.span.begin;
  }
}

std::vector<SeenToken> analyzed(Analyzer& analyzer, std::string_view text) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  require(tokens.size() <= kTokensPerByte * text.size(), "the number of tokens is bounded");
  require_spans(text, tokens);
  require_sequence(tokens);
  for (const Token& token : tokens) {
    require_key(token.norm, token.span);
    require_key(token.lemma, token.span);
    require_term(token);
    require(token.lemma_id < analyzer.lemma_id_bound(), "lemma numbers stay below their bound");
  }
  return {tokens.begin(), tokens.end()};
}

void require_same(const std::vector<SeenToken>& first, const std::vector<SeenToken>& second) {
  require(first.size() == second.size(), "a text has the same tokens again");
  for (std::size_t i = 0; i < first.size(); ++i) {
    require(same(first[i], second[i]), "a text has the same tokens again");
  }
}

}  // namespace

void check_analyzer(std::string_view bytes) {
  Analyzer analyzer;
  const std::vector<SeenToken> fresh = analyzed(analyzer, bytes);
  require_same(fresh, analyzed(analyzer, bytes));  // now from the cache
  const std::string repaired = repair_utf8(bytes);
  require(is_valid_utf8(repaired), "repaired text is valid UTF-8");
  require(repair_utf8(repaired) == repaired, "repair is idempotent");
  const std::string norm = normalize(repaired);
  require(is_valid_utf8(norm), "normalised text is valid UTF-8");
  require(normalize(norm) == norm, "normalisation is idempotent");
  analyzer.explain(bytes);
}

}  // namespace fihris::fuzz
