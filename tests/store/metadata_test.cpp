#include "fihris/store/internal/metadata.h"

#include <gmock/gmock.h>

#include "throws_error.h"

namespace fihris::store {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

IndexInfo sample() {
  IndexInfo info;
  info.analyzer.latin_language = "french";
  info.fingerprint = "0123456789abcdef";
  info.created = "2025-12-23T18:05:00Z";
  info.articles = 30177;
  info.text_bytes = 5'000'000'000;
  return info;
}

TEST(IndexMetadata, ComesBackFromJson) {
  const IndexInfo info = info_from_json(to_json(sample()), "DIR");
  EXPECT_EQ(info.schema_version, kSchemaVersion);
  EXPECT_EQ(info.analyzer, sample().analyzer);
  EXPECT_EQ(info.fingerprint, sample().fingerprint);
  EXPECT_EQ(info.created, sample().created);
  EXPECT_EQ(info.articles, sample().articles);
  EXPECT_EQ(info.text_bytes, sample().text_bytes);
}

TEST(IndexMetadata, WithoutAFieldOrOfAnotherTypeIsDamage) {
  std::string renamed = to_json(sample());
  renamed.replace(renamed.find("\"created\""), 9, "\"crested\"");
  for (const std::string& text : {std::string(), std::string("{"), std::string("[]"), renamed,
                                  std::string(R"({"schema_version":"one"})")}) {
    EXPECT_ERROR(info_from_json(text, "DIR/db"), ErrorCode::kIndexDamaged, "DIR/db");
  }
}

TEST(IndexMetadata, OfAnotherAnalyserIsIncompatibleAndSaysHowToRepair) {
  IndexInfo info;
  info.fingerprint = Analyzer(info.analyzer).fingerprint();
  EXPECT_NO_THROW(require_compatible(info, "DIR"));
  info.fingerprint.back() = info.fingerprint.back() == '0' ? '1' : '0';
  const auto error = testing::error_of([&] { require_compatible(info, "DIR"); });
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code(), ErrorCode::kIndexIncompatible);
  EXPECT_THAT(error->hint(), HasSubstr("fihris compact --db DIR --rebuild"));
  EXPECT_NO_THROW(require_readable(info, "DIR"));
}

TEST(IndexMetadata, OfANewerFormatIsIncompatibleEvenForARebuild) {
  IndexInfo info = sample();
  info.schema_version = kSchemaVersion + 1;
  EXPECT_ERROR(require_readable(info, "DIR"), ErrorCode::kIndexIncompatible, "format 3");
  EXPECT_ERROR(require_compatible(info, "DIR"), ErrorCode::kIndexIncompatible, "format 3");
}

TEST(IndexMetadata, OfAnOlderFormatIsGoodForARebuildOnly) {
  IndexInfo info;
  info.fingerprint = Analyzer(info.analyzer).fingerprint();
  info.schema_version = kSchemaVersion - 1;
  EXPECT_NO_THROW(require_readable(info, "DIR"));
  const auto error = testing::error_of([&] { require_compatible(info, "DIR"); });
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code(), ErrorCode::kIndexIncompatible);
  EXPECT_THAT(error->what(), HasSubstr("format 1"));
  EXPECT_THAT(error->hint(), HasSubstr("fihris compact --db DIR --rebuild"));
}

TEST(Clock, IsIso8601InUtc) {
  EXPECT_THAT(utc_now(), MatchesRegex("20[0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-9:]+Z"));
}

}  // namespace
}  // namespace fihris::store
