// Hashes, UUIDs, base64, moments, actions and patterns of indexes.
#include "keys/secrets.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "keys/actions.h"
#include "state/moment.h"
#include "tokens.h"

namespace fihris::server::keys {
namespace {

TEST(Secrets, AKeyIsTheKeyedHashOfItsUid) {
  EXPECT_EQ(
      hex(hmac(Hash::kSha256, "masterKey-of-the-tests", "3db051e0-423d-4b5c-a63a-f82a7043dce6")),
      "2ccecd774aa7a472625a501c644176b13d1fc9c4b9495fb087300c95810201cf");
}

TEST(Secrets, TheSameIsTheSame) {
  EXPECT_TRUE(same_secret("abc", "abc"));
  EXPECT_TRUE(same_secret("", ""));
  EXPECT_FALSE(same_secret("abc", "abd"));
  EXPECT_FALSE(same_secret("abc", "abcd"));
}

TEST(Secrets, UuidsAreReadInTheirForms) {
  const std::string uid = "3db051e0-423d-4b5c-a63a-f82a7043dce6";
  EXPECT_EQ(canonical_uuid(uid), uid);
  EXPECT_EQ(canonical_uuid("3DB051E0-423D-4B5C-A63A-F82A7043DCE6"), uid);
  EXPECT_EQ(canonical_uuid("3db051e0423d4b5ca63af82a7043dce6"), uid);
  for (const char* const wrong :
       {"", "3db051e0", "3db051e0-423d-4b5c-a63a-f82a7043dce",
        "3db051e0-423d-4b5c-a63a-f82a7043dce67", "3db051e0423d-4b5c-a63a-f82a7043dce6-",
        "3db051e0-423d-4b5c-a63a-f82a7043dcg6", "3db051e0 423d 4b5c a63a f82a7043dce6"})
    EXPECT_EQ(canonical_uuid(wrong), std::nullopt) << wrong;
  EXPECT_EQ(canonical_uuid(new_uuid()).value_or("").size(), 36U);
  EXPECT_NE(new_uuid(), new_uuid());
  EXPECT_EQ(new_uuid()[14], '4');
}

RC_GTEST_PROP(Secrets, Base64ReadsWhatWasWritten, (const std::string& bytes)) {
  RC_ASSERT(from_base64url(testing::to_base64url(bytes)) == bytes);
}

TEST(Secrets, Base64HasOneTextForSomeBytes) {
  EXPECT_EQ(from_base64url("_-8"), "\xFF\xEF");
  EXPECT_EQ(from_base64url("QQ"), "A");
  for (const char* const wrong : {"Q", "QR", "QQ==", "Q Q", "+/8", "QUFBQ"})
    EXPECT_EQ(from_base64url(wrong), std::nullopt) << wrong;
}

TEST(KeyTime, MomentsAreReadInTheirForms) {
  const auto text = [](std::string_view written) {
    const auto moment = state::read_moment(written);
    return moment ? state::to_text(*moment) : "";
  };
  EXPECT_EQ(text("2050-11-13"), "2050-11-13T00:00:00Z");
  EXPECT_EQ(text("2050-11-13 10:20:30"), "2050-11-13T10:20:30Z");
  EXPECT_EQ(text("2050-11-13T10:20:30"), "2050-11-13T10:20:30Z");
  EXPECT_EQ(text("2050-11-13T00:00:00.000Z"), "2050-11-13T00:00:00Z");
  EXPECT_EQ(text("2050-11-13T00:00:00.1234567Z"), "2050-11-13T00:00:00.123456Z");
  EXPECT_EQ(text("2050-11-13T01:00:00+03:00"), "2050-11-12T22:00:00Z");
  EXPECT_EQ(text("2050-11-13T01:00:00-03:30"), "2050-11-13T04:30:00Z");
  for (const char* const wrong :
       {"", "2050", "2050-13-01", "2050-02-30", "2050-11-13T", "2050-11-13T24:00:00Z",
        "2050-11-13T10:20", "2050-11-13T10:20:30.Z", "2050-11-13T10:20:30+3", "2050-11-13Z",
        "2050-11-13T10:20:30Z ", "tomorrow", "-050-11-13", "٢٠٥٠-11-13"})
    EXPECT_EQ(text(wrong), "") << wrong;
}

TEST(Actions, WildcardsGiveWhatTheyStandFor) {
  EXPECT_TRUE(allow_action({"*"}, "keys.delete"));
  EXPECT_TRUE(allow_action({"documents.*"}, "documents.add"));
  EXPECT_FALSE(allow_action({"documents.*"}, "indexes.get"));
  EXPECT_FALSE(allow_action({"documents.add", "search"}, "documents.get"));
  EXPECT_TRUE(allow_action({"*.get"}, "settings.get"));
  EXPECT_TRUE(allow_action({"*.get"}, "search"));
  EXPECT_FALSE(allow_action({"*.get"}, "keys.get"));
  EXPECT_FALSE(allow_action({"*.get"}, "documents.add"));
  EXPECT_FALSE(allow_action({}, "search"));
  EXPECT_TRUE(is_action("indexes.swap"));
  EXPECT_FALSE(is_action("document.add"));
  EXPECT_FALSE(is_action("doc*"));
}

TEST(Actions, PatternsMatchIndexes) {
  EXPECT_TRUE(matches_pattern("*", "news"));
  EXPECT_TRUE(matches_pattern("news", "news"));
  EXPECT_TRUE(matches_pattern("news_*", "news_2025"));
  EXPECT_FALSE(matches_pattern("news_*", "news"));
  EXPECT_FALSE(matches_pattern("news", "news_2025"));
  for (const char* const wrong : {"", "**", "a*b", "*a", "a b", "../a", "أ"})
    EXPECT_FALSE(is_index_pattern(wrong)) << wrong;
  EXPECT_FALSE(is_index_pattern(std::string(401, 'a')));
}

}  // namespace
}  // namespace fihris::server::keys
