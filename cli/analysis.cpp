#include "analysis.h"

#include <istream>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/lexicon.h"
#include "output.h"

namespace fihris::cli {
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

// The lemmas of the words of a line, as keys or as people write them. Month names are left as the
// words they are: the month they mean is a matter of the text around them.
void append_lemmas(std::string_view line, const std::vector<Token>& tokens, bool spelled,
                   std::string& result) {
  const std::size_t start = result.size();
  for (const Token& token : tokens) {
    if (!is_word(token.kind) || token.also) continue;
    if (result.size() > start) result.push_back(' ');
    result.append(spelled ? spelled_lemma(token.lemma) : std::string(token.lemma));
  }
  if (result.size() == start) result.append(line);
}

}  // namespace

std::vector<Stages> analyze_stages(std::string_view text) {
  Analyzer analyzer;
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

void lemmatize_lines(std::istream& words, Output& out) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  std::string line;
  std::string result;
  while (std::getline(words, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    analyzer.analyze(line, tokens);
    result.assign(line).push_back('\t');
    append_lemmas(line, tokens, false, result);
    result.push_back('\t');
    append_lemmas(line, tokens, true, result);
    out.line(result);
  }
  out.close();
}

}  // namespace fihris::cli
