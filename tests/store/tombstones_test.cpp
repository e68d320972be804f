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
  const std::string zero("\0", 1);
  for (const std::string& bytes : {zero, std::string("\x80"), std::string("\x65"),
                                   std::string("\x32\x33"), std::string(9, '\x80') + "\x01"}) {
    EXPECT_ERROR(Tombstones::decode(bytes, 100), ErrorCode::kIndexDamaged, "garbled");
  }
  EXPECT_EQ(Tombstones::decode("\x32\x32", 100).size(), 2U);
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
