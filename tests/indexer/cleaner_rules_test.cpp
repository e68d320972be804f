// Title, summary, paragraphs and date of a page: what the rules take and what they must leave.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cleaner_page.h"
#include "fihris/indexer/cleaner.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(CleanPage, TakesAShortFirstLineForTheTitle) {
  const Article a = clean_page(page({"مكتبة عامة في خان قديم بصيدا", kLead, kSecond}));
  EXPECT_EQ(a.title, "مكتبة عامة في خان قديم بصيدا");
  EXPECT_EQ(a.body, kLead + "\n" + kSecond);
}

TEST(CleanPage, MakesATitleFromTheFirstSentence) {
  EXPECT_EQ(clean_page("وصل د. سامي الحلو إلى المدينة مساء. ثم غادرها.").title,
            "وصل د. سامي الحلو إلى المدينة مساء");
}

TEST(CleanPage, CutsALongLeadAtAClause) {
  const Article a = clean_page(page({kLead + " " + kLead, kSecond}));
  EXPECT_EQ(a.title, "افتتحت بلدية صيدا مكتبة عامة في خان قديم، وخصصت طبقته العليا لكتب الأطفال");
  const std::string endless =
      "قال مدير الميناء في طرابلس إن الرافعات الجديدة التي وصلت من الصين قبل شهرين تعمل منذ أمس "
      "بنصف طاقتها بسبب نقص "
      "العمال المدربين على تشغيلها.";
  const std::string title = clean_page(endless).title;
  EXPECT_THAT(endless, StartsWith(title.substr(0, title.size() - 3)));
  EXPECT_THAT(title, ::testing::EndsWith("…"));
  EXPECT_LT(title.size(), 230U);
}

TEST(CleanPage, LeavesNoTitleToEndInAPreposition) {
  const std::string lead =
      "أعلن المكتب الصحفي لمحافظة إدلب أن فرق الصيانة أصلحت خلال الشهر الماضي شبكات المياه في "
      "أربعين قرية من قرى ريف "
      "المحافظة الجنوبي كله.";
  EXPECT_THAT(clean_page(lead).title, Not(::testing::EndsWith("من…")));
}

TEST(CleanPage, DropsTheRepeatedTitle) {
  const std::string title = "مكتبة عامة في خان قديم بصيدا";
  EXPECT_EQ(clean_page(page({title, title, kLead, kSecond})).body, kLead + "\n" + kSecond);
}

TEST(CleanPage, TakesTheSiteOffTheTitle) {
  EXPECT_EQ(clean_page(page({"مكتبة عامة في خان قديم بصيدا | جريدة المدينة", kLead})).title,
            "مكتبة عامة في خان قديم بصيدا");
}

TEST(CleanPage, PrefersALongerHeadlineToANameAboveIt) {
  EXPECT_EQ(clean_page(page({"سامر عبد الله", "مكتبة عامة في خان قديم بصيدا", kLead})).title,
            "مكتبة عامة في خان قديم بصيدا");
}

TEST(CleanPage, TakesHeadlinesThatReadLikeSomethingElse) {
  for (const std::string title :
       {"الوزير عن الأزمة: لن نقبل بعد اليوم بذلك", "ميناء صيدا: الأعمال لم تنته بعد",
        "صور: مكتبة صيدا قبل ذلك وبعده", "تقرير: نصف القراء من الأطفال",
        "مكتبة صيدا.. حكاية لم تنته...", "هل يعود القراء إلى المكتبات؟",
        "مكتبة تفتح أبوابها في ميدان محمد علي"}) {
    const Article a = clean_page(page({title, kLead, kSecond}));
    EXPECT_EQ(a.title, title);
    EXPECT_EQ(a.body, kLead + "\n" + kSecond);
    EXPECT_EQ(a.author, "");
  }
}

TEST(Summary, IsShorterThanTheText) {
  const std::string point = "* " + kLead + " " + kSecond;
  EXPECT_EQ(clean_page(page({"عمود الصباح عن المكتبات", point, point, kThird})).summary, "");
}

TEST(Summary, OrnamentsAreNoBullets) {
  EXPECT_EQ(clean_page(page({"** ملاحظة قصيرة عن المكتبات", kLead, kSecond})).summary, "");
}

TEST(Summary, NeedsABodyBelowIt) {
  const Article a = clean_page(
      "- سؤال أول عن الكتاب والقراءة في المدينة.\n- سؤال ثان عن أسعار الكتب والورق هذا العام.");
  EXPECT_EQ(a.summary, "");
  EXPECT_THAT(a.body, HasSubstr("سؤال ثان"));
}

TEST(Summary, IsNotCutAtADashBetweenNames) {
  const Article a =
      clean_page("- قمة سورية - تركية في أنقرة تبحث ملف المياه.\n\n" + page({kLead, kSecond}));
  EXPECT_EQ(a.summary, "قمة سورية - تركية في أنقرة تبحث ملف المياه.");
}

