// Articles from saved web pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/stemmer/analyzer.h"
#include "html/html_prepass.h"
#include "html/page_metadata.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string kFirst =
    "أطلقت جمعية الصيادين في رأس البر محمية صغيرة لتكاثر الأسماك قرب مصب النيل.";
const std::string kSecond = "وقال رئيس الجمعية إن الصيد فيها ممنوع ثلاثة أشهر من كل عام.";
const std::string kThird = "وتراقب المحمية طائرة صغيرة يشغلها طلاب كلية الزراعة من المدينة.";

std::string paragraphs() {
  return "<p>" + kFirst + "</p><p>" + kSecond + "</p><p>" + kThird + "</p>";
}
std::string body_text() { return kFirst + "\n" + kSecond + "\n" + kThird; }

std::string html(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html lang=\"ar-EG\"><head>" + head + "</head><body>" + body +
         "</body></html>";
}

TEST(HtmlArticle, TakesWhatJsonLdStates) {
  const Article a = parsed_html(html(
      R"(<title>غير هذا</title><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
        {"@type":"WebSite","name":"موقع"},
        {"@type":["NewsArticle"],"headline":"محمية للأسماك &quot;الصغيرة&quot;","datePublished":"2025-12-23T18:05:00+02:00",
         "author":[{"@type":"Person","name":"منى عادل"},{"name":"كريم فؤاد"}],"publisher":{"name":"جريدة البحر"},
         "articleSection":["بيئة","مصر"],"keywords":"صيد، أسماك","url":"https://example.org/fish"}]}</script>)",
      "<article>" + paragraphs() + "</article>"));
  EXPECT_EQ(a.title, "محمية للأسماك \"الصغيرة\"");
  EXPECT_EQ(a.date, "2025-12-23T18:05:00+02:00");
  EXPECT_EQ(a.author, "منى عادل\x1Fكريم فؤاد");
  EXPECT_EQ(a.source, "جريدة البحر");
  EXPECT_EQ(a.section, "بيئة");
  EXPECT_THAT(a.tags, ElementsAre("صيد", "أسماك"));
  EXPECT_EQ(a.url, "https://example.org/fish");
  EXPECT_EQ(a.id, "https://example.org/fish");
  EXPECT_EQ(a.lang, "ar");
  EXPECT_EQ(a.path, "folder/page.html");
  EXPECT_EQ(a.body, body_text());
}

TEST(HtmlArticle, TakesWhatMetaElementsState) {
  const Article a = parsed_html(html(
      R"(<meta property="og:title" content="محمية للأسماك عند المصب"><meta property="og:site_name" content="جريدة البحر">
         <meta property="article:published_time" content="2025-12-23"><meta name="author" content="منى عادل">
         <meta property="article:section" content="بيئة"><meta property="article:tag" content="صيد">
         <meta property="article:tag" content="نيل"><link rel="canonical" href="https://example.org/fish">
         <meta property="og:url" content="https://example.org/other">)",
      "<div>" + paragraphs() + "</div>"));
  EXPECT_EQ(a.title, "محمية للأسماك عند المصب");
  EXPECT_EQ(a.source, "جريدة البحر");
  EXPECT_EQ(a.date, "2025-12-23");
  EXPECT_EQ(a.author, "منى عادل");
  EXPECT_EQ(a.section, "بيئة");
  EXPECT_THAT(a.tags, ElementsAre("صيد", "نيل"));
  EXPECT_EQ(a.url, "https://example.org/fish");
}

TEST(HtmlArticle, FallsBackToWhatIsPrinted) {
  const Article a = parsed_html(
      html("<title>محمية للأسماك عند المصب | جريدة البحر</title>",
           "<h1>محمية للأسماك عند المصب</h1><span class=\"post-author\">بقلم: منى عادل</span>"
           "<span class=\"date\">الثلاثاء 23 ديسمبر/كانون الأول 2025</span><div>" +
               paragraphs() + "</div>"));
  EXPECT_EQ(a.title, "محمية للأسماك عند المصب");
  EXPECT_EQ(a.source, "جريدة البحر");
  EXPECT_EQ(a.date, "2025-12-23");
  EXPECT_EQ(a.author, "منى عادل");
  EXPECT_EQ(a.body, body_text());
}

TEST(HtmlArticle, ReadsDatesOfTimeElements) {
  EXPECT_EQ(
      parsed_html(html("", "<time datetime='2025-12-23T10:00:00Z'>أمس</time>" + paragraphs())).date,
      "2025-12-23T10:00:00Z");
}

