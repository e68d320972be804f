// Tokens as lines of text, whichever way they were made.
#pragma once

#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris {

template <class AnyToken>
std::string described(const AnyToken& token, std::string_view norm, std::string_view lemma) {
  std::ostringstream line;
  line << token.span.begin << '-' << token.span.end << " at " << token.position << " kind "
       << static_cast<int>(token.kind) << " id " << token.lemma_id
       << (token.in_sequence ? " q" : "") << (token.sentence_start ? " s" : "") << ' ' << norm
       << '/' << lemma;
  return line.str();
}

inline std::vector<std::string> analysed(std::string_view text, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<std::string> lines;
  for (const Token& token : tokens) lines.push_back(described(token, token.norm, token.lemma));
  return lines;
}

inline std::vector<std::string> outlined(std::string_view text, Analyzer& analyzer) {
  std::vector<LightToken> tokens;
  analyzer.outline(text, tokens);
  std::vector<std::string> lines;
  for (const LightToken& token : tokens) {
    lines.push_back(described(token, analyzer.norm(token), analyzer.lemma(token)));
  }
  return lines;
}

}  // namespace fihris
