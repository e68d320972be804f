// What is a token, where it stands in the text, and what it becomes once normalised.
#include <gtest/gtest.h>

#include "printed.h"

namespace fihris::testing {
namespace {

struct Case {
  const char* why;
  const char* text;
  const char* expected;
};

class TokenSpans : public ::testing::TestWithParam<Case> {};
TEST_P(TokenSpans, CoverThePrintedWord) {
  EXPECT_EQ(surfaces(GetParam().text), GetParam().expected) << GetParam().why;
}

const Case kSpans[] = {
    {"harakat belong to the word", "زار مَرَّاكُش مساءً", "زار|مَرَّاكُش|مساءً"},
    {"tatweel inside and at the end", "شـــابـوص بـ الدار", "شـــابـوص|بـ|الدار"},
    {"clitics of a Latin word are marked with it", "قناة والـBBC أمس", "قناة|والـBBC|أمس"},
    {"clitics of a number", "يبدأ بـ15 دولارا", "يبدأ|بـ15|دولارا"},
    {"hashtag by part and whole", "وسم #غزة_الآن يتصدر", "وسم|غزة(غزة_الآن)|الآن|يتصدر"},
    {"hyphen between scripts", "تفشي كوفيد-19 عالميا", "تفشي|كوفيد(كوفيد-19)|19|عالميا"},
    {"hyphen between Arabic words separates", "العلاقات السورية-الروسية",
     "العلاقات|السورية|الروسية"},
    {"acronym with full stops is one word", "وكالة أ.ف.ب قالت", "وكالة|أ.ف.ب|قالت"},
    {"a missing space after a full stop", "انتهى اللقاء.وقال", "انتهى|اللقاء|وقال"},
    {"letters and digits in one Latin name", "قمة G20 في دلهي", "قمة|G20|في|دلهي"},
    {"address by part and whole", "https://example.org/a",
     "https(https://example.org/a)|example|org|a"},
    {"decimal in Arabic digits", "بلغ ١٢٫٥٪ فقط", "بلغ|١٢٫٥|فقط"},
    {"every number of an address by itself", "الخادم 192.168.1.1 متوقف",
     "الخادم|192(192.168.1.1)|168|1|1|متوقف"},
    {"an address with a port", "على 10.0.0.2:8080", "على|10(10.0.0.2:8080)|0|0|2|8080"},
    {"every number of a version", "الإصدار 2.0.1 وبرنامج v3.10.2",
     "الإصدار|2(2.0.1)|0|1|وبرنامج|v3(v3.10.2)|10|2"},
    {"every number of a section", "الفقرة 3.4.5.6", "الفقرة|3(3.4.5.6)|4|5|6"},
    {"decimals and thousands stay whole", "بلغ 3.14 من 1,000,000 أو 1.002.000 أو 1,000,000.5",
     "بلغ|3.14|من|1,000,000|أو|1.002.000|أو|1,000,000.5"},
    {"an address of long numbers", "192.168.100.200", "192(192.168.100.200)|168|100|200"},
    {"a range of decimals", "بين 1.5-2.5", "بين|1.5(1.5-2.5)|2.5"},
    {"apostrophe inside a Latin word", "Trump's visit", "Trump's|visit"},
    {"right-to-left mark after a word is not part of it", "كلمة\u200F أخرى", "كلمة|أخرى"},
    {"zero-width non-joiner inside a word is", "می\u200Cخواهم", "می\u200Cخواهم"},
    {"a ligature of four words", "محمد ﷺ", "محمد|ﷺ|ﷺ|ﷺ|ﷺ(ﷺ)"},
    {"punctuation glued to words", "(رويترز)،قال:نعم", "رويترز|قال|نعم"},
    {"no words at all", " ،؛ !.. \n", ""},
    {"marks without a letter", "\u064E\u0651 ـــ", ""},
    {"ill-formed bytes separate words", "قال\xD9 نعم\xFF\xFEلا", "قال|نعم|لا"},
};
INSTANTIATE_TEST_SUITE_P(All, TokenSpans, ::testing::ValuesIn(kSpans));

class Norms : public ::testing::TestWithParam<Case> {};
TEST_P(Norms, AreTheSearchKey) {
  EXPECT_EQ(norms(GetParam().text), GetParam().expected) << GetParam().why;
}

const Case kNorms[] = {
    {"hamza seats on alef, madda, wasla", "أحمد إدارة آسفي ٱلكتاب", "احمد|اداره|اسفي|الكتاب"},
    {"decomposed hamza", "ا\u0654حمد مسو\u0654ول", "احمد|مسوول"},
    {"the hamza itself is a letter", "ماء ما علماء علما", "ماء|ما|علماء|علما"},
    {"alef maqsura and ta marbuta", "مستشفى مدرسة", "مستشفي|مدرسه"},
    {"harakat, shadda, dagger alef, tatweel", "كُتُبٌ هٰذا الرّحمٰن كتـــاب", "كتب|هذا|الرحمن|كتاب"},
    {"presentation forms", "ﺍﻟﻤﻜﺘﺒﺔ ﻻ", "المكتبه|لا"},
    {"Persian kaf and ya", "کتاب الذی", "كتاب|الذي"},
    {"letters Arabic lacks stay", "پوتین چاد ژان گوگل", "پوتين|چاد|ژان|گوگل"},
    {"digits of both series", "٢٠٢٤ ۲۰۲۴ 2024", "2024|2024|2024"},
    {"a zero in front stays in the form", "08 008", "08|008"},
    {"thousands with full stops", "1.002.000 ١.٠٠٢.٠٠٠ 2.280.000.000",
     "1002000|1002000|2280000000"},
    {"thousands and decimals", "1,234,567 3,5 ١٢٫٥ ١٬٥٠٠", "1234567|3.5|12.5|1500"},
    {"Latin case, accents, full width", "CAFÉ Ｇｏｏｇｌｅ ß", "cafe|google|ss"},
    {"acronyms lose their full stops", "أ.ف.ب U.S.A.", "افب|usa"},
};
INSTANTIATE_TEST_SUITE_P(All, Norms, ::testing::ValuesIn(kNorms));

TEST(SentenceStarts, KnowArabicPunctuationAndAbbreviations) {
  EXPECT_EQ(sentence_starts("ذهب؟ نعم! لا؛ طيب"), "ذهب|نعم|لا|طيب");
  EXPECT_EQ(sentence_starts("قال د. أحمد كلمة. ثم خرج"), "قال|ثم");
  EXPECT_EQ(sentence_starts("ارتفع 3.5 نقطة\nعنوان"), "ارتفع|عنوان");
  EXPECT_EQ(sentence_starts("انتهى اللقاء.وقال"), "انتهى|وقال");
}

TEST(Normalize, IsIdempotentAndJoinsSpellings) {
  EXPECT_EQ(normalize("الأهرام"), normalize("الاهرام"));
  EXPECT_EQ(normalize("BBC عربي"), "bbc عربي");
  EXPECT_EQ(normalize("٢٠٢٤"), "2024");
  const std::string once = normalize("ﻣُﺆسَّسةُ Café آسيا");
  EXPECT_EQ(normalize(once), once);
}

TEST(Utf8, RepairsEachMaximalIllFormedSubsequence) {
  EXPECT_EQ(repair_utf8("a\xF0\x9F\x98z"), "a\uFFFDz");
  EXPECT_EQ(repair_utf8("\xC0\xAF"), "\uFFFD\uFFFD");
  EXPECT_EQ(repair_utf8("\xED\xA0\x80"), "\uFFFD\uFFFD\uFFFD");  // a surrogate
  EXPECT_EQ(repair_utf8("قال\xD9"), "قال\uFFFD");
  EXPECT_TRUE(is_valid_utf8("قال \uFFFD"));
  EXPECT_FALSE(is_valid_utf8("قال \xFF"));
}

}  // namespace
}  // namespace fihris::testing
