// Words, quotation marks, signs and stars.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query_text.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Case {
  const char* query;
  const char* tree;
};

void expect_trees(const std::vector<Case>& cases) {
  for (const Case& c : cases) EXPECT_EQ(tree_of(c.query), c.tree) << c.query;
}

TEST(QueryParser, TakesPlainWordsAsTheyAre) {
  expect_trees({
      {"انتخابات", "انتخابات"},
      {"  انتخابات   بلدية ", "any(انتخابات بلدية)"},
      {"كوفيد-19 والـBBC", "any(كوفيد-19 والـBBC)"},
      {"C++ أ.ف.ب", "any(C++ أ.ف.ب)"},
      {"ميزانية\tالدولة\nللعام", "any(ميزانية الدولة للعام)"},
  });
}

TEST(QueryParser, FindsNoWordInSignsAlone) {
  expect_trees({{"", "-"},
                {"   ", "-"},
                {"+ - = *", "-"},
                {"؟،؛!", "-"},
                {"\"\"", "-"},
                {"«»", "-"},
                {"()", "-"},
                {"(((", "-"},
                {"~5", "~5"},
                {"-", "-"},
                {"\"؟ !\"", "-"},
                {"+()", "-"},
                {"= * ~", "-"}});
}

TEST(QueryParser, ReadsEveryKindOfQuotationMark) {
  expect_trees({
      {"\"ميناء طنجة\"", "\"ميناء طنجة\""},
      {"«ميناء طنجة»", "\"ميناء طنجة\""},
      {"“ميناء طنجة”", "\"ميناء طنجة\""},
      {"”ميناء طنجة“", "\"ميناء طنجة\""},
      {"„ميناء طنجة“", "\"ميناء طنجة\""},
      {"‟ميناء طنجة″", "\"ميناء طنجة\""},
      {"＂ميناء طنجة＂", "\"ميناء طنجة\""},
      {"'ميناء طنجة'", "\"ميناء طنجة\""},
      {"‘ميناء طنجة’", "\"ميناء طنجة\""},
      {"زار «ميناء طنجة» أمس", "any(زار \"ميناء طنجة\" أمس)"},
      {"لـ«ميناء طنجة»", "any(لـ \"ميناء طنجة\")"},
  });
}

TEST(QueryParser, LeavesApostrophesInsideWordsAlone) {
  expect_trees({{"don't won't", "any(don't won't)"},
                {"rock 'n' roll", "any(rock \"n\" roll)"},
                {"l'été 'avant", "any(l'été 'avant)"}});
  EXPECT_THAT(noted("l'été 'avant"), IsEmpty());
}

TEST(QueryParser, TakesAnInchMarkForNoQuotation) {
  EXPECT_EQ(tree_of("شاشة 55\" وشاشة 40\" جديدة"), "any(شاشة 55\" وشاشة 40\" جديدة)");
}

TEST(QueryParser, IgnoresAQuotationMarkWithoutPartner) {
  EXPECT_EQ(tree_of("«ميناء طنجة"), "any(«ميناء طنجة)");
  EXPECT_THAT(noted("«ميناء طنجة"), ElementsAre("«"));
  EXPECT_THAT(noted("ميناء \" طنجة"), ElementsAre("\""));
}

TEST(QueryParser, ReadsNearnessOnEitherSide) {
  expect_trees({
      {"\"سد النهضة\"~5", "\"سد النهضة\"~5"},
      {"\"سد النهضة\"5~", "\"سد النهضة\"~5"},
      {"~5\"سد النهضة\"", "\"سد النهضة\"~5"},
      {"5~\"سد النهضة\"", "\"سد النهضة\"~5"},
      {"«سد النهضة»~٥", "\"سد النهضة\"~5"},
      {"٥~«سد النهضة»", "\"سد النهضة\"~5"},
      {"«سد النهضة» ~12 مصر", "any(\"سد النهضة\"~12 مصر)"},
      {"\"سد النهضة\"~999999999999", "\"سد النهضة\"~100"},
      {"\"سد النهضة\" 5 سنوات", "any(\"سد النهضة\" 5 سنوات)"},
  });
  EXPECT_THAT(noted("سد ~5 النهضة"), ElementsAre("~5"));
}

