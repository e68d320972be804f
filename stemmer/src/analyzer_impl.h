// What an Analyzer consists of.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "months/months.h"
#include "tokens/tokenizer.h"
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
  const stemmer::CachedWord* look_up(stemmer::WordCache::Key key, std::string_view raw,
                                     TokenKind kind, bool acronym);
  const stemmer::CachedWord* analyze_word(std::string_view raw, TokenKind kind, bool acronym);
  void add_role(stemmer::months::MonthRole role);
  stemmer::months::MonthRole date_role(const stemmer::tokens::Word& word);

  void add_word(std::string_view text, const stemmer::tokens::Word& word,
                stemmer::WordCache::Key key, std::vector<Token>& tokens);
  void add_compound(std::string_view text, const stemmer::tokens::Word& word,
                    std::vector<Token>& tokens);
  void add_token(const stemmer::CachedWord& cached, const Token& model, std::vector<Token>& tokens);
  void finish_months(std::string_view text, std::vector<Token>& tokens);

  // The same for outlines.
  void outline_word(std::string_view text, const stemmer::tokens::Word& word,
                    stemmer::WordCache::Key key, std::vector<LightToken>& tokens);
  void outline_known(const stemmer::tokens::Word& word, const stemmer::WordCache::Glance& known,
                     std::vector<LightToken>& tokens);
  void outline_compound(std::string_view text, const stemmer::tokens::Word& word,
                        std::vector<LightToken>& tokens);
  void finish_months(std::string_view text, std::vector<LightToken>& tokens);

  AnalyzerConfig config;
  stemmer::WordAnalyzer words;
  stemmer::tokens::Tokenizer tokenizer;
  stemmer::WordCache cache;
  stemmer::LemmaIds ids;
  std::uint64_t epoch = 1;
  std::vector<stemmer::tokens::Word> split;
  std::vector<stemmer::WordCache::Key> keys;      // beside split
  std::vector<stemmer::months::MonthRole> roles;  // of the sequence being made
  std::uint32_t position = 0;
  bool month_seen = false;
};

}  // namespace fihris
