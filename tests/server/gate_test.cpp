// Who gets in: the master key, keys and tokens of visitors.
#include "keys/gate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "errors/api_error.h"
#include "scratch_directory.h"
#include "tokens.h"

namespace fihris::server::keys {
namespace {

using testing::signed_token;

constexpr const char* kMaster = "masterKey-of-the-tests";
constexpr const char* kUid = "3db051e0-423d-4b5c-a63a-f82a7043dce6";
constexpr const char* kHeader = R"({"alg":"HS256","typ":"JWT"})";

class GateTest : public ::testing::Test {
 protected:
  std::string secret_of(std::vector<std::string> actions, std::vector<std::string> indexes,
                        std::optional<Moment> expires = std::nullopt, std::string uid = kUid) {
    Key key;
    key.uid = std::move(uid);
    key.actions = std::move(actions);
    key.indexes = std::move(indexes);
    key.expires = expires;
    return store_.create(std::move(key))->secret;
  }

  std::string refusal(const std::string& header, const std::string& action,
                      std::optional<std::string_view> index = std::nullopt) {
    try {
      gate_.check(header, action, index);
    } catch (const errors::ApiError& error) {
      return error.code();
    }
    return "let in";
  }
  std::string refusal_of_token(const std::string& token, const std::string& action = "search",
                               std::optional<std::string_view> index = std::nullopt) {
    return refusal("Bearer " + token, action, index);
  }
  static std::string claims(const std::string& rules, const std::string& more = "") {
    return R"({"apiKeyUid":")" + std::string(kUid) + R"(","searchRules":)" + rules + more + "}";
  }