TEST(HtmlArticle, LeavesOutWhatStandsAroundTheText) {
  const Article a = parsed_html(
      html("<style>p{}</style>",
           "<nav><a href=/>الرئيسية</a><a>أخبار البلاد كلها في صفحة واحدة</a></nav><header><p>شعار "
           "الجريدة الطويل جداً في أعلى "
           "كل صفحة من صفحاتها</p></header><main><div class=\"content\"><h1>محمية للأسماك</h1>"
           "<figure><img src=x><figcaption>قوارب عند المصب في الفجر</figcaption></figure>" +
               paragraphs() +
               "<div class=\"related-posts\"><h3>خبر آخر</h3><p>موجز خبر آخر عن الصيد في البحيرات "
               "الشمالية كلها.</p></div>"
               "<p hidden>نص لا يراه القارئ لأنه مخفي في الصفحة تماماً.</p><form><p>اشترك في نشرتنا "
               "البريدية كل صباح باكر.</p></form>"
               "<script>var x = '<p>ليس نصاً</p>';</script><!-- <p>تعليق</p> --></div></main>"
               "<aside><p>الأكثر قراءة هذا الأسبوع في الجريدة كلها.</p></aside><footer><p>جميع "
               "الحقوق محفوظة للجريدة.</p></footer>"));
  EXPECT_EQ(a.body, body_text());
}

TEST(HtmlArticle, KeepsHeadingsListsAndLineBreaksAsLines) {
  const Article a = parsed_html(
      html("", "<article><p>" + kFirst + "<br>" + kSecond +
                   "</p><h2>ثلاثة شروط</h2><ul><li>لا شباك ضيقة</li><li>لا صيد ليلي</li></ul><p>" +
                   kThird + "</p></article>"));
  EXPECT_EQ(a.body, kFirst + "\n" + kSecond + "\nثلاثة شروط\nلا شباك ضيقة\nلا صيد ليلي\n" + kThird);
}

TEST(HtmlArticle, DoesNotBreakWordsAtInlineElements) {
  const Article a = parsed_html(html("",
                                     "<article><p>قال و<b>زير</b> الري إن <a href=x>نهر "
                                     "النيل</a>&nbsp;يكفي &laquo;الجميع&raquo;.</p>" +
                                         paragraphs() + "</article>"));
  EXPECT_THAT(a.body, HasSubstr("قال وزير الري إن نهر النيل يكفي «الجميع»."));
}

TEST(HtmlArticle, AppliesTheRulesOfPagesToItsLines) {
  const Article a = parsed_html(
      html("<meta property='og:title' content='محمية للأسماك عند المصب'>",
           "<article><p>محمية للأسماك عند المصب</p>" + paragraphs() +
               "<p>شاركها</p><p>مراكب الصيد عند المصب (رويترز)</p><p>(أ ف ب)</p></article>"));
  EXPECT_EQ(a.body, body_text());
  EXPECT_THAT(a.agencies, ElementsAre("أ ف ب"));
}

TEST(HtmlArticle, TrustsAClassNameLessThanTheTextItHolds) {
  EXPECT_EQ(parsed_html(html("", "<div class='post share-enabled comments-open'>" + paragraphs() +
                                     "</div>"))
                .body,
            body_text());
}

TEST(HtmlArticle, TakesTheStatedTextWhereTheMarkupHasNone) {
  const Article a = parsed_html(
      html(R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"محمية للأسماك",
      "articleBody":")" +
               kFirst + " " + kSecond + R"("}</script>)",
           "<div id=root></div>"));
  EXPECT_EQ(a.body, kFirst + " " + kSecond);
}

TEST(HtmlArticle, DecodesTheDeclaredCharset) {
  const Article a = parsed_html(
      "<meta charset=windows-1256><title>\xC8\xD3\xE3 \xC7\xE1\xE1\xE5 "
      "\xC3\xE6\xE1\xC7</title><p>\xE4\xD5</p>");
  EXPECT_EQ(a.title, "بسم الله أولا");
  EXPECT_EQ(a.body, "نص");
}

TEST(HtmlArticle, CutsEndlessFieldsBetweenCharacters) {
  std::string endless = "ا";
  for (int i = 0; i < 12; ++i) endless += endless;
  for (const std::string shift : {"", "x"}) {
    const Article a = parsed_html(
        html("<meta property=og:title content='" + shift + endless + "'>", paragraphs()));
    EXPECT_TRUE(is_valid_utf8(a.title));
    EXPECT_LE(a.title.size(), 4000U);
  }
}

TEST(HtmlArticle, RefusesPagesWithoutWords) {
  const RawRecord record{RawRecord::Format::kHtml, "<html><body><div id=app></div></body></html>",
                         "f.html", "f.html", 0};
  EXPECT_THAT(refused(record), HasSubstr("holds no article"));
}

