// Parentheses and AND, OR, NOT in both languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query_text.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(QueryOperators, AreWordsInPlainText) {
  EXPECT_EQ(tree_of("الحرب و السلام"), "any(الحرب و السلام)");
  EXPECT_EQ(tree_of("شاي أو قهوة"), "any(شاي أو قهوة)");
  EXPECT_EQ(tree_of("ليس سهلا"), "any(ليس سهلا)");
  EXPECT_EQ(tree_of("قهوة بدون سكر"), "any(قهوة بدون سكر)");
  EXPECT_EQ(tree_of("TO BE OR NOT TO BE"), "any(TO BE OR NOT TO BE)");
  EXPECT_THAT(noted("شاي أو قهوة"), IsEmpty());
}

TEST(QueryOperators, AreWordsBesideAParenthesisOfRunningText) {
  EXPECT_EQ(tree_of("منظمة الصحة (WHO) و وزارة الصحة"), "any(منظمة الصحة WHO و وزارة الصحة)");
}

TEST(QueryOperators, WorkInsideParentheses) {
  EXPECT_EQ(tree_of("(شاي أو قهوة)"), "either(شاي قهوة)");
  EXPECT_EQ(tree_of("(شاي و قهوة)"), "all(شاي قهوة)");
  EXPECT_EQ(tree_of("(قهوة بدون سكر)"), "all(قهوة -سكر)");
  EXPECT_EQ(tree_of("(قهوة ليس شاي)"), "all(قهوة -شاي)");
  EXPECT_EQ(tree_of("(tea AND NOT sugar)"), "all(tea -sugar)");
  EXPECT_EQ(tree_of("(NOT sugar)"), "-sugar");
}

TEST(QueryOperators, WorkAroundParenthesesThatHoldOne) {
  EXPECT_EQ(tree_of("(مصر أو السودان) و النيل"), "all(either(مصر السودان) النيل)");
  EXPECT_EQ(tree_of("النيل AND (مصر OR السودان)"), "all(النيل either(مصر السودان))");
}

TEST(QueryOperators, WorkBesideASign) {
  EXPECT_EQ(tree_of("+النيل مصر أو السودان"), "any(+النيل either(مصر السودان))");
  EXPECT_EQ(tree_of("مصر و السودان -إثيوبيا"), "any(+all(مصر السودان) -إثيوبيا)");
}

TEST(QueryOperators, WorkInFullSyntax) {
  EXPECT_EQ(tree_of("شاي AND قهوة OR حليب", true), "either(all(شاي قهوة) حليب)");
  EXPECT_EQ(tree_of("شاي OR قهوة AND حليب", true), "either(شاي all(قهوة حليب))");
  EXPECT_EQ(tree_of("شاي قهوة", true), "any(شاي قهوة)");
  EXPECT_EQ(tree_of("and or not", true), "any(and or not)");
  EXPECT_EQ(tree_of("«شاي» أو «قهوة»", true), "either(\"شاي\" \"قهوة\")");
}

TEST(QueryOperators, StayADemandBesideOtherWords) {
  EXPECT_EQ(tree_of("شاي AND قهوة حليب", true), "any(+all(شاي قهوة) حليب)");
  EXPECT_EQ(tree_of("شاي OR قهوة حليب", true), "any(either(شاي قهوة) حليب)");
}

TEST(QueryOperators, ThatLackAnOperandAreWords) {
  EXPECT_EQ(tree_of("شاي AND", true), "any(شاي AND)");
  EXPECT_EQ(tree_of("أو قهوة", true), "any(أو قهوة)");
  EXPECT_EQ(tree_of("ليس سهلا", true), "any(ليس سهلا)");
  EXPECT_EQ(tree_of("شاي AND OR قهوة", true), "any(شاي AND OR قهوة)");
  EXPECT_THAT(noted("شاي AND", true), ElementsAre("AND"));
}

TEST(QueryOperators, ParenthesesNestAndMayHoldAnything) {
  EXPECT_EQ(tree_of("((شاي أو قهوة) و (سكر أو عسل))"), "all(either(شاي قهوة) either(سكر عسل))");
  EXPECT_EQ(tree_of("(«شاي أخضر» أو =قهوة أو حليب*)"), "either(\"شاي أخضر\" =قهوة حليب*)");
}

TEST(QueryOperators, ParenthesesWithoutPartnerAreIgnored) {
  EXPECT_EQ(tree_of("(شاي قهوة"), "any(شاي قهوة)");
  EXPECT_EQ(tree_of("شاي) قهوة"), "any(شاي قهوة)");
  EXPECT_EQ(tree_of(") (شاي أو قهوة) ("), "either(شاي قهوة)");
  EXPECT_THAT(noted("شاي) قهوة"), ElementsAre(")"));
}

TEST(QueryOperators, ParenthesesTooDeepAreFlattened) {
  const std::string deep = std::string(60, '(') + "شاي أو قهوة" + std::string(60, ')');
  EXPECT_EQ(tree_of(deep), "either(شاي قهوة)");
  EXPECT_THAT(noted(deep), SizeIs(1));
}

}  // namespace
}  // namespace fihris::testing
