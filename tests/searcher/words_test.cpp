// Which articles the words of a query find.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

class Words : public ::testing::Test {
 protected:
  SearchIndex index_{bodies({
      "افتتحت الجامعة مختبرا جديدا لأبحاث المياه",         // a
      "تراجعت أسعار القمح في الأسواق العالمية",            // b
      "زار وفد من الجامعات مصنع الحديد الذي توسع",         // c
      "ارتفع سعر الذهب بعد اجتماع البنك المركزي",          // d
      "انتشار كوفيد-19 في مدارس العاصمة منذ نوفمبر 2024",  // e
      "مدرسة صغيرة في الجبل",                              // f
  })};
};

TEST_F(Words, AreFoundInAnyForm) {
  EXPECT_THAT(index_.ids("جامعة"), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(index_.ids("والسعر"), UnorderedElementsAre("b", "d"));
  EXPECT_THAT(index_.ids("زلزال"), IsEmpty());
}

TEST(WordsInTaMarbuta, AreFoundWhenTheirDotsWereNotTyped) {
  SearchIndex index(
      bodies({"أغلقت بلدة القرية أبوابها", "عاد إلى بلده مساء", "افتتحت مكتبة عامة"}));
  EXPECT_THAT(index.ids("مكتبه"), ElementsAre("c"));
  EXPECT_THAT(index.ids("بلده"), ElementsAre("b", "a")) << "first what was typed";
  EXPECT_THAT(index.ids("بلدة"), ElementsAre("a"));
  EXPECT_THAT(index.ids("=بلده"), ElementsAre("b"));
}

TEST_F(Words, SideBySideFindAnyOfThem) {
  EXPECT_THAT(index_.ids("قمح ذهب"), UnorderedElementsAre("b", "d"));
}

TEST_F(Words, FoundTogetherRankFirst) { EXPECT_THAT(index_.ids("جامعة مختبر مياه").front(), "a"); }

TEST_F(Words, OfOtherCalendarsMeanTheSameMonth) {
  EXPECT_THAT(index_.ids("تشرين الثاني"), ElementsAre("e"));
  EXPECT_THAT(index_.ids("تشرين الثاني ٢٠٢٤"), ElementsAre("e"));
}

TEST_F(Words, OfACompoundAreFoundAloneAndTogether) {
  EXPECT_THAT(index_.ids("كوفيد"), ElementsAre("e"));
  EXPECT_THAT(index_.ids("19"), ElementsAre("e"));
  EXPECT_THAT(index_.ids("كوفيد-19"), ElementsAre("e"));
}

TEST_F(Words, RequiredAndExcludedDecide) {
  EXPECT_THAT(index_.ids("+جامعة قمح"), UnorderedElementsAre("a", "c"));
  EXPECT_THAT(index_.ids("جامعة -مصنع"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("-جامعة -سعر"), UnorderedElementsAre("e", "f"));
  EXPECT_THAT(index_.ids("+جامعة +مصنع"), ElementsAre("c"));
}

TEST_F(Words, JoinedByOperatorsDoWhatTheySay) {
  EXPECT_THAT(index_.ids("(جامعة و مصنع)"), ElementsAre("c"));
  EXPECT_THAT(index_.ids("(مصنع أو ذهب)"), UnorderedElementsAre("c", "d"));
  EXPECT_THAT(index_.ids("(جامعة بدون مصنع)"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("سعر AND NOT ذهب", true), ElementsAre("b"));
  EXPECT_THAT(index_.ids("(سعر أو جامعة) و (ذهب أو مختبر)"), UnorderedElementsAre("a", "d"));
}

TEST_F(Words, AskedForAsTypedAreFoundInThatFormOnly) {
  EXPECT_THAT(index_.ids("مدرسة"), UnorderedElementsAre("e", "f"));
  EXPECT_THAT(index_.ids("=مدرسة"), ElementsAre("f"));
  EXPECT_THAT(index_.ids("=مدارس"), ElementsAre("e"));
  EXPECT_THAT(index_.ids("-=مدارس مدرسة"), ElementsAre("f"));
}

TEST_F(Words, WithAStarAreBeginnings) {
  EXPECT_THAT(index_.ids("مختب*"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("المختب*"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("+ذه* سعر"), ElementsAre("d"));
}

TEST_F(Words, WithAStarNeedTwoLetters) {
  const SearchResults results = index_.search("م*");
  ASSERT_THAT(results.diagnostics, SizeIs(1));
  EXPECT_EQ(results.diagnostics[0].span, (Span{0, 3}));
}

TEST_F(Words, OfNothingButFunctionWordsAreFoundInTheText) {
  EXPECT_THAT(index_.ids("الذي"), ElementsAre("c"));
  EXPECT_THAT(index_.ids("من الذي"), ElementsAre("c"));
  EXPECT_THAT(index_.ids("+الذي"), ElementsAre("c"));
  EXPECT_THAT(index_.ids("=الذي"), ElementsAre("c"));
}

TEST_F(Words, ThatAreFunctionWordsDoNotDecideBesideOthers) {
  EXPECT_THAT(index_.ids("ذهب الذي"), ElementsAre("d"));
  EXPECT_THAT(index_.ids("+الذي جامعة"), ElementsAre("c"));
  EXPECT_THAT(index_.ids("جامعة -الذي"), ElementsAre("a"));
  EXPECT_THAT(index_.ids("-الذي"), UnorderedElementsAre("a", "b", "d", "e", "f"));
}

TEST_F(Words, ThatSayNothingFindEverything) {
  for (const char* query : {"", "   ", "؟!", "+", "()", "\"\"", "*"}) {
    const SearchResults results = index_.search(query);
    EXPECT_THAT(ids_of(results), ElementsAre("a", "b", "c", "d", "e", "f")) << query;
    EXPECT_EQ(results.estimated_total, 6U);
    EXPECT_TRUE(results.exhaustive);
  }
}

TEST_F(Words, AreCounted) {
  SearchRequest request;
  request.query = "جامعة";
  request.limit = 0;
  const SearchResults results = index_.search(request);
  EXPECT_THAT(results.hits, IsEmpty());
  EXPECT_EQ(results.estimated_total, 2U);
  EXPECT_TRUE(results.exhaustive);
}

TEST(WordsOfAnEmptyIndex, FindNothing) {
  SearchIndex index({});
  EXPECT_THAT(index.ids("جامعة"), IsEmpty());
  EXPECT_THAT(index.ids("الذي"), IsEmpty());
  EXPECT_THAT(index.ids("-جامعة"), IsEmpty());
  EXPECT_THAT(index.ids(""), IsEmpty());
}

}  // namespace
}  // namespace fihris::testing
