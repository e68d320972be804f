#include "fihris/stemmer/stages.h"

#include "fihris/stemmer/lexicon.h"

namespace fihris {
namespace {

std::string_view name_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kArabic:
      return "arabic";
    case TokenKind::kLatin:
      return "latin";
    case TokenKind::kNumber:
      return "number";
    case TokenKind::kOther:
      return "other";
    case TokenKind::kCompound:
      return "compound";
    case TokenKind::kMonth:
      return "month";
  }
  return "other";
}

bool is_word(TokenKind kind) { return kind != TokenKind::kCompound && kind != TokenKind::kMonth; }

Stages stages_of(const Token& token, std::string_view text) {
  Stages stages;
  stages.surface = text.substr(token.span.begin, token.span.end - token.span.begin);
  stages.repaired = repair_utf8(stages.surface);
  stages.span = token.span;
  stages.position = token.position;
  stages.in_sequence = token.in_sequence;
  stages.kind = name_of(token.kind);
  stages.norm = token.norm;
  stages.key = token.lemma;
  stages.lemma = is_word(token.kind) ? spelled_lemma(token.lemma) : stages.key;
  stages.source = to_string(LemmaSource::kNone);
  stages.stop = token.stop;
  return stages;
}

void add_word_stages(Stages& stages, Analyzer& analyzer) {
  WordAnalysis word = analyzer.explain(stages.surface);
  stages.clitics = std::move(word.clitics);
  stages.core = std::move(word.core);
  stages.source = to_string(word.source);
}

std::string joined_lemmas(std::string_view text, const std::vector<Token>& tokens, bool spelled) {
  std::string result;
  for (const Token& token : tokens) {
    if (!is_word(token.kind) || token.also) continue;
    if (!result.empty()) result.push_back(' ');
    result.append(spelled ? spelled_lemma(token.lemma) : std::string(token.lemma));
  }
  return result.empty() ? std::string(text) : result;
}

}  // namespace

std::vector<Stages> analyze_stages(std::string_view text, Analyzer& analyzer) {
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  std::vector<Stages> result;
  result.reserve(tokens.size());
  for (const Token& token : tokens) result.push_back(stages_of(token, text));
  // Only now: explain() ends the life of the tokens' views.
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (is_word(tokens[i].kind)) add_word_stages(result[i], analyzer);
  }
  return result;
}

TextLemmas lemmas_of(std::string_view text, Analyzer& analyzer, std::vector<Token>& tokens) {
  analyzer.analyze(text, tokens);
  return {joined_lemmas(text, tokens, false), joined_lemmas(text, tokens, true)};
}

}  // namespace fihris
