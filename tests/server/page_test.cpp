// The pages, asked without a connection and without a browser.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>

#include "api/router.h"
#include "back_end.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/store/error.h"
#include "http/target.h"
#include "page/routes.h"
#include "page/site.h"
#include "scratch_directory.h"

namespace fihris::testing {
namespace {

using server::http::Request;
using server::http::Response;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

Article made(const std::string& id, const std::string& title, const std::string& body,
             const std::string& date = {}, const std::string& source = {}) {
  Article article;
  article.id = id;
  article.title = title;
  article.body = body;
  article.date = date;
  article.source = source;
  return article;
}

class PageTest : public ::testing::Test {
 protected:
  ~PageTest() override { back_.reset(); }

  void add(const std::vector<Article>& articles, const std::string& index = "news") {
    IndexWriter::open((folder_.path() / index).string()).add(articles);
  }
  void add_news() {
    Article school = made("1", "الوزير يزور المدارس",
                          "زار وزير التربية مدرسة في بغداد.\nوقال الوزير إن المدارس ستُفتح قريبًا.",
                          "2018-03-05", "الصباح");
    school.author = "ليلى حسن";
    school.section = "محليات";
    school.url = "https://example.org/a?b=1&c=2";
    add({school,
         made("2", "سوق الكتب", "كتاب جديد عن مدرسة بغداد والوزراء.", "2019-06-01", "النهار"),
         made("3", "مباراة", "فاز المنتخب.", "2019-07-01", "النهار")});
  }

  void start(server::page::Site site = server::page::usual_site()) {
    options_.data = folder_.path();
    back_.reset();
    back_ = std::make_unique<server::BackEnd>(options_, registry_);
    handler_ = server::page::with_pages(server::api::handler(back_->service), std::move(site),
                                        !options_.master_key.empty());
  }
  Response ask(const std::string& target) {
    if (!back_) start();
    Request request;
    request.method = "GET";
    request.host = "archive.example:7700";
    server::http::read_target(target, request);
    return handler_.answer(request);
  }
  std::string page(const std::string& target) { return ask(target).body; }

