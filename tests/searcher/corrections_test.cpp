// Queries that were meant otherwise.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "search_index.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Reason = Correction::Reason;

class Corrections : public ::testing::Test {
 protected:
  SearchIndex index_{bodies({
      "افتتح وزير الزراعة سوق الخضار الجديدة",              // a
      "سافر ليوناردو زافيراكي إلى المتحف ومعه ثلاث لوحات",  // b
      "الانتخابات البلدية في موعدها والحملة هادئة",         // c
      "شركة Quantimex تبيع محطات الطاقة الشمسية",           // d
      "أمطار غزيرة على الساحل والرياح شمالية",              // e
  })};

  // What a query is corrected to, or "-".
  std::string corrected(std::string_view query) {
    const SearchResults results = index_.search(query);
    return results.corrected ? results.corrected->query : "-";
  }
  std::string offered(std::string_view query) {
    const SearchResults results = index_.search(query);
    return results.did_you_mean ? results.did_you_mean->query : "-";
  }
  Reason reason(std::string_view query) {
    return index_.search(query).corrected.value_or(Correction{}).reason;
  }
};

TEST_F(Corrections, OfSpellingAreMadeWhenNothingIsFound) {
  EXPECT_EQ(corrected("الانتخبات"), "الانتخابات");
  EXPECT_EQ(reason("الانتخبات"), Reason::kSpelling);
  EXPECT_THAT(index_.ids("الانتخبات"), ElementsAre("c"));
  EXPECT_EQ(index_.search("الانتخبات").query, "الانتخبات");
}

TEST_F(Corrections, ForgiveLettersThatAreOftenConfused) {
  EXPECT_EQ(corrected("الخظار"), "الخضار");
  EXPECT_EQ(corrected("صوق"), "سوق");
}

TEST_F(Corrections, LeaveWordsOfTheLanguageAlone) {
  EXPECT_EQ(corrected("الضراعة"), "-");  // a word, though nearly الزراعة
  EXPECT_EQ(offered("أمطار الضراعة"), "-");
}

TEST_F(Corrections, PartWordsThatWereRunTogether) {
  EXPECT_EQ(corrected("سوقالخضار"), "سوق الخضار");
}

TEST_F(Corrections, KeepWhatStandsAroundTheWord) {
  EXPECT_EQ(corrected("+الانتخبات"), "+الانتخابات");
  EXPECT_EQ(corrected("\"الانتخبات البلدية\""), "\"الانتخابات البلدية\"");
}

TEST_F(Corrections, AreOnlyOfferedWhenSomethingIsFound) {
  EXPECT_EQ(corrected("وزير الانتخبات"), "-");
  EXPECT_EQ(offered("وزير الانتخبات"), "وزير الانتخابات");
  EXPECT_THAT(index_.ids("وزير الانتخبات"), ElementsAre("a"));
}

TEST_F(Corrections, AreNotOfferedWhenAllWordsAreInTheIndex) {
  EXPECT_EQ(offered("وزير الانتخابات"), "-");
  EXPECT_EQ(offered("+وزير +أمطار"), "-");
}

TEST_F(Corrections, NeverNameAWordThatIsNotInTheIndex) {
  EXPECT_EQ(corrected("المطبخخ"), "-");
  EXPECT_EQ(offered("المطبخخ"), "-");
  EXPECT_EQ(corrected("Shakespeare"), "-");
}

TEST_F(Corrections, LeaveValuesExcludedWordsAndOperatorsAlone) {
  EXPECT_EQ(offered("أمطار -الانتخبات"), "-");
  EXPECT_EQ(offered("أمطار source:الانتخبات"), "-");
  EXPECT_EQ(corrected("(Leonardo AND zafiraki)"), "(ليوناردو AND زافيراكي)");
}

TEST_F(Corrections, OfLatinLettersFindNames) {
  EXPECT_EQ(corrected("Zafiraki"), "زافيراكي");
  EXPECT_EQ(reason("Zafiraki"), Reason::kLatin);
  EXPECT_EQ(corrected("leonardo zafiraki"), "ليوناردو زافيراكي");
  EXPECT_THAT(index_.ids("Zafiraki"), ElementsAre("b"));
}

TEST_F(Corrections, LeaveLatinWordsOfTheIndexAlone) {
  EXPECT_EQ(corrected("quantimex"), "-");
  EXPECT_THAT(index_.ids("quantimex"), ElementsAre("d"));
}

TEST_F(Corrections, OfTheKeyboardReadTheOtherLayout) {
  EXPECT_EQ(corrected("hghkjohfhj"), "الانتخابات");
  EXPECT_EQ(reason("hghkjohfhj"), Reason::kKeyboard);
  EXPECT_EQ(corrected("hgfg]dm"), "البلدية");
  EXPECT_EQ(corrected(",.dv hg.vhum"), "وزير الزراعة");
}

TEST_F(Corrections, OfTheKeyboardTakeShortWordsAlong) {
  EXPECT_EQ(corrected("hghkjohfhj td l,u]ih"), "الانتخابات في موعدها");
}

