// Snippets as HTML: safe to paste.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fihris/searcher/writers.h"

namespace fihris {
namespace {

Snippet snippet_of(std::string text, std::vector<Span> marks = {}) {
  Snippet snippet;
  snippet.text = std::move(text);
  snippet.marks = std::move(marks);
  return snippet;
}

TEST(HtmlWriter, EscapesWhatHtmlWouldObey) {
  EXPECT_EQ(to_html(snippet_of("<script>alert(\"1\" & '2')</script>")),
            "<bdi>&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;</bdi>");
}

TEST(HtmlWriter, EscapesInsideMarks) {
  EXPECT_EQ(to_html(snippet_of("a<b>c", {{1, 4}})), "<bdi>a<mark>&lt;b&gt;</mark>c</bdi>");
}

TEST(HtmlWriter, PutsMarksWhereTheyBelong) {
  EXPECT_EQ(to_html(snippet_of("بيت كبير", {{0, 6}, {7, 15}})),
            "<bdi><mark>بيت</mark> <mark>كبير</mark></bdi>");
  EXPECT_EQ(to_html(snippet_of("ab", {{0, 1}, {1, 2}})), "<bdi><mark>a</mark><mark>b</mark></bdi>");
  EXPECT_EQ(to_html(snippet_of("", {})), "<bdi></bdi>");
}

TEST(HtmlWriter, SaysThatTheTextGoesOn) {
  Snippet snippet = snippet_of("وسط");
  snippet.cut_before = true;
  snippet.cut_after = true;
  EXPECT_EQ(to_html(snippet), "<bdi>… وسط …</bdi>");
}

// An override that is never closed would turn the rest of the page around.
TEST(HtmlWriter, DropsDirectionOverridesAndControls) {
  EXPECT_EQ(to_html(snippet_of("أ\u202Eب\u2066ج\u2069د")), "<bdi>أبجد</bdi>");
  EXPECT_EQ(to_html(snippet_of(std::string("a\0b\x1b[31m\x7F", 9))), "<bdi>ab[31m</bdi>");
  EXPECT_EQ(to_html(snippet_of("سطر\nثان")), "<bdi>سطر ثان</bdi>");
}

TEST(HtmlWriter, KeepsTheMarksOfRunningText) {
  EXPECT_EQ(to_html(snippet_of("می\u200Cخواهم \u200Fكلمة")), "<bdi>می\u200Cخواهم \u200Fكلمة</bdi>");
}

}  // namespace
}  // namespace fihris
