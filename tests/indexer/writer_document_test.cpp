#include <gmock/gmock.h>

#include <map>

#include "document/article_document.h"
#include "fihris/store/fields.h"
#include "fihris/store/posting.h"
#include "writer_support.h"

namespace fihris {
namespace {

using ::testing::Contains;
using ::testing::IsSupersetOf;
using ::testing::Key;
using ::testing::Not;
using ::testing::Pair;

using Terms = std::map<std::string, unsigned>;

Terms terms_of(const Xapian::Document& document) {
  Terms terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    const bool counted = term.get_wdf() > 0 && *term != prefix::kLength;
    terms[*term] = counted ? posting_of(term.get_wdf()).occurrences : term.get_wdf();
  }
  return terms;
}

Article printed(const std::string& title, const std::string& summary, const std::string& body) {
  Article article;
  article.id = "id-1";
  article.title = title;
  article.summary = summary;
  article.body = body;
  return article;
}

// Latin words with stemming off are their own lemmas: what is counted is plain to see.
class ArticleDocument : public ::testing::Test {
 protected:
  Terms make(const Article& article) { return terms_of(maker_.make(article)); }
  indexer::document::DocumentMaker maker_{AnalyzerConfig{"none"}};
};

TEST_F(ArticleDocument, CountsSummaryAndBodyOnceAndTheTitleByItsWeight) {
  const Terms terms = make(printed("tower bridge", "bridge", "bridge river bridge"));
  EXPECT_THAT(terms, IsSupersetOf(Terms{
                         {"bridge", 3 + kTitleWeight}, {"tower", kTitleWeight}, {"river", 1U}}));
}

TEST_F(ArticleDocument, GivesWordsOfTheTitleASecondTerm) {
  const Terms terms = make(printed("tower tower bridge", "", "river"));
  EXPECT_THAT(terms, IsSupersetOf(Terms{{"Stower", 2U}, {"Sbridge", 1U}}));
  EXPECT_THAT(terms, Not(Contains(Key("Sriver"))));
}

TEST_F(ArticleDocument, EveryPostingKnowsTheLengthOfTheArticle) {
  std::string body;
  for (int i = 0; i < 100; ++i) body += "river" + std::to_string(i) + ' ';
  const Xapian::Document document = maker_.make(printed("tower", "", body));
  const std::uint32_t step = length_step(100 + kTitleWeight);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
    if (*term == prefix::kLength) {
      EXPECT_EQ(term.get_wdf(), 100 + kTitleWeight);
    } else if (term.get_wdf() > 0) {
      EXPECT_EQ(posting_of(term.get_wdf()).length_step, step) << *term;
    }
  }
}

TEST_F(ArticleDocument, StartsEachArticleAfresh) {
  make(printed("tower", "", "bridge"));
  const Terms terms = make(printed("", "", "tower"));
  EXPECT_THAT(terms, Contains(Pair("tower", 1U)));
  EXPECT_THAT(terms, Not(Contains(Key("Stower"))));
  EXPECT_THAT(terms, Not(Contains(Key("bridge"))));
}

TEST_F(ArticleDocument, KeepsMonthsAndCompoundsApartFromWords) {
  const Terms terms = make(printed("ديسمبر/ كانون الأول", "", "covid-19"));
  EXPECT_THAT(terms, IsSupersetOf(Terms{{"XMm12", kTitleWeight}, {"XTMm12", 1U}, {"19", 1U}}));
  EXPECT_THAT(terms, Contains(Key(::testing::StartsWith("XCcovid"))));
}

TEST_F(ArticleDocument, FunctionWordsHaveAPlaceInTheColumnButNoPosting) {
  Analyzer analyzer;
  std::vector<Token> tokens;
  analyzer.analyze("من", tokens);
  if (tokens.empty() || !tokens[0].stop) GTEST_SKIP() << "the analyser marks no function words";
  const Xapian::Document document = maker_.make(printed("", "", "خرج من البيت"));
  EXPECT_THAT(terms_of(document), Not(Contains(Key(std::string(tokens[0].lemma)))));
  const std::string column = document.get_value(slot::kColumn);
  EXPECT_EQ(TokenColumn(column).size(), 3U);
}

TEST_F(ArticleDocument, ColumnRunsThroughTitleSummaryAndBody) {
  const Xapian::Document document = maker_.make(printed("tower bridge", "river", "sea"));
  const std::string bytes = document.get_value(slot::kColumn);
  const TokenColumn column(bytes);
  ASSERT_EQ(column.size(), 4U);
  EXPECT_EQ(column.title_size(), 2U);
  EXPECT_EQ(column.lemma(1), lemma_fingerprint(TokenKind::kLatin, "bridge"));
  EXPECT_EQ(column.lemma(2), lemma_fingerprint(TokenKind::kLatin, "river"));
  EXPECT_EQ(column.lemma(3), lemma_fingerprint(TokenKind::kLatin, "sea"));
}

