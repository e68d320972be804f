// What is not the article: boxes of others, captions, agencies, buttons, counters.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cleaner_page.h"
#include "fihris/indexer/cleaner.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST(RelatedBox, EndsWhereTheArticleGoesOn) {
  for (const std::string gap : {"\n", "\n\n"}) {
    const Article a = clean_page(page({kLead, "مواضيع ذات صلة", "حكاية أقدم مطبعة في جبل لبنان",
                                       "لماذا يشتري الناس الكتب المستعملة؟", kSecond, kThird},
                                      gap));
    EXPECT_EQ(a.body, kLead + "\n" + kSecond + "\n" + kThird) << "gap " << gap.size();
  }
}

TEST(RelatedBox, LeavesTheLastParagraphOfTheArticle) {
  const Article a =
      clean_page(page({kLead, kSecond, "اقرأ أيضاً", "حكاية أقدم مطبعة في جبل لبنان", kThird}));
  EXPECT_EQ(a.body, kLead + "\n" + kSecond + "\n" + kThird);
}

TEST(RelatedBox, OnOneLineGoesWithItsHeadline) {
  for (const std::string line :
       {"اقرأ أيضاً: حكاية أقدم مطبعة", "للمزيد - حكاية أقدم مطبعة", "قد يهمك | حكاية أقدم مطبعة"}) {
    EXPECT_EQ(clean_page(page({kLead, line, kSecond})).body, kLead + "\n" + kSecond) << line;
  }
}

TEST(RelatedBox, LeavesTheSubheadingOfWhatFollows) {
  const Article a =
      clean_page(page({kLead, "اقرأ أيضا", "حكاية أقدم مطبعة في جبل لبنان كله",
                       "لماذا يشتري الناس الكتب المستعملة؟", "كتب الأطفال", kSecond, kThird}));
  EXPECT_EQ(a.body, kLead + "\nكتب الأطفال\n" + kSecond + "\n" + kThird);
}

TEST(RelatedBox, TakesTeasersWithTheirCounters) {
  const Article a =
      clean_page(page({kLead, kSecond, "أخبار ذات صلة", "معرض للخط في صور\n" + kThird + "\n٣٤",
                       "سوق الوراقين يعود\n" + kThird + "\n1.2K", "خبر بلا موجز\n7"}));
  EXPECT_EQ(a.body, kLead + "\n" + kSecond);
}

TEST(RelatedBox, TakesTeasersThatAreCutShort) {
  const Article a =
      clean_page(page({kLead, kSecond, "مقالات ذات صلة", "معرض للخط في صور",
                       "يعرض الفنان خمسين لوحة كتبها في عامين وسافر بها إلى أربع مدن..."}));
  EXPECT_EQ(a.body, kLead + "\n" + kSecond);
}

TEST(RelatedBox, AboveTheArticleTakesNoMoreThanItsHeadlines) {
  const Article a = clean_page(page({"آخر الأخبار", "أسعار الصرف تستقر في بيروت اليوم",
                                     "مكتبة عامة في خان قديم بصيدا", kLead, kSecond}));
  EXPECT_EQ(a.title, "مكتبة عامة في خان قديم بصيدا");
  EXPECT_EQ(a.body, kLead + "\n" + kSecond);
}

TEST(RelatedBox, WordsOfTheHeadingInASentenceAreText) {
  const std::string sentence =
      "اقرأ المزيد من الكتب، قالت المعلمة لتلاميذها، ولا تقرأ أيضاً ما لا يعجبك.";
  EXPECT_THAT(clean_page(page({kLead, sentence})).body, HasSubstr(sentence));
}

TEST(Caption, GoesWithItsCredit) {
  for (const std::string credit :
       {"(رويترز)", "(أ ف ب)", "(الجزيرة)", "(مواقع التواصل)", "(رويترز-أرشيف)",
        "(علي حشيشو/فرانس برس)", "(Getty)", "(المكتب الإعلامي للبلدية)"}) {
    const Article a =
        clean_page(page({kLead, "رفوف الكتب في الطبقة العليا من الخان " + credit, kSecond}));
    EXPECT_EQ(a.body, kLead + "\n" + kSecond) << credit;
  }
}

TEST(Caption, GoesWithItsLabel) {
  for (const std::string caption :
       {"صورة: الخان قبل الترميم", "مصدر الصورة، غيتي", "الصورة: أرشيف البلدية."}) {
    EXPECT_EQ(clean_page(page({kLead, caption, kSecond})).body, kLead + "\n" + kSecond) << caption;
  }
}

TEST(Caption, IsNotASentenceThatNamesAnAgency) {
  for (const std::string sentence :
       {"ونقلت وكالة الأنباء عن مصدر فيها (رويترز).", "وتسيطر على الحي قوات محلية مسلحة (قسد)",
        "كل ما قيل عن الخان القديم (رويترز) كان صحيحاً",
        "أعلنت المديرية أن الخان صار ملكاً عاماً (رويترز)",
        "وصار الخان ملكاً عاماً، وفق ما نقلته وكالة الأنباء السعودية (واس)"}) {
    EXPECT_THAT(clean_page(page({kLead, sentence, kSecond})).body, HasSubstr(sentence));
  }
}

TEST(Agencies, AreTakenFromTheClosingLine) {
  EXPECT_THAT(clean_page(page({kLead, kSecond, "(رويترز، سانا)"})).agencies,
              ElementsAre("رويترز", "سانا"));
  EXPECT_THAT(clean_page(page({kLead, kSecond, "المصدر : الجزيرة + وكالات"})).agencies,
              ElementsAre("الجزيرة", "وكالات"));
  EXPECT_THAT(clean_page(page({kLead, kSecond, "فرانس24/ أ ف ب"})).agencies,
              ElementsAre("فرانس24", "أ ف ب"));
}

TEST(Agencies, AreNotAnyWordsInBrackets) {
  const Article a = clean_page(page({kLead, kSecond, "(انتهى الجزء الأول)"}));
  EXPECT_THAT(a.agencies, IsEmpty());
  EXPECT_THAT(a.body, HasSubstr("(انتهى الجزء الأول)"));
}

TEST(ShareRow, GoesWhereverItsNamesStandTogether) {
  for (const std::string row :
       {"شاركها.", "شارك المقال على فيسبوك وتويتر", "فيسبوك\nتويتر\nواتساب\nنسخ الرابط",
        "Share on Facebook", "Facebook Twitter WhatsApp Telegram"}) {
    EXPECT_EQ(clean_page(page({kLead, row, kSecond, row})).body, kLead + "\n" + kSecond) << row;
  }
}

TEST(ShareRow, SentencesOfItsWordsStay) {
  for (const std::string line :
       {"شارك المتطوعون في نقل الكتب عبر البحر.", "فيسبوك", "مواقع التواصل الاجتماعي"}) {
    EXPECT_THAT(clean_page(page({kLead, line, kSecond})).body, HasSubstr(line));
  }
}

TEST(Counters, GoAtTheEdgesAndStayInTheText) {
  EXPECT_EQ(
      clean_page(page({"مكتبة عامة في خان قديم", "1٬204", kLead, kSecond, "16 مشاهدة", "87"})).body,
      kLead + "\n" + kSecond);
  EXPECT_THAT(clean_page(page({kLead, "1975", kSecond})).body, HasSubstr("\n1975\n"));
}

}  // namespace
}  // namespace fihris::testing
