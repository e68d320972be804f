#include "discover/typed_words.h"

#include <array>

#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/internal/phrase_table.h"

namespace fihris::searcher::discover {
namespace {

constexpr std::array<std::string_view, 6> kArticles = {"وال", "فال", "بال", "كال", "ال", "لل"};
constexpr std::array<std::string_view, 5> kParticles = {"و", "ف", "ب", "ل", "ك"};
constexpr std::size_t kLeastAfterParticle = 2;

std::string normalized_word(std::string_view text) {
  std::string word = normalize(text);
  word.erase(std::remove(word.begin(), word.end(), ' '), word.end());
  return word;
}

void read_last(std::string_view text, TypedWords& typed) {
  const std::string word = normalized_word(text);
  if (word.empty()) return;
  typed.beginnings.push_back(word);
  for (const std::string_view article : kArticles) {
    if (!word.starts_with(article)) continue;
    // Alone, the article says that another word is about to come.
    if (word.size() == article.size() && typed.complete_key.empty()) continue;
    typed.beginnings.push_back(word.substr(article.size()));
    return;
  }
  for (const std::string_view particle : kParticles) {
    if (!word.starts_with(particle)) continue;
    std::string rest = word.substr(particle.size());
    if (stemmer::count_code_points(rest) >= kLeastAfterParticle)
      typed.less_likely.push_back(std::move(rest));
  }
}

}  // namespace

// Splits what is typed into words. The analyser says where they are; what stands between them does
// not matter.
TypedWords read_typed(std::string_view text, Analyzer& analyzer) {
  TypedWords typed;
  const std::string repaired = repair_utf8(stemmer::first_bytes(text, kMaxTypedBytes));
  std::vector<Token> tokens;
  analyzer.analyze(repaired, tokens);
  std::vector<Span> words;
  for (const Token& token : tokens) {
    if (token.in_sequence) words.push_back(token.span);
  }
  if (words.empty()) return typed;
  const bool unfinished = words.back().end == repaired.size();
  const std::size_t complete = words.size() - (unfinished ? 1 : 0);
  for (std::size_t i = 0; i < complete; ++i) {
    const std::string word = repaired.substr(words[i].begin, words[i].end - words[i].begin);
    typed.complete += word + ' ';
    typed.complete_key += store::word_key(word, analyzer).key + ' ';
  }
  if (unfinished) read_last(std::string_view(repaired).substr(words.back().begin), typed);
  return typed;
}

}  // namespace fihris::searcher::discover
