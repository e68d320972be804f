// Tokens as one readable line each, for comparison in tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris::testing {

// The printed words of the sequence, joined by '|'; extra tokens are in brackets after the word
// they start with.
inline std::string surfaces(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::string out;
  for (const Token& t : tokens) {
    const std::string surface(text.substr(t.span.begin, t.span.end - t.span.begin));
    if (!t.in_sequence) {
      out += "(" + surface + ")";
    } else {
      out += (out.empty() ? "" : "|") + surface;
    }
  }
  return out;
}

// Norms of the sequence, joined by '|'.
inline std::string norms(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::string out;
  for (const Token& t : tokens) {
    if (t.in_sequence) out += (out.empty() ? "" : "|") + std::string(t.norm);
  }
  return out;
}

// Lemma of the first sequence token.
inline std::string lemma(std::string_view word) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(word, tokens);
  return tokens.empty() ? "" : std::string(tokens.front().lemma);
}

// Words of the tokens that begin a sentence, joined by '|'.
inline std::string sentence_starts(std::string_view text) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::string out;
  for (const Token& t : tokens) {
    if (!t.sentence_start) continue;
    out += (out.empty() ? "" : "|") +
           std::string(text.substr(t.span.begin, t.span.end - t.span.begin));
  }
  return out;
}

}  // namespace fihris::testing
