// What holds for any bytes whatever.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"
#include "same_tokens.h"
#include "text/orthography.h"

namespace fihris {
namespace {

// Text of Arabic letters, marks, digits, joiners, Latin and broken bytes in any order.
rc::Gen<std::string> arabic_like_text() {
  static const std::vector<std::string> kBits = {
      "ا",  "أ",     "ب",      "و",      "ل",      "ك",      "ة",      "ى", "ي",
      "ن",  "م",     "ء",      "\u064E", "\u0651", "ـ",      " ",      " ", "\n",
      ".",  "،",     "؟",      "-",      "_",      "'",      "/",      "@", "1",
      "٢",  "٫",     "a",      "B",      "é",      "\u200F", "\u200C", "ﷺ", "ﻻ",
      "م.", "كانون", " الأول", "ديسمبر", "\xD8",   "\xFF",   "漢",     "😀", "https://"};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kBits)),
                      [](const std::vector<std::string>& bits) {
                        std::string text;
                        for (const auto& bit : bits) text += bit;
                        return text;
                      });
}

bool on_boundary(std::string_view text, std::size_t pos) {
  return pos == text.size() || (static_cast<unsigned char>(text[pos]) & 0xC0) != 0x80 ||
         !is_valid_utf8(text);
}

void check_tokens(std::string_view text, const std::vector<Token>& tokens) {
  std::uint32_t next = 0;
  std::size_t begin = 0;
  for (const Token& t : tokens) {
    RC_ASSERT(t.span.begin < t.span.end);
    RC_ASSERT(t.span.end <= text.size());
    RC_ASSERT(on_boundary(text, t.span.begin) && on_boundary(text, t.span.end));
    RC_ASSERT(!t.norm.empty() && !t.lemma.empty());
    RC_ASSERT(is_valid_utf8(t.norm) && is_valid_utf8(t.lemma));
    if (t.in_sequence) {
      RC_ASSERT(t.position == next++);
      RC_ASSERT(t.span.begin >= begin);
      begin = t.span.begin;
    } else {
      RC_ASSERT(next > 0 && t.position == next - 1);
    }
  }
}

RC_GTEST_PROP(AnalyzerProperty, TokensAreWellFormed, ()) {
  const std::string text = *arabic_like_text();
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  check_tokens(text, tokens);
}

RC_GTEST_PROP(AnalyzerProperty, ArbitraryBytesAreAnalysed, (const std::string& bytes)) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(bytes, tokens);
  check_tokens(bytes, tokens);
}

RC_GTEST_PROP(AnalyzerProperty, AnOutlineHasTheSameTokens, ()) {
  const std::string text = *arabic_like_text();
  Analyzer analyzer;
  const std::vector<std::string> fresh = outlined(text, analyzer);
  RC_ASSERT(fresh == analysed(text, analyzer));
  RC_ASSERT(fresh == outlined(text, analyzer));
}

RC_GTEST_PROP(AnalyzerProperty, ACachedWordIsAnalysedAsAFreshOne, ()) {
  const std::string text = *arabic_like_text();
  Analyzer warm;
  std::vector<Token> first;
  std::vector<Token> second;
  warm.analyze(text, first);
  std::vector<std::string> lemmas;
  for (const Token& t : first) lemmas.emplace_back(t.lemma);
  warm.analyze(text, second);
  RC_ASSERT(second.size() == lemmas.size());
  for (std::size_t i = 0; i < lemmas.size(); ++i) RC_ASSERT(second[i].lemma == lemmas[i]);
}

// A letter without a key would leave its place in the sequence empty.
TEST(AnalyzerProperty, EveryLetterAndDigitHasAKey) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  std::size_t letters = 0;
  for (char32_t c = 1; c < 0x110000; ++c) {
    if ((c >= 0xD800 && c < 0xE000) ||
        !stemmer::text::is_letter_or_digit(stemmer::text::classify(c)))
      continue;
    std::string text;
    stemmer::append_utf8(text, c);
    analyzer.analyze(text, tokens);
    EXPECT_FALSE(tokens.empty()) << "U+" << std::hex << static_cast<std::uint32_t>(c);
    ++letters;
  }
  EXPECT_GT(letters, 100'000U);
}

RC_GTEST_PROP(AnalyzerProperty, NormalizeIsIdempotent, ()) {
  const std::string once = normalize(repair_utf8(*arabic_like_text()));
  RC_ASSERT(normalize(once) == once);
}

}  // namespace
}  // namespace fihris