TEST(QueryParser, ReadsSignsBeforeAWord) {
  expect_trees({
      {"+نفط -غاز", "any(+نفط -غاز)"},
      {"نفط \u2212غاز", "any(نفط -غاز)"},
      {"+«أسعار النفط» -\"أسعار الغاز\"", "any(+\"أسعار النفط\" -\"أسعار الغاز\")"},
      {"=مدرسة", "=مدرسة"},
      {"+=مدرسة", "+=مدرسة"},
      {"=«مدرسة البنات»", "=\"مدرسة البنات\""},
      {"\u200F-غاز نفط", "any(-غاز نفط)"},
      {"+(نفط غاز)", "+any(نفط غاز)"},
      {"-غاز", "-غاز"},
  });
}

TEST(QueryParser, TakesSignsInRunningTextForText) {
  expect_trees({
      {"المحادثات الروسية-الأمريكية", "any(المحادثات الروسية-الأمريكية)"},
      {"الرياض - عاجل", "any(الرياض عاجل)"},
      {"«تاس»-روسيا", "any(\"تاس\" -روسيا)"},
      {"1+1=2", "1+1=2"},
      {"--- عاجل ---", "عاجل"},
  });
  // Not an exclusion: nothing but the quotation stands before the hyphen.
  const query::Parsed parsed = query::parse_query("«تاس»-روسيا");
  const auto& group = std::get<query::Group>(parsed.root->value);
  EXPECT_TRUE(std::holds_alternative<query::Word>(group.children[1].value));
}

TEST(QueryParser, ReadsAStarAtTheEndOfAWord) {
  expect_trees({{"استثمار*", "استثمار*"}, {"+استثمار* نفط", "any(+استثمار* نفط)"}});
  EXPECT_THAT(noted("*ثمار"), ElementsAre("*"));
  EXPECT_THAT(noted("است*مار"), ElementsAre("*"));
  EXPECT_EQ(tree_of("5*3"), "5*3");
}

TEST(QueryParser, TreatsControlsAsBlanksAndDirectionMarksAsNothing) {
  expect_trees(
      {{"\u202Bنفط غاز\u202C", "any(نفط غاز\u202C)"}, {"\u200F\u200F+نفط غاز", "any(+نفط غاز)"}});
  EXPECT_EQ(tree_of(std::string_view("نفط\0غاز", 13)), "any(نفط غاز)");
}

TEST(QueryParser, PointsAtEachNodeInTheQuery) {
  const std::string text = "أسعار +«خام برنت» غدا";
  const query::Parsed parsed = query::parse_query(text);
  std::vector<std::string> parts;
  for (const query::Node& node : std::get<query::Group>(parsed.root->value).children) {
    parts.push_back(text.substr(node.span.begin, node.span.end - node.span.begin));
  }
  EXPECT_THAT(parts, ElementsAre("أسعار", "+«خام برنت»", "غدا"));
}

TEST(QueryParser, KeepsTheFirstWordsOfAnEndlessQuery) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "كلمة" + std::to_string(i) + ' ';
  const query::Parsed parsed = query::parse_query(text);
  EXPECT_EQ(std::get<query::Group>(parsed.root->value).children.size(), query::kMaxWords);
  EXPECT_EQ(parsed.diagnostics.size(), 1U);
}

TEST(QueryParser, CutsAnEndlessPhrase) {
  std::string text = "«";
  for (int i = 0; i < 100; ++i) text += "ا" + std::to_string(i) + ' ';
  const query::Parsed parsed = query::parse_query(text + "»");
  const auto& phrase = std::get<query::Phrase>(parsed.root->value);
  EXPECT_THAT(phrase.text, ::testing::EndsWith("ا63"));
  EXPECT_EQ(parsed.diagnostics.size(), 1U);
}

}  // namespace
}  // namespace fihris::testing
