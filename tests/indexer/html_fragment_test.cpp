// Markup in the texts of JSON articles.
#include "html/html_fragment.h"

#include <gtest/gtest.h>

#include "reader_files.h"

namespace fihris {
namespace {

struct Fragment {
  const char* html;
  const char* text;
};

class Markup : public ::testing::TestWithParam<Fragment> {};

TEST_P(Markup, BecomesText) {
  std::string text = GetParam().html;
  indexer::html::replace_markup(text);
  EXPECT_EQ(text, GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    Tags, Markup,
    ::testing::Values(
        Fragment{"<p>أول</p><p>ثان <b>مهم</b></p>", "أول\nثان مهم"},
        Fragment{"أول<br>ثان<br/>ثالث<BR />رابع", "أول\nثان\nثالث\nرابع"},
        Fragment{"<P class=\"x\">أول\nسطره الثاني</P>", "أول سطره الثاني"},
        Fragment{"<div><h1>عنوان</h1><ul><li>بند</li><li>بند آخر</li></ul></div>ذيل",
                 "عنوان\nبند\nبند آخر\nذيل"},
        // Only inline tags: the line breaks are those of the writer.
        Fragment{"فقرة <a href=\"https://e.org/\n\">رابط</a>\n\nفقرة <em>ثانية</em>",
                 "فقرة رابط\nفقرة ثانية"},
        Fragment{"<p>متن<script>var a = '<p>';</script></p><style>p{}</style><!-- سر -->", "متن"},
        Fragment{"<p>متن</p><figure><img src=\"a.jpg\"><figcaption>صورة</figcaption></figure>",
                 "متن"},
        Fragment{"<p>في <time>4 مارس</time> انتهى", "في 4 مارس انتهى"},
        Fragment{"<p>5 < 7</p>", "5 < 7"}, Fragment{"<img src=\"a.jpg\"/>", ""}));

INSTANTIATE_TEST_SUITE_P(
    References, Markup,
    ::testing::Values(Fragment{"قال &laquo;نعم&raquo; &amp; ذهب", "قال «نعم» & ذهب"},
                      Fragment{"أول&nbsp;سطر\nثان &#8211; و&#x2019;", "أول سطر\nثان – و’"},
                      Fragment{"3 < 5 &amp; <هنا>", "3 < 5 & <هنا>"},
                      // Escaped once more than it should be.
                      Fragment{"&lt;p&gt;أول&lt;/p&gt;&lt;p&gt;ثان&lt;/p&gt;", "أول\nثان"}));

INSTANTIATE_TEST_SUITE_P(
    NoMarkup, Markup,
    ::testing::Values(Fragment{"a < b و c > d", "a < b و c > d"},
                      Fragment{"<كلمة> بين قوسين\n\nسطر", "<كلمة> بين قوسين\n\nسطر"},
                      Fragment{"<b و c>", "<b و c>"}, Fragment{"x<y>z", "x<y>z"},
                      Fragment{"R&D; AT&T &copy &unknown; &#; &#x;",
                               "R&D; AT&T &copy &unknown; &#; &#x;"},
                      Fragment{"ذيل <", "ذيل <"}, Fragment{"ذيل &", "ذيل &"}, Fragment{"", ""}));

TEST(MarkupTrouble, IsBounded) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div>";
  const std::string before = deep + "نص";
  std::string text = before;
  indexer::html::replace_markup(text);
  EXPECT_EQ(text, before);
  for (const char* piece : {"<", "<b ", "&", "&#", "<a a", "&lt;", "<!--", "</"}) {
    std::string many;
    while (many.size() < 1'000'000) many += piece;
    indexer::html::replace_markup(many);
  }
}

TEST(MarkupOfJson, IsReplacedInTheTextsThatAreRead) {
  const Article article = testing::parsed_json(
      R"({"title":"<b>خبر</b>\n&amp; آخر","summary":"<p>موجز</p>","body":"<p>أول</p>\n<p>ثان</p>",)"
      R"("url":"https://e.org/?a=1&amp;b=2","html":"<p>كما هو</p>"})");
  EXPECT_EQ(article.title, "خبر & آخر");
  EXPECT_EQ(article.summary, "موجز");
  EXPECT_EQ(article.body, "أول\nثان");
  EXPECT_EQ(article.url, "https://e.org/?a=1&amp;b=2");
  EXPECT_EQ(article.extra, R"({"html":"<p>كما هو</p>"})");
}

TEST(MarkupOfJson, IsNoneWhereTheObjectSaysSo) {
  const Article article =
      testing::parsed_json(R"({"title":"<b>","body":"وسم <br> يكسر السطر","_markup":false})");
  EXPECT_EQ(article.title, "<b>");
  EXPECT_EQ(article.body, "وسم <br> يكسر السطر");
  EXPECT_EQ(article.extra, "");
  EXPECT_EQ(testing::parsed_json(R"({"title":"<b>خبر</b>","_markup":1})").title, "خبر");
  EXPECT_EQ(testing::parsed_json(R"({"title":"خبر","_markup":1})").extra, "");
}

}  // namespace
}  // namespace fihris
