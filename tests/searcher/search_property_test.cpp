// What holds for any text and any query.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "marked.h"
#include "search_index.h"

namespace fihris::testing {
namespace {

std::string joined(const std::vector<std::string>& bits) {
  std::string text;
  for (const std::string& bit : bits) text += bit;
  return text;
}

std::string some_text() {
  static const std::vector<std::string> kBits = {"وزراء ",
                                                 "والمدارس ",
                                                 "بالسيارات ",
                                                 "كوفيد-19 ",
                                                 "والـBBC ",
                                                 "بـ15 ",
                                                 "غزة_الآن ",
                                                 "أ.ف.ب ",
                                                 "١٢٫٥ ",
                                                 "كانون الأول ",
                                                 "ديسمبر/ كانون الأول ",
                                                 "Elections ",
                                                 "naïve ",
                                                 "G20 ",
                                                 "ﷺ ",
                                                 "كُتُبٌ ",
                                                 "في ",
                                                 "الذي ",
                                                 "من ",
                                                 ". ",
                                                 "، ",
                                                 "\n",
                                                 "«",
                                                 "» ",
                                                 "ـ",
                                                 "http://example.org/a-b ",
                                                 "مـــصر ",
                                                 "الله ",
                                                 "😀 ",
                                                 "Москва "};
  return joined(*rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kBits)));
}

bool covers(const std::vector<Span>& marks, Span span) {
  return std::any_of(marks.begin(), marks.end(), [span](const Span& mark) {
    return mark.begin <= span.begin && span.end <= mark.end;
  });
}

// Characters that are signs of the query language at the edge of a word.
bool is_query_sign(std::string_view word) {
  return word.find_first_of("+-=*~:()\"'") != std::string_view::npos;
}

// The promise of one analyser for index, query and highlighter.
RC_GTEST_PROP(SearchProperty, EveryWordOfATextFindsAndMarksIt, ()) {
  const std::string text = some_text();
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze(text, tokens);
  SearchIndex index({article("other", "", "نص لا صلة له"), article("x", "", text + " ختام")});
  for (const Token& token : tokens) {
    const std::string word = text.substr(token.span.begin, token.span.end - token.span.begin);
    if (token.stop || is_query_sign(word) || word.find('\n') != std::string::npos) continue;
    SearchRequest request;
    request.query = word;
    request.snippet_graphemes = 100'000;
    const SearchResults results = index.search(request);
    const auto hit = std::find_if(results.hits.begin(), results.hits.end(),
                                  [](const Hit& h) { return h.article.id == "x"; });
    RC_ASSERT(hit != results.hits.end());
    std::vector<Span> marks;
    for (const Snippet& snippet : hit->snippets) {
      for (const Span& mark : snippet.marks) {
        marks.push_back({mark.begin + snippet.offset, mark.end + snippet.offset});
      }
    }
    RC_ASSERT(covers(marks, token.span));
  }
}

RC_GTEST_PROP(SearchProperty, AnyQueryIsAnswered, ()) {
  static const std::vector<std::string> kBits = {
      "نفط ", "«",         "»",       "\"",         "(",       ")",    "+",    "-",   "=",    "*",
      "~3",   "title:",    "source:", "date:2025 ", "الذي ",   "من ",  "AND ", "OR ", "NOT ", "أو ",
      "ليس ", "كوفيد-19 ", "مدرسة ",  " ",          "ديسمبر ", "\xFF", "م* ",  "ال* "};
  static SearchIndex index(bodies({"نفط ومدرسة في ديسمبر", "الذي من كوفيد-19", "مدارس النفط"}));
  SearchRequest request;
  request.query = joined(*rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kBits)));
  for (const bool full : {false, true}) {
    for (const Sort sort : {Sort::kRelevance, Sort::kDateDescending}) {
      request.full_syntax = full;
      request.sort = sort;
      const SearchResults results = index.search(request);
      RC_ASSERT(results.hits.size() <= 3U);
      RC_ASSERT(results.estimated_total >= results.hits.size());
    }
  }
}

TEST(SearchProperty, HugeQueriesAreAnswered) {
  SearchIndex index(bodies({"نفط ومدرسة في ديسمبر"}));
  for (const std::string bit :
       {"نفط ", "نفط-", "«نفط مدرسة» ", "+نفط ", "(نفط أو ", "ن", "نفط* "}) {
    std::string query;
    while (query.size() < 100'000) query += bit;
    EXPECT_NO_THROW(index.ids(query)) << bit;
  }
}

}  // namespace
}  // namespace fihris::testing
