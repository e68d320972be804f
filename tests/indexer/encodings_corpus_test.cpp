// Every article of corpus/ in every encoding, as plain text, as a web page and as JSON Lines.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "encoded.h"
#include "reader_files.h"

namespace fihris::testing {
namespace {

using Format = RawRecord::Format;

const std::vector<Article>& corpus() {
  static const std::vector<Article> articles = [] {
    std::vector<Article> read;
    for (const RawRecord& record : gather({FIHRIS_SOURCE_DIR "/corpus"}).records)
      read.push_back(parsed(record));
    return read;
  }();
  return articles;
}

std::string json_line(const Article& article) {
  return nlohmann::json{{"title", article.title}, {"body", article.body}}.dump();
}

std::string page(const Article& article, const std::string& declared) {
  const std::string meta = declared.empty() ? "" : "<meta charset=\"" + declared + "\">";
  std::string text = "<!DOCTYPE html><html><head>" + meta + "<title>" + article.title +
                     "</title></head><body><article><h1>" + article.title + "</h1>";
  std::size_t begin = 0;
  while (begin < article.body.size()) {
    const std::size_t end = std::min(article.body.find('\n', begin), article.body.size());
    text += "<p>" + article.body.substr(begin, end - begin) + "</p>";
    begin = end + 1;
  }
  return text + "</article></body></html>";
}

struct Score {
  int right = 0;
  int wrong = 0;
  int silently_wrong = 0;
  std::string first_wrong;
};

// Compares the article of `bytes` with that of the same text in UTF-8.
void judge(Score& score, Format format, const std::string& bytes, const std::string& utf8) {
  ArticleParser parser;
  const auto got = parser.parse({format, bytes, "f", "f", 1});
  const Reading reading = parser.reading();
  const auto wanted = parser.parse({format, utf8, "f", "f", 1});
  const auto* article = std::get_if<Article>(&got);
  const auto* plain = std::get_if<Article>(&wanted);
  ASSERT_NE(plain, nullptr);
  if (article != nullptr && article->title == plain->title && article->body == plain->body) {
    ++score.right;
    return;
  }
  ++score.wrong;
  const bool warned = !reading.encoding.empty() || reading.times_repaired > 0 ||
                      reading.has_unreadable || article == nullptr;
  if (!warned) ++score.silently_wrong;
  if (score.first_wrong.empty() && article != nullptr)
    score.first_wrong = reading.encoding + ": " + article->title + '\n' + article->body +
                        "\n--- instead of\n" + plain->title + '\n' + plain->body;
}

void expect_good(const Score& score, const std::string& what) {
  EXPECT_EQ(score.silently_wrong, 0) << what << '\n' << score.first_wrong;
  EXPECT_LE(score.wrong * 200, score.right + score.wrong) << what << '\n' << score.first_wrong;
  EXPECT_GT(score.right, 0) << what;
}

class CorpusIn : public ::testing::TestWithParam<const char*> {
 protected:
  std::string encoding() const { return GetParam(); }
  std::string bytes(const std::string& utf8) const {
    return encoded(expressible(utf8, encoding()), encoding());
  }
};

TEST_P(CorpusIn, IsReadAsPlainText) {
  Score score;
  for (const Article& article : corpus()) {
    const std::string text = article.title + "\n\n" + article.body;
    judge(score, Format::kText, bytes(text), expressible(text, encoding()));
  }
  expect_good(score, encoding());
}

// A title is a short text.
TEST_P(CorpusIn, IsReadByItsTitlesAlone) {
  Score score;
  for (const Article& article : corpus()) {
    if (article.title.empty()) continue;
    judge(score, Format::kText, bytes(article.title), expressible(article.title, encoding()));
  }
  expect_good(score, encoding());
}

TEST_P(CorpusIn, IsReadAsWebPagesWhateverTheyDeclare) {
  for (const char* declared : {"", "utf-8", "iso-8859-1", "windows-1252", "windows-1256"}) {
    Score score;
    for (const Article& article : corpus()) {
      const std::string html = page(article, declared);
      judge(score, Format::kHtml, bytes(html), expressible(html, encoding()));
    }
    expect_good(score, encoding() + " declared " + declared);
  }
}

TEST_P(CorpusIn, IsReadAsJsonLinesOneByOne) {
  Score score;
  for (const Article& article : corpus()) {
    if (encoding().substr(0, 4) == "UTF-" && encoding() != "UTF-8") continue;  // a file's affair
    judge(score, Format::kJson, bytes(json_line(article)),
          expressible(json_line(article), encoding()));
  }
  if (score.right + score.wrong > 0) expect_good(score, encoding());
}

TEST_P(CorpusIn, IsReadAsOneFileOfJsonLines) {
  std::string lines;
  for (const Article& article : corpus()) lines += json_line(article) + '\n';
  const ReaderFiles files;
  const Gathered gathered = gather({files.write("all.jsonl", bytes(lines))});
  EXPECT_THAT(gathered.errors, ::testing::IsEmpty());
  ASSERT_EQ(gathered.records.size(), corpus().size());
  for (std::size_t i = 0; i < corpus().size(); ++i) {
    ArticleParser parser;
    const auto got = parser.parse(gathered.records[i]);
    ASSERT_TRUE(std::holds_alternative<Article>(got)) << std::get<SourceError>(got).what;
    EXPECT_EQ(std::get<Article>(got).title,
              parsed_json(expressible(json_line(corpus()[i]), encoding())).title);
    EXPECT_EQ(parser.reading().encoding.empty(), encoding().substr(0, 5) == "UTF-8");
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, CorpusIn,
                         ::testing::Values("UTF-8", "UTF-8 with BOM", "windows-1256", "ISO-8859-6",
                                           "cp720", "cp864", "UTF-16LE", "UTF-16BE",
                                           "UTF-16LE with BOM", "UTF-16BE with BOM", "UTF-32LE",
                                           "UTF-32BE", "UTF-32LE with BOM", "UTF-32BE with BOM"));

// Saved as `written`, opened as `read` and saved as what that looked like.
struct Accident {
  const char* written;
  const char* read;
  int times = 1;
};

class CorpusAfter : public ::testing::TestWithParam<Accident> {
 protected:
  std::string spoilt(std::string text) const {
    for (int i = 0; i < GetParam().times; ++i)
      text = misread(text, GetParam().written, GetParam().read);
    return text;
  }
  std::string sound(const std::string& text) const { return expressible(text, GetParam().written); }
};

TEST_P(CorpusAfter, IsRepairedAsPlainText) {
  Score score;
  for (const Article& article : corpus()) {
    const std::string text = sound(article.title + "\n\n" + article.body);
    judge(score, Format::kText, spoilt(text), text);
  }
  expect_good(score, "");
}

TEST_P(CorpusAfter, IsRepairedAsWebPages) {
  Score score;
  for (const Article& article : corpus()) {
    const std::string html = sound(page(article, "utf-8"));
    judge(score, Format::kHtml, spoilt(html), html);
  }
  expect_good(score, "");
}

// JSON writers may print what is not ASCII as escapes: the accident is hidden until they are read.
TEST_P(CorpusAfter, IsRepairedInJson) {
  Score printed;
  Score escaped;
  for (const Article& article : corpus()) {
    const std::string line = sound(json_line(article));
    judge(printed, Format::kJson, spoilt(line), line);
    const nlohmann::json json{{"title", spoilt(sound(article.title))},
                              {"body", spoilt(sound(article.body))}};
    judge(escaped, Format::kJson, json.dump(-1, ' ', true), line);
  }
  expect_good(printed, "printed");
  expect_good(escaped, "escaped");
}

INSTANTIATE_TEST_SUITE_P(
    Accidents, CorpusAfter,
    ::testing::Values(Accident{"UTF-8", "windows-1252"}, Accident{"UTF-8", "ISO-8859-1"},
                      Accident{"UTF-8", "windows-1256"}, Accident{"windows-1256", "windows-1252"},
                      Accident{"windows-1256", "ISO-8859-1"}, Accident{"UTF-8", "windows-1252", 2},
                      Accident{"UTF-8", "ISO-8859-1", 2}, Accident{"UTF-8", "windows-1256", 2}));

// What comes out of the house's own corpus as it is has nothing to report.
TEST(Corpus, IsPlain) {
  ArticleParser parser;
  for (const RawRecord& record : gather({FIHRIS_SOURCE_DIR "/corpus"}).records) {
    parser.parse(record);
    EXPECT_TRUE(parser.reading().encoding.empty()) << record.file;
    EXPECT_EQ(parser.reading().times_repaired, 0) << record.file;
    EXPECT_FALSE(parser.reading().has_unreadable) << record.file;
  }
}

}  // namespace
}  // namespace fihris::testing
