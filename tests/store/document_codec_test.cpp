#include "fihris/store/document_codec.h"

#include <gmock/gmock.h>
#include <zstd.h>

#include "throws_error.h"

namespace fihris {
namespace {

// Every field has another value, so that two exchanged fields show.
Article full_article() {
  Article article;
  article.id = "id-1";
  article.title = "وزير الخارجية يزور بيروت";
  article.summary = "زيارة أولى\nلقاءات مع الرئيس";
  article.body = "وصل الوزير صباحا.\nوغادر مساء.";
  article.date = "2025-12-23T18:05:00+03:00";
  article.source = "رويترز";
  article.author = "سلمى";
  article.section = "سياسة";
  article.url = "https://example.org/1";
  article.lang = "ar";
  article.path = "news/1.txt";
  article.tags = {"لبنان", "", "دبلوماسية"};
  article.agencies = {"فرانس برس"};
  article.extra = R"({"words":7})";
  article.document = "{ \"id\" : \"id-1\",\n\"words\":7 }";
  return article;
}

std::string record_frame(std::string_view record) {
  std::string bytes(1 + ZSTD_compressBound(record.size()), '\x01');
  bytes.resize(1 +
               ZSTD_compress(bytes.data() + 1, bytes.size() - 1, record.data(), record.size(), 3));
  return bytes;
}

TEST(DocumentCodec, GivesBackEveryField) {
  DocumentCodec codec;
  EXPECT_EQ(codec.decode(codec.encode(full_article())), full_article());
}

TEST(DocumentCodec, GivesBackAnEmptyArticle) {
  DocumentCodec codec;
  EXPECT_EQ(codec.decode(codec.encode(Article())), Article());
}

TEST(DocumentCodec, IsReusedWithoutMixingArticles) {
  DocumentCodec codec;
  Article small;
  small.id = "2";
  const std::string first = codec.encode(full_article());
  const std::string second = codec.encode(small);
  EXPECT_EQ(codec.decode(first), full_article());
  EXPECT_EQ(codec.decode(second), small);
}

TEST(DocumentCodec, CompressesLongTexts) {
  Article article;
  for (int i = 0; i < 1000; ++i) article.body += "وزير الخارجية يزور بيروت. ";
  DocumentCodec codec;
  EXPECT_LT(codec.encode(article).size(), article.body.size() / 10);
}

TEST(DocumentCodec, KeepsBytesThatAreNotText) {
  Article article;
  article.body = std::string("\0\xFF\x80\0", 4);
  DocumentCodec codec;
  EXPECT_EQ(codec.decode(codec.encode(article)).body, article.body);
}

TEST(DocumentCodec, RefusesEveryTruncationAndEveryFlippedBit) {
  DocumentCodec codec;
  const std::string good = codec.encode(full_article());
  for (std::size_t size = 0; size < good.size(); ++size) {
    EXPECT_THROW(codec.decode(good.substr(0, size)), Error) << size;
  }
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x10);
    // A flip may hit a bit of the frame that says nothing; it never gives another article.
    try {
      EXPECT_EQ(codec.decode(bad), full_article()) << i;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kIndexDamaged);
    }
  }
}

TEST(DocumentCodec, NamesAnUnknownVersion) {
  DocumentCodec codec;
  std::string bytes = codec.encode(Article());
  bytes[0] = '\x7F';
  EXPECT_ERROR(codec.decode(bytes), ErrorCode::kIndexDamaged, "version");
}

TEST(DocumentCodec, DoesNotTrustLengthsInsideTheRecord) {
  DocumentCodec codec;
  const std::string huge = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01";
  EXPECT_ERROR(codec.decode(record_frame(huge)), ErrorCode::kIndexDamaged,
               "longer than the record");
  // Twelve empty texts, then lists of absurd length.
  EXPECT_ERROR(codec.decode(record_frame(std::string(12, '\0') + huge)), ErrorCode::kIndexDamaged,
               "length is missing");
  EXPECT_ERROR(codec.decode(record_frame(std::string(16, '\0'))), ErrorCode::kIndexDamaged,
               "left over");
}

TEST(DocumentCodec, DoesNotReserveWhatAGarbledFrameClaims) {
  DocumentCodec codec;
  // Magic number, then a frame header that claims an 8-byte content size of 2^61.
  const std::string claim("\x01\x28\xB5\x2F\xFD\xE0\x00\x00\x00\x00\x00\x00\x00\x20\x01\x00\x00",
                          17);
  EXPECT_ERROR(codec.decode(claim), ErrorCode::kIndexDamaged, "sensible size");
}

}  // namespace
}  // namespace fihris
