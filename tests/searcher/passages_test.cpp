// Which part of a text is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "marked.h"
#include "wanted_words.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kReport =
    "أعلنت البلدية برنامجها الصيفي في مؤتمر صحفي. ويشمل البرنامج حفلات موسيقية في الهواء الطلق. "
    "وقال العمدة إن الحدائق ستفتح أبوابها حتى منتصف الليل. ويبدأ بيع التذاكر يوم الأحد المقبل. "
    "وتشارك فرق مسرحية من خمس مدن ساحلية. وتختتم الفعاليات بعرض للألعاب النارية فوق المرفأ القديم.";

std::vector<Snippet> snippets_of(std::string_view text, const std::vector<Wanted>& wanted,
                                 std::size_t fragments = 2, std::size_t graphemes = 60) {
  Analyzer analyzer;
  return best_snippets(text, wanted, analyzer, {fragments, graphemes});
}

void check(std::string_view text, const Snippet& snippet) {
  EXPECT_EQ(text.substr(snippet.offset, snippet.text.size()), snippet.text);
  std::size_t end = 0;
  for (const Span& mark : snippet.marks) {
    EXPECT_LE(end, mark.begin);
    EXPECT_LT(mark.begin, mark.end);
    EXPECT_LE(mark.end, snippet.text.size());
    end = mark.end;
  }
}

TEST(Passages, AreWholeSentencesWhereTheyFit) {
  const std::vector<Snippet> snippets = snippets_of(kReport, words_wanted("العمدة"));
  ASSERT_THAT(snippets, SizeIs(1));
  EXPECT_EQ(snippets[0].text, "وقال العمدة إن الحدائق ستفتح أبوابها حتى منتصف الليل.");
  EXPECT_EQ(marked(snippets[0]), "العمدة");
  EXPECT_TRUE(snippets[0].cut_before);
  EXPECT_TRUE(snippets[0].cut_after);
}

TEST(Passages, TakeInNeighbouringSentencesThatFit) {
  const std::vector<Snippet> snippets = snippets_of(kReport, words_wanted("العمدة"), 1, 100);
  ASSERT_THAT(snippets, SizeIs(1));
  EXPECT_THAT(snippets[0].text, HasSubstr("منتصف الليل. ويبدأ بيع التذاكر"));
}

TEST(Passages, PreferTheOneWithMoreDifferentWords) {
  const std::vector<Snippet> snippets = snippets_of(kReport, words_wanted("برنامج فرق مسرحية"), 1);
  ASSERT_THAT(snippets, SizeIs(1));
  EXPECT_EQ(marked(snippets[0]), "فرق|مسرحية");
}

TEST(Passages, PreferTheWeightierWord) {
  std::vector<Wanted> wanted = words_wanted("البلدية المرفأ");
  wanted[0].weight = 1;
  wanted[1].weight = 5;
  EXPECT_EQ(marked(snippets_of(kReport, wanted, 1)[0]), "المرفأ");
}

TEST(Passages, ShowOtherWordsInTheSecondFragment) {
  const std::string text =
      "ارتفع سعر القمح كثيرا في السوق العالمية أمس. وبلغ سعر القمح مستوى لم يسجل منذ أعوام طويلة. "
      "وهبط في المقابل إنتاج الذرة بسبب الجفاف الذي ضرب الحقول.";
  const std::vector<Snippet> snippets = snippets_of(text, words_wanted("سعر القمح الذرة"), 2, 50);
  ASSERT_THAT(snippets, SizeIs(2));
  EXPECT_EQ(marked(snippets[0]), "سعر|القمح");
  EXPECT_EQ(marked(snippets[1]), "الذرة");
}

TEST(Passages, DoNotOverlap) {
  const std::vector<Snippet> snippets =
      snippets_of(kReport, words_wanted("البلدية البرنامج العمدة التذاكر فرق المرفأ"), 6);
  ASSERT_GT(snippets.size(), 2U);
  for (std::size_t i = 0; i < snippets.size(); ++i) {
    check(kReport, snippets[i]);
    for (std::size_t j = 0; j < i; ++j) {
      const bool apart = snippets[i].offset >= snippets[j].offset + snippets[j].text.size() ||
                         snippets[j].offset >= snippets[i].offset + snippets[i].text.size();
      EXPECT_TRUE(apart) << snippets[i].text << "\n" << snippets[j].text;
    }
  }
}

