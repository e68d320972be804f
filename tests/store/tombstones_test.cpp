#include "fihris/store/internal/tombstones.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "throws_error.h"

namespace fihris::store {
namespace {

using ::testing::ElementsAre;

TEST(Tombstones, CountEachDocumentOnce) {
  Tombstones dead;
  EXPECT_TRUE(dead.insert(64));
  EXPECT_TRUE(dead.insert(1));
  EXPECT_FALSE(dead.insert(64));
  EXPECT_EQ(dead.size(), 2U);
  EXPECT_THAT(dead.ids(), ElementsAre(1, 64));
}

TEST(Tombstones, KnowNothingBeyondTheirLast) {
  Tombstones dead;
  dead.insert(63);
  EXPECT_FALSE(dead.contains(64));
  EXPECT_FALSE(dead.contains(4'000'000'000U));
}

TEST(Tombstones, UniteWithoutCountingTwice) {
  Tombstones a;
  a.insert(3);
  a.insert(200);
  Tombstones b;
  b.insert(200);
  b.insert(7);
  a.insert_all(b);
  EXPECT_THAT(a.ids(), ElementsAre(3, 7, 200));
  EXPECT_EQ(a.size(), 3U);
}

TEST(Tombstones, RefuseGarbledBytes) {
  // Document 0; a number cut off; a step past the last document; two steps past it; a step of 2^63.
  const std::string zero("\0\1", 2);
  for (const std::string& bytes : {zero, std::string("\x80"), std::string("\x65"),
                                   std::string("\x32\x33"), std::string(9, '\x80') + "\x01"}) {
    EXPECT_ERROR(Tombstones::decode(bytes, 100), ErrorCode::kIndexDamaged, "garbled");
  }
  EXPECT_EQ(Tombstones::decode("\x32\x32", 100).size(), 2U);
}

TEST(Tombstones, AnEmptyListMayHaveAByte) {
  EXPECT_TRUE(Tombstones::decode(std::string(1, 0), 100).empty());
}

TEST(Tombstones, OfSeveralPartsComeBackOneByOne) {
  TombstonesOfParts parts;
  parts[7].insert(3);
  parts[7].insert(300);
  parts[12];
  parts[500].insert(1);
  const std::string bytes = encode_of_parts(parts);
  EXPECT_THAT(decode_of_part(bytes, 7, 300).ids(), ElementsAre(3, 300));
  EXPECT_TRUE(decode_of_part(bytes, 12, 300).empty());
  EXPECT_THAT(decode_of_part(bytes, 500, 300).ids(), ElementsAre(1));
  EXPECT_TRUE(decode_of_part(bytes, 8, 300).empty()) << "nothing is said of it";
  EXPECT_TRUE(decode_of_part("", 7, 300).empty());
  EXPECT_FALSE(encode_of_parts({}).empty()) << "it takes the place of a merged part's list";
  EXPECT_TRUE(decode_of_part(encode_of_parts({}), 7, 300).empty());
  EXPECT_ERROR(decode_of_part(bytes, 7, 299), ErrorCode::kIndexDamaged, "garbled");
  for (std::size_t cut = 1; cut < bytes.size(); ++cut) {
    EXPECT_ERROR(decode_of_part(bytes.substr(0, cut), 501, 300), ErrorCode::kIndexDamaged,
                 "garbled");
  }
}

RC_GTEST_PROP(TombstonesProperty, ComeBackFromTheirBytes, (const std::set<std::uint16_t>& ids)) {
  Tombstones dead;
  for (const std::uint16_t id : ids) dead.insert(id + 1U);
  const Tombstones copy = Tombstones::decode(dead.encode(), 70'000);
  RC_ASSERT(copy.ids() == dead.ids());
  RC_ASSERT(copy.size() == ids.size());
}

}  // namespace
}  // namespace fihris::store