  fihris::testing::TemporaryDirectory directory_{fihris::testing::ScratchPlace::kMemory};
  state::Database database_{directory_ / "state.db"};
  KeyStore store_{database_, kMaster};
  Gate gate_{store_};
};

TEST_F(GateTest, TheMasterKeyMayDoEverything) {
  const Grant grant = gate_.check("Bearer " + std::string(kMaster), "keys.create", "news");
  EXPECT_TRUE(grant.sees("anything"));
  EXPECT_TRUE(grant.sees_all());
  EXPECT_TRUE(grant.may_create("anything"));
  EXPECT_TRUE(grant.filter_for("news").is_null());
}

TEST_F(GateTest, HeadersThatHoldNoKeyAreRefused) {
  EXPECT_EQ(refusal("", "search"), "missing_authorization_header");
  EXPECT_EQ(refusal("Basic " + std::string(kMaster), "search"), "missing_authorization_header");
  EXPECT_EQ(refusal(kMaster, "search"), "missing_authorization_header");
  EXPECT_EQ(refusal("Bearer", "search"), "invalid_api_key");
  EXPECT_EQ(refusal("Bearer ", "search"), "invalid_api_key");
  EXPECT_EQ(refusal("Bearer nothing", "search"), "invalid_api_key");
  EXPECT_EQ(refusal("Bearer " + std::string(kMaster) + "x", "search"), "invalid_api_key");
  EXPECT_EQ(refusal("Bearer " + std::string(kMaster).substr(1), "search"), "invalid_api_key");
}

TEST_F(GateTest, WithoutAMasterKeyOnlyKeysAreOutOfReach) {
  state::Database database(directory_ / "other.db");
  KeyStore store(database, "");
  const Gate gate(store);
  EXPECT_TRUE(gate.check("", "documents.add", "news").sees_all());
  EXPECT_TRUE(store.all()->empty());
  try {
    gate.check("", "keys.get");
    FAIL();
  } catch (const errors::ApiError& error) {
    EXPECT_EQ(error.code(), "missing_master_key");
    EXPECT_EQ(error.status(), 401);
  }
}

TEST_F(GateTest, AKeyMayDoItsActionsOnItsIndexes) {
  const std::string secret = secret_of({"documents.*", "search"}, {"news*", "books"});
  const Grant grant = gate_.check("Bearer " + secret, "documents.add", "news_2025");
  EXPECT_TRUE(grant.sees("books"));
  EXPECT_FALSE(grant.sees("films"));
  EXPECT_FALSE(grant.sees_all());
  EXPECT_FALSE(grant.may_create("news_2025"));
  EXPECT_NO_THROW(grant.require("books"));
  EXPECT_THROW(grant.require("films"), errors::ApiError);
  EXPECT_EQ(refusal_of_token(secret, "settings.get", "books"), "invalid_api_key");
  EXPECT_EQ(refusal_of_token(secret, "search", "films"), "invalid_api_key");
  EXPECT_EQ(refusal_of_token(secret, "search"), "let in");
}

TEST_F(GateTest, AKeyThatIsOverOpensNothing) {
  const std::string secret = secret_of({"*"}, {"*"}, state::now() - std::chrono::seconds(1));
  EXPECT_EQ(refusal_of_token(secret), "invalid_api_key");
  EXPECT_EQ(refusal_of_token(signed_token(kHeader, claims(R"(["*"])"), secret)), "invalid_api_key");
}

TEST_F(GateTest, ADeletedKeyOpensNothing) {
  const std::string secret = secret_of({"*"}, {"*"});
  EXPECT_EQ(refusal_of_token(secret), "let in");
  store_.remove(kUid);
  EXPECT_EQ(refusal_of_token(secret), "invalid_api_key");
}

TEST_F(GateTest, ATokenSearchesWhatItsRulesAndItsKeyBothLetThrough) {
  const std::string secret = secret_of({"search"}, {"news*", "books"});
  const std::string token = signed_token(
      kHeader,
      claims(R"({"news*":null,"news_a":{"filter":"x = 1"},"films":{},"books":{"filter":["y=2"]}})"),
      secret);
  const Grant grant = gate_.check("Bearer " + token, "search");
  EXPECT_EQ(grant.filter_for("news_a"), "x = 1");
  EXPECT_TRUE(grant.filter_for("news_b").is_null());
  EXPECT_EQ(grant.filter_for("books"), Json::array({"y=2"}));
  EXPECT_TRUE(grant.sees("news_b"));
  EXPECT_FALSE(grant.sees("films"));
  EXPECT_FALSE(grant.sees_all());
  EXPECT_EQ(refusal_of_token(token, "search", "films"), "invalid_api_key");
  EXPECT_EQ(refusal_of_token(token, "search", "news_a"), "let in");
  EXPECT_EQ(refusal_of_token(token, "documents.get", "books"), "invalid_api_key");
}

TEST_F(GateTest, ATokenMadeElsewhereIsRead) {
  secret_of({"search"}, {"*"});
  const std::string claims_part =
      "eyJzZWFyY2hSdWxlcyI6eyJuZXdzIjp7ImZpbHRlciI6InNvdXJjZSA9INmF2LXYr9ixIn19LCJhcGlLZXlVaWQiOiIz"
      "ZGIwNTFlMC00MjNkLTRiNWMtYTYzYS1mODJhNzA0M2RjZTYifQ.";
  for (const std::string& token :
       {"eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9." + claims_part +
            "SlRNmWQ11eU2t_m14jNFc6UTt_OR1LabgbhqazGgleM",
        "eyJhbGciOiJIUzM4NCIsInR5cCI6IkpXVCJ9." + claims_part +
            "MIMSKA8UigQHIZntWPuvDNi4dbwuyg5dY_uyMGlLe8NNrktedA07aiLQQVGO3u6p",
        "eyJhbGciOiJIUzUxMiIsInR5cCI6IkpXVCJ9." + claims_part +
            "obUz8W8Soo4rPmI6vZxH0Zlmcx8vTxoI4Ea6KfGtUhxOOscEQB5caNXkS5luhdS5z1G8pEeYkjbPGHyOqPHzi"
            "Q"})
    EXPECT_EQ(gate_.check("Bearer " + token, "search", "news").filter_for("news"), "source = مصدر");
}

TEST_F(GateTest, ATokenNeedsItsSignature) {
  const std::string secret = secret_of({"search"}, {"*"});
  const std::string token = signed_token(kHeader, claims(R"(["*"])"), secret);
  EXPECT_EQ(refusal_of_token(token), "let in");
  EXPECT_EQ(refusal_of_token(signed_token(kHeader, claims(R"(["*"])"), "other")),
            "invalid_api_key");
  EXPECT_EQ(refusal_of_token(signed_token(kHeader, claims(R"(["*"])"), "")), "invalid_api_key");
  EXPECT_EQ(refusal_of_token(token.substr(0, token.rfind('.') + 1)), "invalid_api_key");
  std::string changed = token;
  changed[changed.find('.') + 3] ^= 1;
  EXPECT_EQ(refusal_of_token(changed), "invalid_api_key");
}

TEST_F(GateTest, ATokenEndsWithItsTime) {
  const std::string secret = secret_of({"search"}, {"*"});
  const auto until = [&](const std::string& time) {
    return refusal_of_token(signed_token(kHeader, claims(R"(["*"])", ",\"exp\":" + time), secret));
  };
  EXPECT_EQ(until("4102444800"), "let in");
  EXPECT_EQ(until("null"), "let in");
  EXPECT_EQ(until("1000000000"), "invalid_api_key");
  EXPECT_EQ(until("-1"), "invalid_api_key");
  EXPECT_EQ(until("\"4102444800\""), "invalid_api_key");
  EXPECT_EQ(until("4102444800.5"), "invalid_api_key");
}

TEST_F(GateTest, ATokenOfAKeyThatDoesNotSearchIsRefused) {
  const std::string secret = secret_of({"documents.*"}, {"*"});
  EXPECT_EQ(refusal_of_token(signed_token(kHeader, claims(R"(["*"])"), secret)), "invalid_api_key");
}

TEST_F(GateTest, WhatIsNoTokenOfThisKindIsRefused) {
  const std::string secret = secret_of({"search"}, {"*"});
  const std::string good = claims(R"(["*"])");
  for (const char* const header :
       {R"({"alg":"none"})", R"({"alg":"None"})", R"({"alg":"RS256"})", R"({"alg":["HS256"]})",
        R"({})", R"([])", R"({"alg":"HS256","typ":"JWE"})", R"({"alg":"HS256","crit":["b64"]})",
        "alg"})
    EXPECT_EQ(refusal_of_token(signed_token(header, good, secret)), "invalid_api_key") << header;
  for (const std::string& wrong :
       {claims("null"), claims("1"), claims("[1]"), claims(R"(["a b"])"), claims(R"({"a":1})"),
        claims(R"({"a":{"filter":1}})"), claims(R"({"a":{"filters":"x=1"}})"),
        std::string(R"({"searchRules":["*"]})"),
        std::string(R"({"searchRules":["*"],"apiKeyUid":1})"),
        std::string(R"({"searchRules":["*"],"apiKeyUid":"00000000-0000-4000-8000-000000000000"})"),
        std::string("{"), std::string(100'000, '[')})
    EXPECT_EQ(refusal_of_token(signed_token(kHeader, wrong, secret)), "invalid_api_key")
        << wrong.substr(0, 80);
  const std::string token = signed_token(kHeader, good, secret);
  for (const std::string& wrong :
       {"." + token, token + ".", token + "=", token + ".x", std::string(".."), std::string("."),
        token + std::string(1, '\0')})
    EXPECT_EQ(refusal_of_token(wrong), "invalid_api_key") << wrong;
}

TEST_F(GateTest, ATokenWithoutRulesSeesNothing) {
  const std::string secret = secret_of({"search"}, {"*"});
  const Grant grant =
      gate_.check("Bearer " + signed_token(kHeader, claims("[]"), secret), "search");
  EXPECT_FALSE(grant.sees("news"));
}

}  // namespace
}  // namespace fihris::server::keys
