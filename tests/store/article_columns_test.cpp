// The columns beside a generation.
#include "fihris/store/internal/article_columns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "fihris/store/fields.h"
#include "throws_error.h"

namespace fihris::store {
namespace {

using ::testing::ElementsAre;

class Columns : public ::testing::Test {
 protected:
  void add(DocId id, const std::vector<std::pair<std::uint32_t, std::string>>& values) {
    Xapian::Document document;
    for (const auto& [slot, value] : values) document.add_value(slot, value);
    database_.replace_document(id, document);
  }
  std::string encoded() { return encode_columns(database_); }

  static std::vector<std::string> counted(const ArticleColumns& columns, FacetField field,
                                          const std::vector<DocId>& documents) {
    std::vector<std::uint64_t> counts(columns.values(field) + 1);
    columns.count(field, documents, counts);
    std::vector<std::string> lines;
    for (std::size_t value = 1; value < counts.size(); ++value) {
      lines.push_back(std::string(columns.printed(field, value)) + " " +
                      std::to_string(counts[value]));
    }
    return lines;
  }

  Xapian::WritableDatabase database_{"", Xapian::DB_BACKEND_INMEMORY};
};

TEST_F(Columns, CountValuesOfTheDocumentsAskedFor) {
  add(1, {{slot::kSource, "ب"}});
  add(2, {{slot::kSource, "ا"}});
  add(5, {{slot::kSource, "ب"}});
  add(6, {{slot::kSection, "ب"}});
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  EXPECT_THAT(counted(columns, FacetField::kSource, {1, 2, 3, 5, 6, 700}),
              ElementsAre("ا 1", "ب 2"));
  EXPECT_THAT(counted(columns, FacetField::kSource, {2, 5}), ElementsAre("ا 1", "ب 1"));
  EXPECT_THAT(counted(columns, FacetField::kSection, {1, 6}), ElementsAre("ب 1"));
}

TEST_F(Columns, HoldOneValueForSpellingsThatAreFoundAlike) {
  add(1, {{slot::kAuthor, "احمد علي"}});
  add(2, {{slot::kAuthor, "أحمد علي"}});
  add(3, {{slot::kAuthor, "أحمد علي"}});
  add(4, {{slot::kAuthor, "أحمد عليّ"}});
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  EXPECT_THAT(counted(columns, FacetField::kAuthor, {1, 2, 3, 4}), ElementsAre("أحمد علي 4"));
  EXPECT_EQ(columns.key(FacetField::kAuthor, 1), "احمد علي");
}

TEST_F(Columns, CountEachOfSeveralValuesInOneText) {
  add(1, {{slot::kAuthor,
           "منى\x1F"
           "أحمد"}});
  add(2, {{slot::kAuthor, "أحمد"}});
  add(3, {{slot::kAuthor, "احمد\x1Fمنى"}});
  add(4, {{slot::kAuthor, "هدى\x1Fـ"}});
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  std::vector<std::string> lines = counted(columns, FacetField::kAuthor, {1, 2, 3, 4});
  std::erase_if(lines, [](const std::string& line) { return line.ends_with(" 0"); });
  EXPECT_THAT(lines, ::testing::UnorderedElementsAre("أحمد 3", "منى 2", "هدى 1"));
  EXPECT_EQ(columns.key(FacetField::kAuthor, columns.number(FacetField::kAuthor, 1)),
            normalized_values("مُنى\x1F"
                              "احمد"));
}

TEST_F(Columns, CountEachTagOfADocument) {
  add(1, {{slot::kTags, "سفر\x1Fاقتصاد"}});
  add(2, {});
  add(3, {{slot::kTags, "سفر"}});
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  EXPECT_THAT(counted(columns, FacetField::kTag, {1, 2, 3}), ElementsAre("اقتصاد 1", "سفر 2"));
  EXPECT_THAT(counted(columns, FacetField::kTag, {2}), ElementsAre("اقتصاد 0", "سفر 0"));
}

TEST_F(Columns, TakeMoreValuesThanFitOneByte) {
  for (DocId id = 1; id <= 70'000; ++id) {
    add(id, {{slot::kAuthor, "a" + std::to_string(id)}, {slot::kSource, std::to_string(id % 300)}});
  }
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  EXPECT_EQ(columns.values(FacetField::kAuthor), 70'000U);
  EXPECT_EQ(columns.values(FacetField::kSource), 300U);
  std::vector<std::uint64_t> counts(70'001);
  columns.count(FacetField::kAuthor, std::vector<DocId>{69'999}, counts);
  const auto value = static_cast<std::size_t>(
      std::find(counts.begin(), counts.end(), std::uint64_t{1}) - counts.begin());
  EXPECT_EQ(columns.printed(FacetField::kAuthor, value), "a69999");
}

TEST_F(Columns, KnowDaysAndSignatures) {
  TextSignature signature;
  signature.words = {1, 2, 3, ~std::uint64_t{0}};
  add(2, {{slot::kDate, "20251223150500"}, {slot::kSignature, encode(signature)}});
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  EXPECT_EQ(columns.day(2), 20251223U);
  EXPECT_EQ(columns.day(1), 0U);
  EXPECT_EQ(columns.day(99), 0U);
  EXPECT_EQ(columns.signature(2), signature);
  EXPECT_TRUE(columns.signature(1).empty());
  EXPECT_TRUE(columns.signature(99).empty());
}

// A program that counts more fields than this one adds sections behind ours.
TEST_F(Columns, WithMoreSectionsAreRead) {
  constexpr std::size_t kTable = 24;
  constexpr std::size_t kEntry = 16;
  add(1, {{slot::kSource, "ب"}, {slot::kTags, "سفر"}, {slot::kDate, "20251223150500"}});
  std::string bytes = encoded();
  const auto begin = static_cast<unsigned char>(bytes[kTable]);  // of the first section
  for (std::size_t at = kTable; at < begin; at += kEntry) {
    const auto offset = static_cast<unsigned char>(bytes[at]) +
                        256 * static_cast<unsigned char>(bytes[at + 1]) + kEntry;
    bytes[at] = static_cast<char>(offset % 256);
    bytes[at + 1] = static_cast<char>(offset / 256);
  }
  bytes.insert(begin, kEntry, '\0');
  const ArticleColumns columns(bytes, "columns");
  EXPECT_THAT(counted(columns, FacetField::kSource, {1}), ElementsAre("ب 1"));
  EXPECT_THAT(counted(columns, FacetField::kTag, {1}), ElementsAre("سفر 1"));
  EXPECT_EQ(columns.day(1), 20251223U);
}

TEST_F(Columns, OfNoDocumentsAreEmpty) {
  const std::string bytes = encoded();
  const ArticleColumns columns(bytes, "columns");
  EXPECT_EQ(columns.values(FacetField::kTag), 0U);
  EXPECT_EQ(columns.day(1), 0U);
}

TEST_F(Columns, CutOffAreDamaged) {
  add(1, {{slot::kSource, "مصدر"}, {slot::kTags, "وسم"}});
  const std::string bytes = encoded();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    SCOPED_TRACE(size);
    EXPECT_ERROR(ArticleColumns(std::string_view(bytes).substr(0, size), "DIR/columns"),
                 ErrorCode::kIndexDamaged, "DIR/columns");
  }
}

// Whatever the bytes are, nothing outside them is read.
TEST_F(Columns, WithFlippedBytesAreReadOrRefused) {
  for (DocId id = 1; id < 9; ++id) {
    add(id, {{slot::kSource, "م" + std::to_string(id)}, {slot::kTags, "ا\x1Fب"}});
  }
  const std::string bytes = encoded();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    auto flipped = std::make_unique<std::string>(bytes);
    (*flipped)[at] = static_cast<char>((*flipped)[at] ^ 0xFF);
    try {
      const ArticleColumns columns(*flipped, "columns");
      for (const FacetField field : {FacetField::kSource, FacetField::kTag}) {
        if (columns.values(field) < 100) counted(columns, field, {1, 2, 8, 9});
      }
      columns.signature(8);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::kIndexDamaged);
    }
  }
}

}  // namespace
}  // namespace fihris::store