TEST(BrokenParagraph, IsJoinedWhereTheSecondPartHangsOnTheFirst) {
  const std::string upper = "وقالت وزارة الموارد المائية في بيان إن وزيرها عون ذياب عبد الله";
  for (const std::string lower :
       {"سيزور أنقرة الأسبوع المقبل لبحث الحصص.", "الذي زار أنقرة أمس يحمل مقترحاً جديداً.",
        "وفداً فنياً أرسلته أنقرة إلى بغداد قبل يومين.", "، وهو مهندس، عاد من أنقرة أمس."}) {
    EXPECT_THAT(clean_page(page({kLead, upper, lower})).body, HasSubstr(upper + " " + lower))
        << lower;
  }
}

TEST(BrokenParagraph, IsJoinedWhereTheFirstPartCannotEndThere) {
  EXPECT_THAT(
      clean_page(page({kLead, "وأضاف أن المكتبة تعتمد على", "تبرعات أهل الحي وحدهم."})).body,
      HasSubstr("تعتمد على تبرعات"));
  EXPECT_THAT(clean_page(page({kLead, "وجاء المتطوعون من صور وصيدا،", "ومن قرى الجبل كذلك."})).body,
              HasSubstr("وصيدا، ومن قرى"));
}

TEST(BrokenParagraph, SubheadingsStayApart) {
  for (const std::string below :
       {"سيزور الوزير المكتبة غداً ويلقي كلمة قصيرة.", "في القاعة الكبرى علقت خرائط قديمة."}) {
    const Article a = clean_page(page({kLead, "كتب من كل مكان", below, kSecond}));
    EXPECT_THAT(a.body, HasSubstr("\nكتب من كل مكان\n" + below));
  }
}

TEST(BrokenParagraph, IsJoinedWhereALongLineHasNoStop) {
  const std::string upper =
      "وقالت الوكالة إن الوفد الذي يضم مهندسين ومحامين وأطباء من مدن الساحل كلها غادر المدينة فجراً "
      "في ثلاث حافلات كبيرة متجهاً "
      "إلى العاصمة للقاء وزير الثقافة في حكومة تصريف الأعمال";
  const std::string lower = "سامر خوري الذي كان وعد المكتبة بمبنى دائم قبل عامين.";
  EXPECT_THAT(clean_page(page({kLead, kSecond, upper, lower, kThird})).body,
              HasSubstr(upper + " " + lower));
}

TEST(BrokenParagraph, NewParagraphsStayApartWhereAStopWasForgotten) {
  const std::string forgotten =
      "وقال رئيس البلدية إن الخان بني قبل أربعة قرون وكان مسكناً للتجار القادمين من البندقية "
      "ومرسيليا ثم صار مدرسة ثم هجره "
      "الناس في سنوات الحرب ولم يعد إليه أحد حتى هذا العام";
  const Article a = clean_page(page({kLead, forgotten, kSecond, kThird}));
  EXPECT_THAT(a.body, HasSubstr(forgotten + "\n" + kSecond));
}

TEST(Dateline, FillsTheDate) {
  EXPECT_EQ(clean_page(page({"مكتبة عامة في خان قديم", "23 ديسمبر/كانون الأول 2025", kLead})).date,
            "2025-12-23");
  EXPECT_EQ(clean_page(page({"آخر تحديث: 24/12/2025", "تاريخ النشر: 23/12/2025",
                             "مكتبة في خان قديم", kLead}))
                .date,
            "2025-12-23");
  EXPECT_EQ(clean_page(page({kLead, kSecond, "نشر في 23 ديسمبر 2025"})).date, "2025-12-23");
}

TEST(Dateline, IsNeverReadInRunningText) {
  EXPECT_EQ(clean_page(page({"في 23 ديسمبر 2025 افتتحت المكتبة.", kLead, kSecond})).date, "");
}

TEST(CleanPage, KeepsTheTextWhereRulesWouldTakeEverything) {
  for (const std::string text :
       {"شاركها", "مقالات ذات صلة", "اترك تعليقاً\nExit mobile version", "|\nإعلان\n|"}) {
    const Article a = clean_page(text);
    EXPECT_EQ(a.body, text);
  }
}

TEST(CleanPage, OfNothingIsNothing) {
  EXPECT_EQ(clean_page(""), Article{});
  EXPECT_EQ(clean_page(" \n\n\u200F\n"), Article{});
}

TEST(CleanPage, SurvivesEndlessInput) {
  EXPECT_EQ(clean_page(std::string(20'000'000, '\n')), Article{});
  const std::string many = [] {
    std::string text;
    for (int i = 0; i < 300'000; ++i) text += "ب\n";
    return text;
  }();
  EXPECT_EQ(clean_page(many).body.size(), many.size() - 1);
  const std::string line(1'000'000, 'x');
  EXPECT_EQ(clean_page(line).body, line);
  std::string boxes;
  for (int i = 0; i < 40'000; ++i) boxes += "اقرأ أيضا\n";
  EXPECT_EQ(clean_page(kLead + "\n" + boxes).body, kLead);
  std::string dashes = "- ";
  for (int i = 0; i < 200'000; ++i) dashes += " - ";
  EXPECT_THAT(clean_page(dashes + "نقطة\n" + kLead + dashes + "\n").summary, HasSubstr("نقطة"));
}

}  // namespace
}  // namespace fihris::testing