  TemporaryDirectory folder_{ScratchPlace::kMemory};
  server::ServerOptions options_;
  server::metrics::Registry registry_;
  std::unique_ptr<server::BackEnd> back_;
  server::http::Handler handler_;
};

// Addresses of links whose text or address has `part`, as a browser would follow them.
std::vector<std::string> links(const std::string& html, const std::string& part) {
  static const std::regex link("href=\"([^\"]*)\"");
  std::vector<std::string> found;
  for (std::sregex_iterator at(html.begin(), html.end(), link), end; at != end; ++at) {
    std::string address = std::regex_replace((*at)[1].str(), std::regex("&amp;"), "&");
    if (address.find(part) != std::string::npos) found.push_back(std::move(address));
  }
  return found;
}

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

// The only program of a page is its own file, no attribute holds another, and no link begins one.
void expect_harmless(const std::string& html) {
  EXPECT_LE(count_of(html, "<script"), 1U) << html;
  const std::string names = std::regex_replace(html, std::regex("\"[^\"]*\""), "");
  EXPECT_FALSE(std::regex_search(names, std::regex("<[^>]* on[a-z]+=", std::regex::icase))) << html;
  EXPECT_FALSE(std::regex_search(
      html, std::regex("(href|src|action)=\"\\s*(javascript|data|vbscript):", std::regex::icase)))
      << html;
  EXPECT_EQ(count_of(html, "<img"), 0U) << html;
  for (const char* const control : {"\u202E", "\u2066", "\u202A", "\x01"})
    EXPECT_THAT(html, Not(HasSubstr(control)));
}

TEST_F(PageTest, FrontPageListsTheNewest) {
  add_news();
  const std::string html = page("/");
  EXPECT_THAT(html, HasSubstr("<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_THAT(html, HasSubstr("أحدث المقالات: 3 مقالات"));
  EXPECT_LT(html.find("مباراة"), html.find("سوق الكتب"));
}

TEST_F(PageTest, WordsAreMarkedWholeWithSourceAndDate) {
  add_news();
  const std::string html = page("/?q=%D9%85%D8%AF%D8%B1%D8%B3%D8%A9");  // مدرسة
  EXPECT_THAT(html, HasSubstr("<mark>المدارس</mark>"));
  EXPECT_THAT(html, HasSubstr("<bdi>الصباح</bdi>"));
  EXPECT_THAT(html, HasSubstr("<time datetime=\"2018-03-05\">5 مارس 2018</time>"));
  EXPECT_THAT(html, HasSubstr("وُجد مقالان"));
}

TEST_F(PageTest, FragmentIsThePieceOfThePage) {
  add_news();
  EXPECT_THAT(page("/?q=x&f.source=y"), HasSubstr(page("/fragment?q=x&f.source=y")));
}

TEST_F(PageTest, PagesAllowNothingThatIsNotTheirs) {
  add_news();
  const Response response = ask("/");
  EXPECT_EQ(response.content_type, "text/html; charset=utf-8");
  EXPECT_THAT(response.headers,
              ::testing::Contains(::testing::Pair(
                  "Content-Security-Policy",
                  AllOf(HasSubstr("default-src 'none'"), Not(HasSubstr("unsafe"))))));
  EXPECT_THAT(response.body, AllOf(Not(HasSubstr(" style=")), Not(HasSubstr("<style"))));
}

TEST_F(PageTest, NothingOfAnArticleOrAnAddressIsMarkup) {
  const std::string evil =
      "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='x\u202E";
  Article article = made("evil/" + evil, "كتاب " + evil, "كتاب " + evil, "2019-01-01" + evil, evil);
  article.summary = article.author = article.section = evil;
  article.url = "javascript:alert(1)";
  article.tags = {evil};
  add({article, made("2", "كتاب", "كتاب", "2018-01-01", evil + "2")});
  const std::string coded = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E%27%20onload=x";
  const std::string book = "%D9%83%D8%AA%D8%A7%D8%A8";
  for (const std::string& address :
       {std::string("/"), "/?q=" + book, "/?q=" + coded, "/?q=" + book + "&from=" + coded,
        "/?q=" + book + "&f.source=" + coded, "/?f." + coded + "=" + coded, "/?sort=" + coded,
        "/?lang=" + coded + "&theme=" + coded + "&digits=" + coded, "/?index=" + coded,
        "/?page=" + coded, "/fragment?q=" + book + "&absolute=1", "/suggest?q=" + book,
        "/suggest?q=" + coded, "/a/" + coded, "/rss?q=" + book}) {
    SCOPED_TRACE(address);
    expect_harmless(page(address));
  }
  const std::vector<std::string> articles = links(page("/?q=" + book), "/a/evil");
  ASSERT_EQ(articles.size(), 1U);
  expect_harmless(page(articles.front()));
  EXPECT_THAT(page(articles.front()), HasSubstr("&lt;script&gt;"));
}

TEST_F(PageTest, WhatIsMissingIsSaid) {
  add({made("1", "", "نص بلا عنوان ولا تاريخ"), made("2", "عنوان بلا نص", "")});
  const std::string html = page("/");
  EXPECT_THAT(html, AllOf(HasSubstr("بلا عنوان</span>"), HasSubstr("بلا تاريخ")));
  EXPECT_THAT(page("/a/1"), HasSubstr("<h1 dir=\"auto\">بلا عنوان</h1>"));
  EXPECT_THAT(page("/a/2"), HasSubstr("ليس لهذا المقال نص محفوظ"));
}

TEST_F(PageTest, LongTitlesComeWhole) {
  std::string title;
  for (int i = 0; i < 500; ++i) title += "كتب ";
  add({made("1", title, "نص")});
  EXPECT_EQ(count_of(page("/?q=%D9%83%D8%AA%D8%A8"), "<mark>كتب</mark>"), 500U);
}

TEST_F(PageTest, BeyondTheLastPageIsSaid) {
  add_news();
  for (const char* const number : {"2", "9999", "99999999999999999999999", "-3", "x"}) {
    const Response response = ask(std::string("/?page=") + number);
    EXPECT_EQ(response.status, 200) << number;
  }
  EXPECT_THAT(page("/?page=9999"), HasSubstr("لا نتائج في هذه الصفحة"));
}

TEST_F(PageTest, FacetsNarrowAndAreTakenAway) {
  add_news();
  const std::vector<std::string> sources = links(page("/"), "f.source=%D8%A7%D9%84%D9%86");  // الن
  ASSERT_EQ(sources.size(), 1U);
  const std::string narrowed = page(sources.front());
  EXPECT_THAT(narrowed, AllOf(HasSubstr("وُجد مقالان"), Not(HasSubstr("يزور المدارس"))));
  EXPECT_THAT(narrowed, HasSubstr("class=\"chip\""));
  EXPECT_THAT(narrowed, HasSubstr("الصباح")) << "other values stay on offer";
  const std::vector<std::string> both = links(narrowed, "&f.source=%D8%A7%D9%84%D8%B5");  // الص
  ASSERT_FALSE(both.empty());
  EXPECT_THAT(page(both.front()), HasSubstr("وُجد 3 مقالات"));
}

TEST_F(PageTest, DatesNarrowInEitherCalendar) {
  add_news();
  EXPECT_THAT(page("/?from=2019&to=2019-06"), HasSubstr("وُجد مقال واحد"));
  // 1 to 29 جمادى الآخرة 1439
  EXPECT_THAT(page("/?from=1439-06&to=1439-06"), HasSubstr("وُجد مقال واحد"));
  const std::string html = page("/?from=%D9%82%D8%B7%D8%A9");
  EXPECT_THAT(html, AllOf(HasSubstr("لم يُفهم التاريخ"), HasSubstr("يزور المدارس")));
}

TEST_F(PageTest, HistogramLeadsIntoItsPeriods) {
  add_news();
  const std::vector<std::string> bars = links(page("/"), "from=2018-03&to=2018-03");
  ASSERT_FALSE(bars.empty());
  EXPECT_THAT(page(bars.front()), HasSubstr("وُجد مقال واحد"));
  EXPECT_FALSE(links(page("/?calendar=hijri"), "from=1439-06&to=1439-06").empty());
}

TEST_F(PageTest, NothingFoundSaysWhyAndWhatWouldHelp) {
  add_news();
  // +مدرسة +قطة, from the source النهار
  const std::string html = page(
      "/?q=%2B%D9%85%D8%AF%D8%B1%D8%B3%D8%A9+%2B%D9%82%D8%B7%D8%A9&exact=1"
      "&f.source=%D8%A7%D9%84%D9%86%D9%87%D8%A7%D8%B1");
  EXPECT_THAT(
      html, AllOf(HasSubstr("لم يُعثر على شيء"), HasSubstr("ليست في الأرشيف"), HasSubstr("من دون")));
}

TEST_F(PageTest, CorrectionsAreSaidAndCanBeRefused) {
  add_news();
  const std::string html = page("/?q=%D9%85%D8%AF%D8%B1%D8%B3%D8%B3%D8%A9");  // مدرسسة
  ASSERT_THAT(html, HasSubstr("هذه نتائج"));
  EXPECT_FALSE(links(html, "exact=1").empty());
  EXPECT_THAT(page(links(html, "exact=1").front()), HasSubstr("لم يُعثر على شيء"));
  ASSERT_FALSE(links(html, "/a/1?q=").empty());
  EXPECT_THAT(page(links(html, "/a/1?q=").front()), HasSubstr("<mark id=\"m1\""))
      << "what was searched is marked";
}

TEST_F(PageTest, ArticleHasNumberedMarksAndACitation) {
  add_news();
  const std::string html = page("/a/1?q=%D9%88%D8%B2%D9%8A%D8%B1&hit=2");  // وزير
  EXPECT_THAT(html, HasSubstr("<mark id=\"m1\">الوزير</mark>"));
  EXPECT_THAT(html, HasSubstr("<mark id=\"m2\" class=\"current\">وزير</mark>"));
  EXPECT_FALSE(links(html, "hit=3#m3").empty());
  EXPECT_THAT(html, HasSubstr("ليلى حسن. «الوزير يزور المدارس». الصباح، 5 مارس 2018. "
                              "https://example.org/a?b=1&amp;c=2"));
}

TEST_F(PageTest, IdsMayBeAddresses) {
  const std::string id = "https://example.org/a?b=1#c";
  add({made(id, "عنوان", "نص"), made("..", "نقطتان", "نص")});
  const std::vector<std::string> articles = links(page("/"), "/a");
  for (const std::string& address : articles) EXPECT_EQ(ask(address).status, 200) << address;
  EXPECT_THAT(articles, ::testing::Contains("/a/https%3A%2F%2Fexample.org%2Fa%3Fb%3D1%23c"));
  EXPECT_THAT(articles, ::testing::Contains("/a?id=.."));
}

TEST_F(PageTest, WhatIsGoneIsAClearPage) {
  add_news();
  EXPECT_EQ(ask("/a/none").status, 404);
  EXPECT_THAT(page("/a/none"), HasSubstr("هذا المقال ليس في الأرشيف"));
  std::filesystem::remove_all(folder_.path() / "news");
  back_->catalog.remove("news");
  EXPECT_EQ(ask("/?index=news").status, 404);
  EXPECT_THAT(page("/?index=news"), HasSubstr("هذه المجموعة لم تعد هنا"));
  EXPECT_THAT(page("/"), HasSubstr("ليس في الخدمة مقالات بعد"));
}

TEST_F(PageTest, SeveralIndexesAreAChoice) {
  add_news();
  add({made("1", "أول", "نص")}, "books");
  EXPECT_THAT(page("/?index=news"),
              AllOf(HasSubstr("<option value=\"news\" selected>"), HasSubstr("يزور المدارس")));
  EXPECT_THAT(page("/?index=books"), Not(HasSubstr("يزور المدارس")));
  EXPECT_FALSE(links(page("/?index=news"), "/a/1?index=news").empty());
  EXPECT_THAT(ask("/books/a/1").headers,
              ::testing::ElementsAre(::testing::Pair("Location", "/a/1?index=books")));
  EXPECT_EQ(ask("/none").status, 404);
}

TEST_F(PageTest, ResultsAreSaved) {
  add_news();
  add({made("4", "=SUM(A1), \"x\"", "نص {%}", "2020-01-01")});
  EXPECT_THAT(page("/export?format=csv"),
              AllOf(HasSubstr("4,\"'=SUM(A1), \"\"x\"\"\",2020-01-01"),
                    HasSubstr("1,الوزير يزور المدارس,2018-03-05,الصباح,ليلى حسن,محليات,https://")));
  EXPECT_EQ(count_of(page("/export?format=jsonl"), "\n"), 4U);
  EXPECT_THAT(page("/export?format=jsonl"), Not(HasSubstr("_article")));
  EXPECT_THAT(page("/export?format=bib"), HasSubstr("journaltitle = {الصباح}"));
  EXPECT_EQ(ask("/export?format=exe").status, 404);
}

TEST_F(PageTest, TrendsCountWordsByThePeriod) {
  add_news();
  // مدرسة، مباراة
  const std::string html =
      page("/trend?q=%D9%85%D8%AF%D8%B1%D8%B3%D8%A9%D8%8C+%D9%85%D8%A8%D8%A7%D8%B1%D8%A7%D8%A9");
  EXPECT_EQ(count_of(html, "<polyline points="), 2U) << "one in the legend for each";
  EXPECT_EQ(count_of(html, "<polyline class="), 2U);
  EXPECT_THAT(html, HasSubstr("<th scope=\"row\">مارس 2018</th>"));
  EXPECT_FALSE(links(html, "from=2018-03").empty());
  EXPECT_EQ(ask("/trend").status, 200);
}

TEST_F(PageTest, FeedHasTheNewestFirst) {
  add_news();
  const Response feed = ask("/rss?q=%D9%85%D8%AF%D8%B1%D8%B3%D8%A9");
  EXPECT_EQ(feed.content_type, "application/rss+xml; charset=utf-8");
  EXPECT_LT(feed.body.find("سوق الكتب"), feed.body.find("الوزير يزور"));
  EXPECT_THAT(feed.body, AllOf(HasSubstr("<link>http://archive.example:7700/a/2</link>"),
                               HasSubstr("<pubDate>Sat, 01 Jun 2019 00:00:00 GMT</pubDate>")));
}

TEST_F(PageTest, SpeaksAsItIsTold) {
  add_news();
  const std::string english = page("/?lang=en");
  EXPECT_THAT(english, AllOf(HasSubstr("<html lang=\"en\" dir=\"ltr\">"), HasSubstr("3 articles"),
                             HasSubstr("5 March 2018")));
  EXPECT_THAT(page("/?digits=arabic&months=levant"), HasSubstr("٥ آذار ٢٠١٨"));
  EXPECT_FALSE(links(english, "lang=en").empty()) << "links keep it";
}

TEST_F(PageTest, SitesSettingsAreSeen) {
  add_news();
  start(server::page::site_of(R"({"name": "أرشيف <الدار>", "accent": "#123456", "digits": "arabic",
      "articleLink": "https://example.org/{id}.html", "facets": ["section"]})",
                              folder_.path()));
  const std::string html = page("/");
  EXPECT_THAT(html, AllOf(HasSubstr("أرشيف &lt;الدار&gt;"), HasSubstr("٣ مقالات"),
                          HasSubstr("https://example.org/1.html"), Not(HasSubstr("f.source="))));
  EXPECT_THAT(page("/assets/site.css"), HasSubstr("#123456"));
}

TEST_F(PageTest, WithAMasterKeyPagesNeedAKeyForSearching) {
  add_news();
  options_.master_key = "a master key of the tests";
  start();
  EXPECT_THAT(page("/"), Not(HasSubstr("يزور")));
  EXPECT_EQ(ask("/fragment?q=x").status, 404);
  std::string key;
  for (const auto& each : *back_->keys.all())
    if (each->name == "Default Search API Key") key = each->secret;
  server::page::Site site = server::page::usual_site();
  site.key = key;
  site.indexes = {"news"};
  handler_ = server::page::with_pages(server::api::handler(back_->service), site, true);
  EXPECT_THAT(page("/"), HasSubstr("يزور المدارس"));
  EXPECT_EQ(ask("/?index=other").status, 404);
  EXPECT_EQ(ask("/indexes/news/search").status, 401) << "the API needs a key as before";
  site.key = "wrong";
  handler_ = server::page::with_pages(server::api::handler(back_->service), site, true);
  EXPECT_EQ(ask("/").status, 403);
}

TEST_F(PageTest, AdminNeedsAKey) {
  add_news();
  EXPECT_EQ(ask("/admin").status, 404) << "without a master key";
  options_.master_key = "a master key of the tests";
  start();
  EXPECT_EQ(ask("/admin").status, 401);
  Request request;
  request.method = "GET";
  request.path = {"admin"};
  // x:a master key of the tests
  request.authorization = "Basic eDphIG1hc3RlciBrZXkgb2YgdGhlIHRlc3Rz";
  const Response page = handler_.answer(request);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr(">news</h2>"), HasSubstr("searchableAttributes")));
  request.authorization = "Basic eDp3cm9uZw==";  // x:wrong
  EXPECT_EQ(handler_.answer(request).status, 401);
}