TEST(HtmlArticle, RefusesPagesOutOfAllMeasure) {
  RawRecord record{RawRecord::Format::kHtml, std::string((std::size_t{16} << 20) + 1, ' '),
                   "f.html", "f.html", 0};
  EXPECT_THAT(refused(record), HasSubstr("larger than 16 MB"));
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Each of these makes a parser that takes them as they are nest a hundred thousand deep, or worse.
TEST(HtmlArticle, RefusesPagesMadeToNestWithoutEnd) {
  for (const std::string piece :
       {"<div>", "<span><div></span>", "<b x=1><marquee></b>", "<div><!--</div>-->", "<table><td>",
        "<div title='</div>'>", "<b><p>", "<div></div x='>'><i>", "<unknown>"}) {
    const RawRecord record{RawRecord::Format::kHtml, "<html>" + repeated(piece, 100'000), "f.html",
                           "f.html", 0};
    EXPECT_THAT(refused(record), HasSubstr("nests its elements")) << piece;
  }
}

TEST(HtmlArticle, TakesPagesAsDeepAsAllowed) {
  const std::string deep =
      repeated("<div class=date>", 400) + repeated("<p>" + kFirst + "</p><i></i>", 20'000);
  EXPECT_THAT(parsed_html(html("", deep)).body, HasSubstr(kFirst));
}

TEST(HtmlArticle, TakesLongFlatPages) {
  const Article a =
      parsed_html(html("", repeated("<p>" + kFirst + "<br><img src=x><li>بند <a name=q>", 3000)));
  EXPECT_THAT(a.body, HasSubstr(kFirst));
}

TEST(HtmlArticle, SurvivesMarkupThatNeverEnds) {
  for (const std::string piece : {"<!--", "<svg>", "<script>", "<title>", "<", "</", "<a b='",
                                  "<p a=b ", "&#x", "<![CDATA["}) {
    const std::string page = "<html><p>" + kFirst + "</p>" + repeated(piece, 50'000);
    EXPECT_THAT(parsed_html(page).body, HasSubstr(kFirst)) << piece;
  }
}

TEST(HtmlPrepass, LeavesOutScriptsAndKeepsJsonLd) {
  const indexer::html::HtmlPrepass page = indexer::html::prepare_html(
      "<p onclick='x()' class=a>أ</p><script>if (a<b) {}</script><SCRIPT "
      "type='application/ld+json'>{}</script>"
      "<svg><title>س</title></svg><p>3 < 4</p>");
  EXPECT_EQ(page.markup, "<p class=a>أ</p>   <p>3 &lt; 4</p>");
  EXPECT_THAT(page.json_ld, ElementsAre("{}"));
}

// The parser's own arithmetic overflows on the third and fourth.
TEST(HtmlPrepass, ReplacesReferencesToNoCharacter) {
  EXPECT_EQ(indexer::html::prepare_html(
                "&#1605;&#x645; &#0000001605; &#x110000; &#xaaaaaaaaaa@&#99999999999999;")
                .markup,
            "&#1605;&#x645; &#0000001605; \uFFFD \uFFFD@\uFFFD");
  EXPECT_EQ(indexer::html::prepare_html("<p title='&#X7FFFFFFFF'>&#;&#x;&#xg;&#").markup,
            "<p>&#;&#x;&#xg;&#");
}

TEST(JsonLd, SaysNothingWhereItIsNotJson) {
  indexer::html::PageMetadata page;
  indexer::html::read_json_ld(
      {"{\"@type\":\"NewsArticle\",", "[[[[", "null", std::string(100'000, '['),
       "{\"@type\":" + std::string(5000, '[') + std::string(5000, ']') + "}"},
      page);
  EXPECT_EQ(page.article, Article{});
}

TEST(JsonLd, ToleratesLineBreaksInTexts) {
  indexer::html::PageMetadata page;
  indexer::html::read_json_ld({"{\"@type\":\"Article\",\"headline\":\"سطر\nوسطر\"}"}, page);
  EXPECT_EQ(page.article.title, "سطر وسطر");
}

TEST(SiteName, IsTakenOffBehindAStroke) {
  std::string site;
  EXPECT_EQ(indexer::html::without_site_name("محمية للأسماك عند المصب - جريدة البحر", site),
            "محمية للأسماك عند المصب");
  EXPECT_EQ(site, "جريدة البحر");
  EXPECT_EQ(
      indexer::html::without_site_name("لافروف - الشيباني: محادثات طويلة في موسكو اليوم", site),
      "لافروف - الشيباني: محادثات طويلة في موسكو اليوم");
}

}  // namespace
}  // namespace fihris::testing
