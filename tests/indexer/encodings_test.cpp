// Bytes of unknown encoding: short texts, spoilt texts and those that must be left alone.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <numeric>

#include "encoded.h"
#include "encodings/decode.h"
#include "encodings/double_encoding.h"
#include "encodings/letter_pairs.h"
#include "encodings/plausibility.h"
#include "encodings/wide.h"
#include "fihris/stemmer/internal/utf8.h"
#include "reader_files.h"
#include "text/unicode_text.h"

namespace fihris::testing {
namespace {

using namespace std::string_literals;
using indexer::encodings::declared_charset;
using indexer::encodings::decode;

std::string to_utf8(std::string_view bytes, std::string_view declared = {}) {
  return decode(bytes, declared).text;
}

// «بسم الله» in windows-1256.
const std::string kWindows1256 = "\xC8\xD3\xE3 \xC7\xE1\xE1\xE5";

TEST(Encoding, BytesThatAreUtf8AreTrusted) {
  EXPECT_EQ(to_utf8("بسم الله", "windows-1256"), "بسم الله");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBFنص"), "نص");
  EXPECT_EQ(decode("بسم الله").reading.encoding, "");
}

TEST(Encoding, ADeclarationDecidesWhereLettersDoNot) {
  EXPECT_EQ(to_utf8(kWindows1256, "windows-1256"), "بسم الله");
  EXPECT_EQ(to_utf8("\xC8\xD3\xE5", "ISO-8859-6"), "بسم");
  EXPECT_EQ(to_utf8("caf\xE9", "iso-8859-1"), "café");
  EXPECT_EQ(to_utf8("\xCF\xF0\xE8\xE2\xE5\xF2, \xEC\xE8\xF0", "windows-1251"), "Привет, мир");
}

TEST(Encoding, LettersDecideAgainstADeclaration) {
  for (const char* declared :
       {"", "iso-8859-1", "windows-1252", "windows-1251", "utf-8", "iso-8859-6", "none"}) {
    const auto decoded = decode(kWindows1256, declared);
    EXPECT_EQ(decoded.text, "بسم الله") << declared;
    EXPECT_EQ(decoded.reading.encoding, "windows-1256") << declared;
  }
}

// One text a line, with what an encoding may make of it.
TEST(Encoding, ShortAndVocalisedTextsAreRead) {
  for (const char* text : {"بسم الله", "افتتاح المعرض", "وَقَالَ الرَّجُلُ لِصَاحِبِهِ", "اخبار الرياضة",
                           "مصر: فوز الأهلي 3-1", "إِنَّ اللَّهَ مَعَ الصَّابِرِينَ", "ذَهَبَ الوَلَدُ"}) {
    for (const char* encoding : {"windows-1256", "ISO-8859-6", "cp720"}) {
      EXPECT_EQ(to_utf8(encoded(expressible(text, encoding), encoding)),
                expressible(text, encoding))
          << encoding;
    }
  }
}

TEST(Encoding, ABadByteDoesNotMakeAnotherEncoding) {
  EXPECT_EQ(to_utf8("نص\xFF طويل"), "نص\uFFFD طويل");
  EXPECT_EQ(to_utf8("نص\xFF طويل", "windows-1256"), "نص\uFFFD طويل");
  EXPECT_TRUE(decode("نص\xFF طويل").reading.has_unreadable);
  // Cut in the middle of a letter, as by a limit in bytes.
  EXPECT_EQ(to_utf8("افتتاح المكتب\xD8", "windows-1256"), "افتتاح المكتب\uFFFD");
}

TEST(Encoding, OtherLanguagesAreNotTakenForArabic) {
  EXPECT_EQ(to_utf8("caf\xE9", "utf-8"), "caf\uFFFD");
  EXPECT_EQ(to_utf8("caf\xE9", "no-such-charset"), "caf\uFFFD");
  EXPECT_EQ(decode("Gr\xF6\xDF"
                   "e f\xFCr M\xE4nner")
                .reading.encoding,
            "");
}

TEST(Encoding, WideTextsAreKnownByMarkOrLook) {
  EXPECT_EQ(to_utf8("\xFF\xFE\x46\x06\x35\x06"s), "نص");
  EXPECT_EQ(to_utf8("\xFE\xFF\x06\x46\x06\x35"s), "نص");
  EXPECT_EQ(to_utf8("\x46\x06\x35\x06"s), "نص");
  EXPECT_EQ(indexer::encodings::wide_encoding("plain"), "");
  EXPECT_EQ(indexer::encodings::wide_encoding("\x7F"
                                              "ELF\x02\x01\x01\x00\x00\x00\x00\x00"s),
            "");
  EXPECT_EQ(indexer::encodings::wide_encoding(""), "");
}

TEST(Encoding, TheDeclarationOfAPageIsFound) {
  EXPECT_EQ(declared_charset("<meta charset=\"windows-1256\">"), "windows-1256");
  EXPECT_EQ(
      declared_charset("<META http-equiv=content-type content='text/html; CHARSET = ISO-8859-6'>"),
      "ISO-8859-6");
  EXPECT_EQ(declared_charset("<title>charset</title>"), "");
}

TEST(DoubleEncoding, IsRepairedInShortTexts) {
  for (std::string spoilt : {"Ø§Ù„Ù…ÙƒØªØ¨Ø©", "ط§ظ„ظ…ظƒطھط¨ط©", "ÇáãßÊÈÉ"}) {
    EXPECT_EQ(indexer::encodings::repair_double_encoding(spoilt), 1);
    EXPECT_EQ(spoilt, "المكتبة");
  }
}

TEST(DoubleEncoding, SoundTextBesideItStays) {
  std::string mixed = "قال الوزير: Ø§Ù„Ù…ÙƒØªØ¨Ø© «مفتوحة»";
  EXPECT_EQ(indexer::encodings::repair_double_encoding(mixed), 1);
  EXPECT_EQ(mixed, "قال الوزير: المكتبة «مفتوحة»");
}

// What looks like it and is not.
TEST(DoubleEncoding, SoundTextIsLeftAlone) {
  for (const char* sound : {"وفق المادة § 12 من القانون", "أنبوب قطره Ø 50 وآخر Ø 60 وثالث Ø 70",
                            "Été à Genève, où l’été est doux", "À É È Ê À", "طابع ظريف وحظ وطبيب",
                            "حظّ الظبي ط ظ ط ظ", "هطل المطر§ طوال الليل", "Ærø Øst Ångström",
                            "مطعم Ô Délices في Orléans", "ÖBB ÜBER Äpfel Öl", "شرط§ثان"}) {
    std::string text = sound;
    EXPECT_EQ(indexer::encodings::repair_double_encoding(text), 0) << text;
    EXPECT_EQ(text, sound);
  }
}

TEST(Plausibility, TellsArabicFromWhatItIsMisreadAs) {
  using indexer::encodings::plausibility;
  EXPECT_GT(plausibility("بسم الله"), 24);
  EXPECT_LT(plausibility("ÈÓã Çááå"), 0);
  EXPECT_LT(plausibility("ط¨ط³ظ… ط§ظ„ظ„ظ‡"), 0);
  EXPECT_EQ(plausibility("plain words only"), 0);
}

// The table is what the counted words give: docs say how it is made, this makes it.
TEST(LetterPairs, AreThoseOfTheCountedWords) {
  using indexer::encodings::kPairLetters;
  std::vector<std::vector<double>> counts(kPairLetters, std::vector<double>(kPairLetters, 0.5));
  std::ifstream in(FIHRIS_SOURCE_DIR "/stemmer/lexicon/word_counts.tsv");
  for (std::string line; std::getline(in, line);) {
    const std::size_t tab = line.find('\t');
    if (line.front() == '#' || tab == line.npos) continue;
    std::vector<std::size_t> letters{0};
    for (std::size_t pos = 0; pos < tab;)
      letters.push_back(indexer::encodings::pair_letter(stemmer::next_code_point(line, pos)));
    letters.push_back(0);
    if (std::count(letters.begin(), letters.end(), 0U) != 2) continue;  // of other letters
    for (std::size_t i = 1; i < letters.size(); ++i)
      counts[letters[i - 1]][letters[i]] += std::stod(line.substr(tab + 1));
  }
  for (std::size_t a = 0; a < kPairLetters; ++a) {
    const double all = std::accumulate(counts[a].begin(), counts[a].end(), 0.0);
    for (std::size_t b = 0; b < kPairLetters; ++b) {
      const double weight = 4 * std::log2(counts[a][b] / all * kPairLetters);
      EXPECT_NEAR(indexer::encodings::pair_weight(a, b), std::max(weight, -40.0), 0.51)
          << a << ' ' << b;
    }
  }
}

TEST(JsonLines, InAnotherEncodingAreArticles) {
  const std::string line = R"({"title":"افتتاح المكتبة","body":"افتتح الوزير مكتبة المدينة."})";
  const ReaderFiles files;
  for (const char* encoding : {"windows-1256", "UTF-16LE", "UTF-16BE with BOM", "UTF-32LE"}) {
    const Gathered gathered =
        gather({files.write("a.jsonl", encoded(line + "\n" + line, encoding))});
    ASSERT_EQ(gathered.records.size(), 2U) << encoding;
    EXPECT_EQ(parsed(gathered.records[1]).title, "افتتاح المكتبة") << encoding;
  }
}

TEST(SourceReader, TakesAnEncodingFromTheUser) {
  const ReaderFiles files;
  const std::string file = files.write("a.txt", "\xC8\xD3\xE5");
  SourceReader reader({file}, {.encoding = "ISO-8859-6"});
  const auto item = reader.next();
  ASSERT_TRUE(item);
  ArticleParser parser;
  const auto article = parser.parse(std::get<RawRecord>(*item));
  EXPECT_EQ(std::get<Article>(article).title, "بسم");
  EXPECT_EQ(parser.reading().encoding, "ISO-8859-6");
}

}  // namespace
}  // namespace fihris::testing
