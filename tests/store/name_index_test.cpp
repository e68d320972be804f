#include "fihris/store/internal/name_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>

#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/names.h"
#include "throws_error.h"

namespace fihris::testing {
namespace {

using store::encode_names;
using store::NameIndex;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;

Xapian::WritableDatabase database_of(const std::vector<std::vector<std::string>>& articles) {
  Xapian::WritableDatabase db({}, Xapian::DB_BACKEND_INMEMORY);
  for (const auto& terms : articles) {
    Xapian::Document document;
    for (const std::string& term : terms) document.add_term(term);
    db.add_document(document);
  }
  return db;
}

std::map<std::string, std::uint32_t> with_skeleton_of(const NameIndex& names,
                                                      std::string_view word) {
  std::map<std::string, std::uint32_t> found;
  names.with_skeleton(name_skeleton(*to_letters(word)),
                      [&](std::string_view letters, std::uint32_t articles) {
                        found[from_letters(letters)] = articles;
                      });
  return found;
}

TEST(NameIndex, FindsSpellingsByTheirConsonants) {
  const std::string bytes = encode_names(
      database_of({{"بيلوسوف", "موسكو"}, {"بيلاوسوف", "بيلوسوف"}, {"Sبيلوسوف", "belousov", "12"}}));
  const NameIndex names(bytes, "names");
  EXPECT_THAT(with_skeleton_of(names, "بيلوسوف"),
              ElementsAre(Pair("بيلاوسوف", 1U), Pair("بيلوسوف", 2U)));
  EXPECT_THAT(with_skeleton_of(names, "موسكو"), ElementsAre(Pair("موسكو", 1U)));
  EXPECT_THAT(with_skeleton_of(names, "لافروف"), IsEmpty());
}

TEST(NameIndex, OfAnEmptyIndexFindsNothing) {
  const std::string bytes = encode_names(database_of({}));
  EXPECT_THAT(with_skeleton_of(NameIndex(bytes, "names"), "موسكو"), IsEmpty());
}

TEST(NameIndex, OtherBytesAreDamage) {
  EXPECT_ERROR(NameIndex(std::string_view(), "names"), ErrorCode::kIndexDamaged, "names");
  EXPECT_ERROR(NameIndex("fihris-columns 1........", "names"), ErrorCode::kIndexDamaged, "names");
  const std::string bytes = encode_names(database_of({{"موسكو"}, {"لافروف"}}));
  EXPECT_ERROR(NameIndex(std::string_view(bytes).substr(0, 30), "names"), ErrorCode::kIndexDamaged,
               "names");
}

// A file may be damaged where its size still fits: nothing outside it is read.
TEST(NameIndex, FlippedBytesAreNoWords) {
  const std::string bytes = encode_names(database_of({{"موسكو"}, {"لافروف"}}));
  for (std::size_t i = 24; i < bytes.size(); ++i) {
    std::string flipped = bytes;
    flipped[i] = static_cast<char>(~flipped[i]);
    const NameIndex names(flipped, "names");
    with_skeleton_of(names, "موسكو");
    with_skeleton_of(names, "لافروف");
  }
}

}  // namespace
}  // namespace fihris::testing
