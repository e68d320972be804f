// Results for a terminal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "fihris/searcher/writers.h"

namespace fihris {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

SearchResults one_hit(Hit hit) {
  SearchResults results;
  results.query = "جسر";
  results.hits.push_back(std::move(hit));
  results.estimated_total = 1;
  results.exhaustive = true;
  results.processing_ms = 0.84;
  return results;
}

Hit bridge() {
  Hit hit;
  hit.article.id = "art-7";
  hit.article.title = "جسر جديد";
  hit.article.source = "وكالة";
  hit.article.date = "2025-12-23T18:05:00+03:00";
  hit.article.url = "https://example.org/7";
  hit.title = {"title", "جسر جديد", {{0, 6}}, 0, false, false};
  hit.snippets.push_back({"body", "قرب الجسر القديم", {{7, 17}}, 0, false, true});
  hit.tier = MatchTier::kExact;
  return hit;
}

TEST(TerminalWriter, ShowsAHitInAFewLines) {
  EXPECT_EQ(to_terminal(one_hit(bridge()), TerminalStyle()),
            "1. [جسر] جديد\n"
            "    وكالة · 2025-12-23\n"
            "    قرب [الجسر] القديم…\n"
            "    https://example.org/7\n"
            "    art-7 · exact\n"
            "\n"
            "1 article, 0.8 ms\n");
}

TEST(TerminalWriter, ShowsSeveralSourcesInALine) {
  Hit hit = bridge();
  hit.article.source = "وكالة\x1Fصحيفة";
  EXPECT_THAT(to_terminal(one_hit(hit), TerminalStyle()),
              ::testing::HasSubstr("\n    وكالة\u060C صحيفة · 2025-12-23\n"));
}

TEST(TerminalWriter, SaysThatAnotherQueryWasAsked) {
  SearchResults results = one_hit(bridge());
  results.query = "jsr";
  results.corrected = {"جسر", Correction::Reason::kLatin};
  EXPECT_THAT(to_terminal(results, TerminalStyle()),
              ::testing::StartsWith("Nothing found for: jsr\n"
                                    "Results for: جسر (a name in Latin letters)\n"
                                    "1. "));
}

TEST(TerminalWriter, OffersWhatMayBeMeant) {
  SearchResults results = one_hit(bridge());
  results.did_you_mean = {"جسور", Correction::Reason::kSpelling};
  EXPECT_THAT(to_terminal(results, TerminalStyle()),
              ::testing::StartsWith("Did you mean: جسور? (spelling)\n1. "));
}

TEST(TerminalWriter, ExplainsWhyNothingWasFound) {
  SearchResults results;
  results.exhaustive = true;
  results.explanation.emplace();
  results.explanation->words.push_back({"الجسر", "جسر", 1, false, {}});
  results.explanation->words.push_back({"زغردو", "زغردو", 0, false, {"زغرودو"}});
  results.explanation->words.push_back({"في", "في", 0, true, {}});
  results.explanation->relaxations.push_back(
      {Relaxation::Kind::kFilter, "date:1999", "جسر", {}, 12});
  EXPECT_EQ(to_terminal(results, TerminalStyle()),
            "0 articles, 0.0 ms\n"
            "The words:\n"
            "  الجسر: in 1 article\n"
            "  زغردو: not in the index, in no form of زغردو; زغرودو was looked for as well\n"
            "  في: a function word, decides nothing beside other words\n"
            "There would be:\n"
            "  12 articles without the filter date:1999\n");
}

TEST(TerminalWriter, ShowsARemarkThatPointsNowhere) {
  SearchResults results = one_hit(bridge());
  results.diagnostics.push_back({"synonyms.txt line 2: left out", {}});
  EXPECT_THAT(to_terminal(results, TerminalStyle()),
              ::testing::StartsWith("Note: synonyms.txt line 2: left out.\n1. "));
}

TEST(TerminalWriter, ColoursMarksAndResetsWhatItSets) {
  const std::string text = to_terminal(one_hit(bridge()), {.colour = true});
  EXPECT_THAT(text, HasSubstr("قرب \x1b[1;33mالجسر\x1b[0m القديم"));
  EXPECT_THAT(text, HasSubstr("\x1b[1m\x1b[1;33mجسر\x1b[0;1m جديد\x1b[0m\n"));
  EXPECT_THAT(text, Not(HasSubstr("[الجسر]")));
}

TEST(TerminalWriter, ShowsAHitInOneLineWhenItIsToBeBrief) {
  EXPECT_EQ(to_terminal(one_hit(bridge()), {.brief = true}),
            "1. [جسر] جديد · وكالة · 2025-12-23 · art-7\n"
            "1 article, 0.8 ms\n");
}

TEST(TerminalWriter, MarksAsToldTo) {
  TerminalStyle style;
  style.mark_open = "<em>";
  style.mark_close = "</em>";
  const std::string text = to_terminal(one_hit(bridge()), style);
  EXPECT_THAT(text, ::testing::StartsWith("1. <em>جسر</em> جديد\n"));
  EXPECT_THAT(text, HasSubstr("قرب <em>الجسر</em> القديم"));
  style.mark_open = style.mark_close = "";
  EXPECT_THAT(to_terminal(one_hit(bridge()), style), HasSubstr("قرب الجسر القديم"));
}

TEST(TerminalWriter, FillsLinesAsWideAsTheTerminal) {
  EXPECT_THAT(to_terminal(one_hit(bridge()), {.columns = 16}), HasSubstr("    قرب [الجسر]\n"));
}

TEST(TerminalWriter, CountsOnFromTheOffset) {
  SearchResults results = one_hit(bridge());
  results.offset = 30;
  results.estimated_total = 1200;
  results.exhaustive = false;
  const std::string text = to_terminal(results, TerminalStyle());
  EXPECT_THAT(text, HasSubstr("31. [جسر]"));
  EXPECT_THAT(text, HasSubstr("about 1200 articles"));
}

// What an article says must not reach the terminal as a command, nor turn the lines around.
TEST(TerminalWriter, DisarmsHostileText) {
  Hit hit = bridge();
  const std::string attack = "\x1b]0;owned\x07\x1b[2J\u202Eنص\u2066\r\n\u009B31m\x08";
  hit.article.id = attack;
  hit.article.source = attack;
  hit.article.date = "\x1b[31m2025";
  hit.article.url = attack;
  hit.title = {"title", attack, {}, 0, false, false};
  hit.snippets[0] = {"body", attack, {{0, 1}}, 0, false, false};
  SearchResults results = one_hit(hit);
  results.query = attack;
  results.diagnostics.push_back({"note", {0, attack.size()}});
  const std::string text = to_terminal(results, TerminalStyle());
  for (const char* sign : {"\x1b", "\x07", "\x08", "\r", "\u202E", "\u2066", "\u009B"}) {
    EXPECT_THAT(text, Not(HasSubstr(sign)));
  }
  EXPECT_THAT(text, HasSubstr("نص"));
}

TEST(TerminalWriter, WrapsBetweenWords) {
  Hit hit = bridge();
  std::string body;
  for (int i = 0; i < 60; ++i) body += "كِتَابٌ ";
  hit.snippets[0] = {"body", body, {}, 0, false, false};
  std::istringstream lines(to_terminal(one_hit(hit), TerminalStyle()));
  std::size_t words = 0;
  std::size_t full_lines = 0;
  for (std::string line; std::getline(lines, line);) {
    std::size_t here = 0;
    for (std::size_t at = line.find("كِتَابٌ"); at != std::string::npos;
         at = line.find("كِتَابٌ", at + 1)) {
      ++here;
    }
    // 80 columns, 4 of them indent, 5 a word with its blank: vowel signs take none.
    EXPECT_LE(here, 15U);
    full_lines += here == 15 ? 1 : 0;
    words += here;
  }
  EXPECT_EQ(words, 60U);
  EXPECT_EQ(full_lines, 4U);
}

TEST(TerminalWriter, BeginsALineWithEachParagraph) {
  Hit hit = bridge();
  hit.title.text = "جسر\nجديد";
  const std::string text = "عودة القطار\n\nقال الوزير: عودة\nالقطار";
  const std::size_t mark = text.find("عودة\n");
  hit.snippets[0] = {"body", text, {{mark, text.size()}}, 0, true, false};
  EXPECT_THAT(to_terminal(one_hit(hit), TerminalStyle()), HasSubstr("    …عودة القطار\n"
                                                                    "    قال الوزير: [عودة\n"
                                                                    "    القطار]\n"
                                                                    "    https:"));
  EXPECT_THAT(to_terminal(one_hit(hit), TerminalStyle()), ::testing::StartsWith("1. [جسر] جديد\n"));
  hit.snippets[0] = {"body", "\nقرب الجسر\n", {}, 0, false, false};
  EXPECT_THAT(to_terminal(one_hit(hit), TerminalStyle()),
              HasSubstr("23\n    قرب الجسر\n    https"));
}

TEST(TerminalWriter, NamesAHitWithoutTitleByItsId) {
  Hit hit = bridge();
  hit.article.title.clear();
  hit.title = {};
  EXPECT_THAT(to_terminal(one_hit(hit), TerminalStyle()), ::testing::StartsWith("1. art-7\n"));
}

TEST(TerminalWriter, SaysWhatCouldNotBeRead) {
  SearchResults results;
  results.query = "نفط «غاز";
  results.exhaustive = true;
  results.diagnostics.push_back({"a quotation mark without its partner; ignored", {7, 9}});
  EXPECT_EQ(to_terminal(results, TerminalStyle()),
            "Note at \"«\": a quotation mark without its partner; ignored.\n"
            "0 articles, 0.0 ms\n");
}

}  // namespace
}  // namespace fihris
