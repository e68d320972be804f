// Single rules of the cleaner: what they take and what they must leave.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/indexer/cleaner.h"

namespace fihris {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

const std::string kLead =
    "افتتحت بلدية صيدا مكتبة عامة في خان قديم، وخصصت طبقته العليا لكتب الأطفال.";
const std::string kSecond = "وقالت أمينة المكتبة إن المتطوعين رتبوا ثمانية آلاف كتاب في أسبوعين.";
const std::string kThird =
    "وتفتح المكتبة أبوابها يومياً حتى الثامنة مساء، وتغلق يوم الاثنين من كل أسبوع.";

std::string page(std::initializer_list<std::string> lines, const std::string& gap = "\n\n") {
  std::string text;
  for (const std::string& line : lines) text += line + gap;
  return text;
}

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
}

}  // namespace
}  // namespace fihris
