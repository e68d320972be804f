// What holds for every word, sensible or not.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "lemmas/arabic_lemmatizer.h"
#include "text/letters.h"
#include "text/orthography.h"

namespace fihris {
namespace {

std::size_t letters_in(const std::string& utf8) {
  std::size_t count = 0;
  for (const char c : utf8) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

void check(const std::string& word) {
  const stemmer::lemmas::ArabicLemma result = stemmer::lemmas::lemmatize_arabic(word);
  RC_ASSERT(!result.lemma.empty());
  RC_ASSERT(letters_in(result.lemma) <= letters_in(word) + 3);
  RC_ASSERT(stemmer::text::fold_arabic(result.lemma) == result.lemma);
  RC_ASSERT(stemmer::text::fold_arabic(result.core) == result.core);
  RC_ASSERT(stemmer::lemmas::lemmatize_arabic(word).lemma == result.lemma);
}

rc::Gen<std::string> letters_up_to(int size) {
  const std::string alphabet = "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYyPJVG";
  const auto letter = rc::gen::elementOf(alphabet);
  return rc::gen::mapcat(rc::gen::inRange(1, size), [letter](int length) {
    return rc::gen::container<std::string>(static_cast<std::size_t>(length), letter);
  });
}

RC_GTEST_PROP(ArabicLemmatizer, GivesAFoldedLemmaOfBoundedLengthForAnyLetters, ()) {
  check(from_letters(*letters_up_to(14)));
}

// Letters of affixes only: as many splits as a word can have.
RC_GTEST_PROP(ArabicLemmatizer, HoldsForWordsMadeOfAffixes, ()) {
  std::string word;
  const auto count = *rc::gen::inRange(1, 8);
  for (int i = 0; i < count; ++i) {
    word += *rc::gen::element<std::string>("w", "f", "b", "k", "l", "Al", "s", "y", "hA", "hm",
                                           "At", "yn", "wn", "p");
  }
  check(from_letters(word));
}

RC_GTEST_PROP(Letters, FoldLikeTheOrthographicTable, ()) {
  const std::string letters = *letters_up_to(10);
  RC_ASSERT(from_letters(fold_letters(letters)) ==
            stemmer::text::fold_arabic(from_letters(letters)));
}

RC_GTEST_PROP(Letters, SurviveTheWayToUtf8AndBack, ()) {
  const std::string letters = *letters_up_to(10);
  RC_ASSERT(to_letters(from_letters(letters)) == letters);
}

TEST(ArabicLemmatizer, KeepsAWordOfThousandsOfLettersAsItIs) {
  std::string word;
  for (int i = 0; i < 2500; ++i) word += "وة";
  EXPECT_EQ(stemmer::lemmas::lemmatize_arabic(word).lemma, stemmer::text::fold_arabic(word));
}

TEST(ArabicLemmatizer, KeepsLettersItDoesNotKnow) {
  EXPECT_EQ(stemmer::lemmas::lemmatize_arabic("ٹیسٹ").lemma, stemmer::text::fold_arabic("ٹیسٹ"));
  EXPECT_EQ(stemmer::lemmas::lemmatize_arabic("ﷲ").lemma, stemmer::text::fold_arabic("ﷲ"));
}

}  // namespace
}  // namespace fihris