TEST_F(ArticleDocument, FieldsAreUnweightedTermsAndNormalisedValues) {
  Article article = printed("", "", "sea");
  article.source = "وكالة الأنباء";
  article.author = "سَلمى";
  article.section = "Sports";
  article.tags = {"كرة", "", "قدم"};
  const Xapian::Document document = maker_.make(article);
  EXPECT_THAT(terms_of(document),
              IsSupersetOf(Terms{{exact_term(*find_field("source"), article.source), 0U},
                                 {"A" + normalize("سلمى"), 0U},
                                 {"XEsports", 0U},
                                 {"Kكره", 0U},
                                 {"Kقدم", 0U},
                                 {"Qid-1", 0U}}));
  EXPECT_EQ(document.get_value(slot::kSource), article.source);
  EXPECT_EQ(document.get_value(slot::kAuthor), "سَلمى");
  EXPECT_EQ(document.get_value(slot::kTags), "كرة\x1Fقدم");
  EXPECT_EQ(document.get_data(), "id-1");
}

TEST_F(ArticleDocument, HasATermForEachOfSeveralAuthors) {
  Article article = printed("", "", "sea");
  article.author = "منى\x1F\x1Fأحمد";
  const Xapian::Document document = maker_.make(article);
  EXPECT_THAT(terms_of(document),
              IsSupersetOf(Terms{{"A" + normalize("منى"), 0U}, {"A" + normalize("أحمد"), 0U}}));
  EXPECT_EQ(document.get_value(slot::kAuthor),
            "منى\x1F"
            "أحمد");
}

TEST_F(ArticleDocument, StoresTheArticleAsItWasGiven) {
  Article article = printed("الإمارات", "", "نصٌّ مُشَكَّل");
  article.extra = "{\"views\":3}";
  const Xapian::Document document = maker_.make(article);
  EXPECT_EQ(DocumentCodec().decode(document.get_value(slot::kArticle)), article);
}

TEST_F(ArticleDocument, AnInvalidDateIsNoDate) {
  Article article = printed("", "", "sea");
  article.date = "2025-02-30";
  const Xapian::Document document = maker_.make(article);
  EXPECT_EQ(document.get_value(slot::kDate), "");
  for (const char* prefix : {"D", "M", "Y"}) {
    EXPECT_THAT(terms_of(document), Not(Contains(Key(::testing::StartsWith(prefix)))));
  }
}

TEST_F(ArticleDocument, ADateHasDayMonthAndYear) {
  Article article = printed("", "", "sea");
  article.date = "2025-12-23T18:05:00+03:00";
  const Xapian::Document document = maker_.make(article);
  EXPECT_EQ(document.get_value(slot::kDate), "20251223150500");
  EXPECT_THAT(terms_of(document),
              IsSupersetOf(Terms{{"D20251223", 0U}, {"M202512", 0U}, {"Y2025", 0U}}));
}

TEST_F(ArticleDocument, WordsTooLongForXapianDoNotLoseTheArticle) {
  const testing::TemporaryDirectory scratch;
  Xapian::WritableDatabase database((scratch / "db").string(), Xapian::DB_CREATE);
  Article article = printed(std::string(400, 'x'), "", "sea " + std::string(100'000, 'y'));
  article.id = "https://example.org/" + std::string(500, 'z');
  article.source = std::string(300, 's');
  article.tags = {std::string(300, 't')};
  EXPECT_NO_THROW(database.add_document(maker_.make(article)));
  EXPECT_NO_THROW(database.commit());
  const std::string lemma(400, 'x');
  EXPECT_TRUE(database.term_exists(term_of(TokenKind::kLatin, lemma, false)));
  EXPECT_TRUE(database.term_exists(term_of(TokenKind::kLatin, lemma, true)));
  EXPECT_TRUE(database.term_exists("sea"));
}

// Long texts are analysed in pieces; the counts and the column must not show the seams.
TEST_F(ArticleDocument, LongTextsAreCountedInFull) {
  for (const char separator : {'\n', ' '}) {
    std::string body;
    for (int i = 0; i < 300'000; ++i) (body += i % 3 == 0 ? "tower" : "river") += separator;
    const Xapian::Document document = maker_.make(printed("", "", body));
    EXPECT_THAT(terms_of(document), IsSupersetOf(Terms{{"tower", 100'000U}, {"river", 200'000U}}));
    EXPECT_EQ(TokenColumn(document.get_value(slot::kColumn)).size(), 300'000U);
  }
}

// 0 → "baaaa", 1 → "bbaaa": letters only, so that a word is one token.
std::string word_of(int number) {
  std::string word = "b";
  for (int digit = 0; digit < 5; ++digit, number /= 20)
    word += static_cast<char>('a' + number % 20);
  return word;
}

// The analyser forgets its words when it has met too many, and numbers lemmas anew: in the middle
// of an article here.
TEST_F(ArticleDocument, CountsSurviveTheAnalysersRenumbering) {
  std::string body;
  for (int i = 0; i < 200'000; ++i) body += word_of(i) + " tower\n";
  const Terms terms = make(printed("tower", "", body));
  EXPECT_THAT(terms, Contains(Pair("tower", 200'000 + kTitleWeight)));
  for (const int i : {0, 99'999, 199'999}) {
    EXPECT_THAT(terms, Contains(Pair(word_of(i), 1U)));
  }
  EXPECT_THAT(make(printed("", "", word_of(7) + " tower")),
              IsSupersetOf(Terms{{word_of(7), 1U}, {"tower", 1U}}));
}

}  // namespace
}  // namespace fihris