TEST_F(PageTest, AssetsAreNamedByWhatTheyHold) {
  for (const char* const name : {"page.css", "page.js", "box.js", "icon.svg", "site.css"}) {
    const Response file = ask(std::string("/assets/") + name);
    EXPECT_EQ(file.status, 200) << name;
    EXPECT_THAT(file.headers, ::testing::Contains(::testing::Key("ETag")));
  }
  EXPECT_EQ(ask("/assets/none").status, 404);
  EXPECT_EQ(ask("/assets/logo").status, 404);
}

TEST_F(PageTest, HtmlStyleAndProgramsAreSmall) {
  add_news();
  const std::size_t bytes =
      page("/").size() + page("/assets/page.css").size() + page("/assets/page.js").size();
  EXPECT_LT(bytes, 100U << 10);
}

std::string refusal(const std::string& json) {
  try {
    server::page::site_of(json, ".");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(PageSettings, WrongOnesAreNamed) {
  EXPECT_THAT(refusal("[]"), HasSubstr("no JSON object"));
  EXPECT_THAT(refusal(R"({"nmae": "x"})"), HasSubstr("`nmae`"));
  EXPECT_THAT(refusal(R"({"accent": "red; }"})"), HasSubstr("`accent` must be a colour"));
  EXPECT_THAT(refusal(R"({"digits": "roman"})"), HasSubstr("one of `european`, `arabic`"));
  EXPECT_THAT(refusal(R"({"articleLink": "javascript:{id}"})"), HasSubstr("`articleLink`"));
  EXPECT_THAT(refusal(R"({"facets": [3]})"), HasSubstr("`facets[0]`"));
  EXPECT_THAT(refusal(R"({"name": {"ar": "x"}})"), HasSubstr("`name`"));
  EXPECT_THAT(refusal(R"({"logo": "none.exe"})"), HasSubstr("`logo`"));
  EXPECT_THAT(refusal(R"({"key": "x"})"), HasSubstr("`indexes`"));
  EXPECT_EQ(refusal(R"({"name": {"ar": "أ", "en": "A"}, "facets": [{"field": "x", "name": "س"}]})"),
            "");
}

TEST(PageManner, CountsAndDatesAreWrittenAsPeopleDo) {
  server::page::Manner manner;
  EXPECT_EQ(manner.articles(0), "لا مقالات");
  EXPECT_EQ(manner.articles(2), "مقالان");
  EXPECT_EQ(manner.articles(7), "7 مقالات");
  EXPECT_EQ(manner.articles(11), "11 مقالًا");
  EXPECT_EQ(manner.articles(12345), "12,345 مقالًا");
  EXPECT_EQ(manner.articles(100), "100 مقال");
  EXPECT_EQ(manner.date("2018"), "2018");
  EXPECT_EQ(manner.date("2018-12"), "ديسمبر 2018");
  EXPECT_EQ(manner.date("2018-12-03T10:00:00Z"), "3 ديسمبر 2018");
  for (const char* const odd : {"x", "20", "2018-", "2018-13-01", "2018/01/01", "١٢"})
    EXPECT_FALSE(manner.date(odd).empty());
  manner.months = server::page::MonthNames::kMorocco;
  EXPECT_EQ(manner.date("2018-12"), "دجنبر 2018");
}

}  // namespace
}  // namespace fihris::testing
