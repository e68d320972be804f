// What an Analyzer consists of.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "months.h"
#include "tokenizer.h"
#include "word_analyzer.h"
#include "word_cache.h"

namespace fihris {

// How far ahead, in words, a slot of the cache is asked for; a word takes some 30 ns, memory some
// 100.
inline constexpr std::size_t kSlotAhead = 12;

inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

struct Analyzer::Impl {
  explicit Impl(AnalyzerConfig c) : config(std::move(c)), words(config.latin_language) {}

  void start(std::string_view text);
  void find_keys(std::string_view text);
  const CachedWord* look_up(WordCache::Key key, std::string_view raw, TokenKind kind, bool acronym);
  const CachedWord* analyze_word(std::string_view raw, TokenKind kind, bool acronym);
  void add_role(MonthRole role);
  MonthRole date_role(const Word& word);

  void add_word(std::string_view text, const Word& word, WordCache::Key key,
                std::vector<Token>& tokens);
  void add_compound(std::string_view text, const Word& word, std::vector<Token>& tokens);
  void add_token(const CachedWord& cached, const Token& model, std::vector<Token>& tokens);
  void finish_months(std::string_view text, std::vector<Token>& tokens);

  // The same for outlines.
  void outline_word(std::string_view text, const Word& word, WordCache::Key key,
                    std::vector<LightToken>& tokens);
  void outline_known(const Word& word, const WordCache::Glance& known,
                     std::vector<LightToken>& tokens);
  void outline_compound(std::string_view text, const Word& word, std::vector<LightToken>& tokens);
  void finish_months(std::string_view text, std::vector<LightToken>& tokens);

  AnalyzerConfig config;
  WordAnalyzer words;
  Tokenizer tokenizer;
  WordCache cache;
  LemmaIds ids;
  std::uint64_t epoch = 1;
  std::vector<Word> split;
  std::vector<WordCache::Key> keys;  // beside split
  std::vector<MonthRole> roles;      // of the sequence being made
  std::uint32_t position = 0;
  bool month_seen = false;
};

}  // namespace fihris
