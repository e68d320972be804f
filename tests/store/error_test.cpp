#include "fihris/store/error.h"

#include <gmock/gmock.h>
#include <xapian.h>

#include <cerrno>
#include <set>

#include "fihris/store/internal/files.h"
#include "fihris/store/internal/xapian_errors.h"
#include "throws_error.h"

namespace fihris::store {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(ErrorCodes, HaveDistinctStableNames) {
  std::set<std::string_view> names;
  for (const ErrorCode code :
       {ErrorCode::kUsage, ErrorCode::kIndexMissing, ErrorCode::kIndexLocked,
        ErrorCode::kIndexDamaged, ErrorCode::kIndexIncompatible, ErrorCode::kInputOutput}) {
    names.insert(to_string(code));
  }
  EXPECT_THAT(names, ::testing::ElementsAre("index_damaged", "index_incompatible", "index_locked",
                                            "index_missing", "input_output", "usage"));
}

TEST(XapianErrors, BecomeTheCodeThatSaysWhatToDo) {
  const auto code_of = [](const Xapian::Error& error) { return translate(error, "DIR").code(); };
  EXPECT_EQ(code_of(Xapian::DatabaseLockError("x")), ErrorCode::kIndexLocked);
  EXPECT_EQ(code_of(Xapian::DatabaseCorruptError("x")), ErrorCode::kIndexDamaged);
  EXPECT_EQ(code_of(Xapian::DatabaseOpeningError("x")), ErrorCode::kIndexDamaged);
  EXPECT_EQ(code_of(Xapian::DatabaseVersionError("x")), ErrorCode::kIndexIncompatible);
  EXPECT_EQ(code_of(Xapian::DatabaseModifiedError("x")), ErrorCode::kInputOutput);
  EXPECT_EQ(code_of(Xapian::DatabaseError("a block makes no sense")), ErrorCode::kIndexDamaged);
}

TEST(XapianErrors, WithAReasonOfTheSystemAreInputOutputErrors) {
  const Error error = translate(Xapian::DatabaseError("Error writing block", ENOSPC), "DIR/db");
  EXPECT_EQ(error.code(), ErrorCode::kInputOutput);
  EXPECT_THAT(error.what(), HasSubstr("DIR/db"));
  EXPECT_THAT(error.what(), HasSubstr("No space left"));
  EXPECT_THAT(error.hint(), HasSubstr("Free some space"));
}

TEST(XapianErrors, AMissingDatabaseIsDamageThoughTheSystemGivesAReason) {
  const auto opened = fihris::testing::error_of(
      [] { guarded("DIR", [] { return Xapian::Database("/nowhere/at/all"); }); });
  ASSERT_TRUE(opened.has_value());
  EXPECT_EQ(opened->code(), ErrorCode::kIndexDamaged);
}

TEST(XapianErrors, GuardedGivesBackWhatTheBodyReturns) {
  EXPECT_EQ(guarded("DIR", [] { return 7; }), 7);
}

TEST(SystemErrors, NameThePathAndHelpWhenTheDiskIsFull) {
  const Error error = system_error("cannot write", "DIR/file", ENOSPC);
  EXPECT_THAT(error.what(), HasSubstr("DIR/file"));
  EXPECT_THAT(error.hint(), Not(IsEmpty()));
}

}  // namespace
}  // namespace fihris::store