TEST(Passages, TrimALongSentenceBetweenWordsAroundItsMarks) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "كلمة" + std::to_string(i) + ' ';
  text += "ثم وصل القطار السريع متأخرا ";
  for (int i = 200; i < 400; ++i) text += "كلمة" + std::to_string(i) + ' ';
  const std::vector<Snippet> snippets = snippets_of(text, words_wanted("القطار السريع"), 1, 80);
  ASSERT_THAT(snippets, SizeIs(1));
  EXPECT_EQ(marked(snippets[0]), "القطار|السريع");
  EXPECT_TRUE(snippets[0].cut_before && snippets[0].cut_after);
  EXPECT_LT(snippets[0].text.size(), 80 * 2 + 20U);
  EXPECT_GT(snippets[0].text.size(), 100U);
  EXPECT_EQ(text[snippets[0].offset - 1], ' ');
  EXPECT_EQ(text[snippets[0].offset + snippets[0].text.size()], ' ');
}

TEST(Passages, KeepTheQuotationMarksThatClingToWords) {
  const std::string text = "سئل عن ذلك. «لن أستقيل أبدا» قال الرئيس! ثم خرج من القاعة غاضبا جدا.";
  const std::vector<Snippet> snippets = snippets_of(text, words_wanted("أستقيل"), 1, 30);
  EXPECT_THAT(snippets[0].text, ::testing::StartsWith("«لن"));
}

TEST(Passages, CutAWordOfAThousandLettersBetweenGraphemes) {
  std::string word;
  for (int i = 0; i < 1000; ++i) word += "بَّ";
  const std::string text = "قبل " + word + " بعد";
  const std::vector<Snippet> snippets = snippets_of(text, words_wanted(word), 1, 50);
  ASSERT_THAT(snippets, SizeIs(1));
  EXPECT_LE(snippets[0].text.size(), 60 * 6U);
  EXPECT_EQ((snippets[0].text.size() - snippets[0].marks[0].begin) % 6, 0U);
  check(text, snippets[0]);
}

TEST(Passages, WithoutAMatchAreTheBeginning) {
  const std::vector<Snippet> snippets = snippets_of(kReport, words_wanted("زلزال"), 2, 50);
  ASSERT_THAT(snippets, SizeIs(1));
  EXPECT_THAT(snippets[0].text, ::testing::StartsWith("أعلنت البلدية"));
  EXPECT_THAT(snippets[0].marks, IsEmpty());
  EXPECT_TRUE(snippets[0].cut_after);
  EXPECT_FALSE(snippets[0].cut_before);
}

TEST(Passages, OfNothingAreNone) {
  EXPECT_THAT(snippets_of("", words_wanted("نفط")), IsEmpty());
  EXPECT_THAT(snippets_of(kReport, words_wanted("البلدية"), 0), IsEmpty());
}

TEST(Passages, AMarkIsNeverTornFromItsVowelSign) {
  const std::string text = "قرأ كِتَابًا جديدًا";
  const std::vector<Snippet> snippets = snippets_of(text, words_wanted("كتاب"));
  EXPECT_EQ(marked(snippets[0]), "كِتَابًا");
}

RC_GTEST_PROP(PassagesProperty, AnyTextGivesWellFormedSnippets, ()) {
  static const std::vector<std::string> kBits = {
      "نفط", "وزير", "الوزراء",  " ",           " ",      ". ",    "؟ ", "\n",  "،",
      "«",   "»",    "كوفيد-19", "ﷺ",           "َ",       "ـ",     "15", "BBC", "بـ",
      "-",   "_",    "😀",        "كانون الأول", "......", "\u200D"};
  const auto bits = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kBits));
  std::string text;
  for (const std::string& bit : bits) text += bit;
  std::vector<Wanted> wanted = words_wanted("نفط وزير 19 ديسمبر ﷺ");
  wanted.push_back(phrase_wanted("نفط وزير"));
  wanted.push_back(phrase_wanted("وزير نفط", 4));
  for (const Snippet& snippet : snippets_of(text, wanted, 3, 20)) {
    RC_ASSERT(text.substr(snippet.offset, snippet.text.size()) == snippet.text);
    std::size_t end = 0;
    for (const Span& mark : snippet.marks) {
      RC_ASSERT(end <= mark.begin && mark.begin < mark.end && mark.end <= snippet.text.size());
      end = mark.end;
    }
    RC_ASSERT(is_valid_utf8(snippet.text));
  }
}

}  // namespace
}  // namespace fihris::testing
