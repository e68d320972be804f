// What holds for any page whatever.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>
#include <sstream>

#include "dates/dates.h"
#include "fihris/indexer/cleaner.h"
#include "fihris/stemmer/analyzer.h"
#include "reader_files.h"
#include "text/unicode_text.h"

namespace fihris::testing {
namespace {

// Lines of every kind the rules know, in any order.
rc::Gen<std::string> page() {
  static const std::vector<std::string> kLines = {
      "شاركها",
      "فيسبوك",
      "اترك تعليقاً",
      "Exit mobile version",
      "مقالات ذات صلة",
      "اقرأ أيضا",
      "اقرأ أيضا: خبر آخر",
      "16",
      "1.2K",
      "سياسي",
      "|",
      "الرئيسية | أخبار",
      "23 ديسمبر 2025",
      "نشر في: 23/12/2025",
      "(رويترز، سانا)",
      "صورة من المكان (رويترز)",
      "- نقطة أولى في الموجز. - نقطة ثانية في الموجز.",
      "• نقطة",
      "#وسم #آخر",
      "",
      "",
      "خبر قصير بلا نقطة في آخره",
      "هل يعود القطار إلى السكة هذا العام؟",
      "بقلم: سامر",
      "دمشق - سانا",
      "list of 2 items",
      "end of list",
      "وقال المدير إن القطار سيعود إلى السكة في الربيع بعد إصلاح الجسور.",
      "افتتحت البلدية سوقاً جديدة في المدينة القديمة بعد عامين من الترميم والعمل.",
      "\xFF\xD8",
      "\u200F",
      "( ( (",
      "...",
      "وقالت وزارة الموارد المائية في بيان إن وزيرها عون ذياب",
      "سيزور أنقرة غداً."};
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kLines)),
                      [](const std::vector<std::string>& lines) {
                        std::string text;
                        for (const std::string& line : lines) text += line + '\n';
                        return text;
                      });
}

void check_article(const std::string& text, const Article& article) {
  const bool has_text = indexer::text::has_words(article.title) ||
                        indexer::text::has_words(article.summary) ||
                        indexer::text::has_words(article.body);
  RC_ASSERT(has_text == indexer::text::has_words(repair_utf8(text)));
  for (const std::string* field :
       {&article.title, &article.summary, &article.body, &article.section, &article.author}) {
    RC_ASSERT(is_valid_utf8(*field));
  }
  RC_ASSERT(article.title.find('\n') == std::string::npos);
}

RC_GTEST_PROP(CleanPageProperty, NeverEmptiesAPageOfKnownLines, ()) {
  const std::string text = *page();
  check_article(text, clean_page(text));
}

RC_GTEST_PROP(CleanPageProperty, TakesAnyBytes, (const std::string& bytes)) {
  check_article(bytes, clean_page(bytes));
}

RC_GTEST_PROP(CleanPageProperty, ChangesItsOwnBodyNoFurther, ()) {
  const Article once = clean_page(*page());
  const std::string heading = "عنوان ثابت لهذا النص كله";
  const Article twice = clean_page(heading + "\n" + once.body);
  // What an edge of the page protected may be noise elsewhere, but no text is made and none moves.
  RC_ASSERT(twice.body.size() <= once.body.size() + heading.size() + 1);
}

std::map<std::string, int> words_of(std::string_view text) {
  std::map<std::string, int> words;
  std::istringstream stream{std::string(text)};
  for (std::string word; stream >> word;) ++words[word];
  return words;
}

// Sentences of random words between which nothing of a page's furniture stands.
RC_GTEST_PROP(CleanPageProperty, LosesNoWordOfPlainParagraphs, ()) {
  static const std::vector<std::string> kWords = {"المدينة", "قطار", "وقال", "في",   "سوق", "الماء",
                                                  "رجل",     "كتبت", "يعود", "أمس",  "بحر", "لم",
                                                  "حتى",     "جسر",  "2025", "وأضاف"};
  const auto sentences =
      *rc::gen::nonEmpty(rc::gen::container<std::vector<std::vector<std::string>>>(rc::gen::resize(
          30, rc::gen::nonEmpty(
                  rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kWords))))));
  std::string text;
  for (const auto& sentence : sentences) {
    for (const std::string& word : sentence) text += word + ' ';
    text += "قديم.\n";
  }
  const Article article = clean_page(text);
  RC_ASSERT(words_of(article.body) == words_of(text));
}

RC_GTEST_PROP(ArticleParserProperty, TakesAnyBytesInAnyFormat, (const std::string& bytes)) {
  ArticleParser parser;
  for (const auto format :
       {RawRecord::Format::kJson, RawRecord::Format::kText, RawRecord::Format::kHtml}) {
    const auto result = parser.parse({format, bytes, "f", "f", 1});
    if (const auto* article = std::get_if<Article>(&result)) {
      RC_ASSERT(!article->id.empty());
      RC_ASSERT(indexer::text::has_words(article->title) ||
                indexer::text::has_words(article->body) ||
                indexer::text::has_words(article->summary));
      RC_ASSERT(is_valid_utf8(article->title) && is_valid_utf8(article->body));
    } else {
      RC_ASSERT(!std::get<SourceError>(result).what.empty());
    }
  }
}

RC_GTEST_PROP(DatesProperty, AnyBytesAreADateOrNone, (const std::string& bytes)) {
  const auto date = indexer::dates::parse_date(bytes);
  if (date) RC_ASSERT(indexer::dates::iso_date(*date).has_value());
}

RC_GTEST_PROP(SourceReaderProperty, AnyFileGivesRecordsOrAnError, (const std::string& bytes)) {
  const ReaderFiles files;
  const Gathered gathered = gather({files.write("f.txt", bytes)});
  RC_ASSERT(!gathered.records.empty() || !gathered.errors.empty());
}

}  // namespace
}  // namespace fihris::testing