TEST_F(Corrections, OfTheKeyboardKnowAzerty) {
  EXPECT_EQ(corrected("hg;fv^m"), "-");
  EXPECT_EQ(corrected("lphzhj"), "-");
  EXPECT_EQ(corrected("hgù)rm"), "-");
  EXPECT_EQ(corrected("hgùhr,"), "الطاقة");
  index_.add({article("k", "", "وقع طلاس على أوراق شركة UBS")});
  EXPECT_EQ(corrected("ùbs"), "طلاس");
}

TEST_F(Corrections, OfTheKeyboardKnowAccentsTypedBeforeTheirLetter) {
  index_.add({article("k", "", "جهاز قديم في جيب المعطف")});
  EXPECT_EQ(corrected("îh:"), "جهاز");  // ^ and i of an AZERTY keyboard
  EXPECT_EQ(corrected("hglu'xt"), "-");
}

TEST_F(Corrections, OfTheKeyboardOfferTheReadingOfTheOtherLayout) {
  index_.add({article("k", "", "غادر ركان صباحا"), article("m", "", "وصلت روان إلى مكتبها")});
  const SearchResults results = index_.search("v;hk");
  ASSERT_TRUE(results.corrected && results.did_you_mean);
  EXPECT_EQ(results.corrected->query, "ركان");
  EXPECT_EQ(results.did_you_mean->query, "روان");
  EXPECT_EQ(results.did_you_mean->reason, Reason::kKeyboard);
  EXPECT_THAT(ids_of(results), ElementsAre("k"));
  EXPECT_EQ(corrected("v;hk lmjfih"), "روان مكتبها") << "the other word tells the layout";
}

TEST_F(Corrections, OfTheKeyboardPreferWhatIsPrintedSo) {
  // By the keys also مئري, of which the search key is that of ميري.
  index_.add({article("k", "", "لحن مصري"), article("m", "", "كتاب ميري")});
  EXPECT_EQ(corrected("lzvd"), "مصري");
  EXPECT_EQ(offered("lzvd"), "مئري");
}

TEST_F(Corrections, OfTheKeyboardPreferWhatLeavesNothingOut) {
  index_.add({article("k", "", "كحالة وكحال")});
  EXPECT_EQ(corrected("mphg,"), "كحالة");  // not «كحال,»
}

TEST_F(Corrections, OfTheKeyboardAskMoreOfWhatMayBeALatinWord) {
  index_.add({article("k", "", "لم أقضيه هنا")});
  EXPECT_EQ(corrected("hrawi"), "-");  // «اقضئه»
  index_.add({article("m", "", "سيقضئه أو اقضئه")});
  EXPECT_EQ(corrected("hrawi"), "اقضئه");
}

TEST_F(Corrections, OfTheKeyboardDoNotTakeAMistakeOfPrintForAWord) {
  index_.add({article("k", "", "لا تضاهي ذلك"), article("l", "", "قدرات تضاهي غيرها"),
              article("m", "", "تضاهي الفندق"), article("n", "", "لا تضاهى، وهي تضاهى")});
  EXPECT_EQ(corrected("jahin"), "-");  // Jahin, or تضاهى, which one of four prints
  EXPECT_EQ(offered("jahin"), "تضاهى");
  EXPECT_EQ(corrected("jahid"), "تضاهي");
  EXPECT_EQ(corrected("jahin hgshpg"), "تضاهى الساحل") << "the other word is surely not Latin";
}

// An article of a million words in which one word is rare.
class RareWords : public ::testing::Test {
 protected:
  static std::string much_text() {
    std::string text;
    for (int i = 0; i < 500'000; ++i) text += "سفينة مرفأ ";
    return text;
  }
  SearchIndex index_{bodies({much_text(), "غنت مشاعل أمس", "وصل الضحاك وحده"})};
};

TEST_F(RareWords, ThatLookLatinAreOnlyOffered) {
  SearchResults results = index_.search("lahug");  // Latin, or مشاعل
  EXPECT_FALSE(results.corrected);
  ASSERT_TRUE(results.did_you_mean);
  EXPECT_EQ(results.did_you_mean->query, "مشاعل");
  index_.add({article("o", "", "فاز لاهوغ أمس")});
  results = index_.search("lahug");
  ASSERT_TRUE(results.corrected && results.did_you_mean);
  EXPECT_EQ(results.corrected->query, "لاهوغ");
  EXPECT_EQ(results.did_you_mean->query, "مشاعل");
}

TEST_F(RareWords, ThatNoLatinWordLooksLikeAreCorrected) {
  const SearchResults results = index_.search("hgaphm");  // no name begins with hg
  ASSERT_TRUE(results.corrected);
  EXPECT_EQ(results.corrected->query, "الضحاك");
}

TEST_F(RareWords, AreThoseOfOneArticle) {
  index_.add({article("o", "", "عادت مشاعل")});
  EXPECT_EQ(index_.search("lahug").corrected.value_or(Correction{}).query, "مشاعل");
}

TEST_F(Corrections, OfLatinNamesAreNoWordBehindAPreposition) {
  index_.add({article("k", "", "حضر بضمن القائمة"), article("m", "", "ضم الكتاب صورا")});
  EXPECT_EQ(corrected("badam"), "-");  // بضم is a lemma here, but asked for it is «ب» and ضم
}

TEST_F(Corrections, OfTheKeyboardKeepALetterThatNoKeyGives) {
  index_.add({article("k", "", "زار چولى المدينة")});
  EXPECT_EQ(corrected("چ,gn"), "چولى");
}

TEST_F(Corrections, OfTheKeyboardReadLatinWordsTypedInArabic) {
  EXPECT_EQ(corrected("ضعشىفهةثء"), "quantimex");
  EXPECT_EQ(reason("ضعشىفهةثء"), Reason::kKeyboard);
}

TEST_F(Corrections, OfTheKeyboardAreOfferedForShortLatinWordsOfTheIndex) {
  index_.add({article("k", "", "شركة Olds وشركة jfg وشركة Holds"),
              article("m", "", "يوم خميس في المتجر، ولا شيء غيره. تبلا وأخميس")});
  EXPECT_EQ(corrected("olds"), "-");
  EXPECT_EQ(offered("olds"), "خميس");
  EXPECT_EQ(offered("olds jfg"), "-") << "the other word is none: تبل";
  EXPECT_EQ(offered("holds"), "-") << "five Latin letters are no accident: أخميس";
  SearchRequest request;
  request.query = "olds";
  request.corrections.keyboard = false;
  EXPECT_FALSE(index_.search(request).did_you_mean);
}

TEST_F(Corrections, OfTheKeyboardNeedFourLetters) {
  EXPECT_EQ(corrected("s,r"), "-");  // سوق
}

TEST_F(Corrections, OfTheKeyboardAreMadeThoughPiecesOfTheWordAreFound) {
  index_.add({article("k", "", "الأحرف d و k في الجدول")});
  EXPECT_EQ(corrected("[]d]m"), "-");  // the index has الجديدة, not جديدة
  EXPECT_EQ(corrected("hg[]d]m"), "الجديدة");
  EXPECT_THAT(index_.ids("hg[]d]m"), ElementsAre("a"));
}

TEST_F(Corrections, OfTheKeyboardNeedTheFormItself) {
  // A form of الساحل that is not in the index, as any string of letters may be a form of something.
  EXPECT_EQ(corrected(",shpgi"), "-");
  EXPECT_EQ(corrected("hgshpg"), "الساحل");
}

TEST_F(Corrections, CanBeSwitchedOffOneByOne) {
  SearchRequest request;
  request.query = "Zafiraki";
  request.corrections.latin = false;
  EXPECT_FALSE(index_.search(request).corrected);
  request.query = "hghkjohfhj";
  EXPECT_TRUE(index_.search(request).corrected);
  request.corrections.keyboard = false;
  EXPECT_FALSE(index_.search(request).corrected);
  request.query = "الانتخبات";
  EXPECT_TRUE(index_.search(request).corrected);
  request.corrections.spelling = false;
  EXPECT_FALSE(index_.search(request).corrected);
  EXPECT_FALSE(index_.search(request).did_you_mean);
}

TEST_F(Corrections, GiveTheSameRankingForRuns) {
  const std::vector<RankedId> ranked = index_.searcher().rank("Zafiraki", 10);
  ASSERT_EQ(ranked.size(), 1U);
  EXPECT_EQ(ranked.front().id, "b");
}

TEST_F(Corrections, FollowTheIndex) {
  EXPECT_EQ(corrected("Brunhilde"), "-");
  index_.add({article("n", "", "غنت برونهيلده في المسرح")});
  EXPECT_EQ(corrected("Brunhilde"), "برونهيلده");
  index_.remove({"n"});
  index_.compact();
  EXPECT_EQ(corrected("Brunhilde"), "-");
}

TEST_F(Corrections, MatchWithFilters) {
  SearchRequest request;
  request.query = "الانتخبات";
  request.filters = {"date:1990"};
  const SearchResults results = index_.search(request);
  EXPECT_THAT(results.hits, IsEmpty());
  EXPECT_FALSE(results.corrected);
  ASSERT_TRUE(results.did_you_mean);
  EXPECT_EQ(results.did_you_mean->query, "الانتخابات");
}

TEST_F(Corrections, TakeAnyText) {
  for (const char* query : {"", "]]]]", ";;;;;;;;", "....", "\"\"", "+", "a'", "'''", "\xFF\xFE",
                            "لالالالالالالالالالالا", "((((", "::::", "2222", "٢٢٢٢"}) {
    EXPECT_NO_THROW(index_.search(query)) << query;
  }
  for (const char* letter : {"x", "c", "ب", "لا", ";", "é"}) {
    std::string longest;
    while (longest.size() < 100000) longest += letter;
    EXPECT_NO_THROW(index_.search(longest)) << letter;
  }
  std::string words;
  for (int i = 0; i < 500; ++i) words += "كككخخ" + std::to_string(i) + " zzqqz ";
  EXPECT_NO_THROW(index_.search(words));
}

}  // namespace
}  // namespace fihris::testing
