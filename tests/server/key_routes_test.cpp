// The routes of keys: what they answer and what they refuse.
#include "keys/key_routes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "errors/api_error.h"
#include "keys/secrets.h"
#include "scratch_directory.h"

namespace fihris::server::keys {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr const char* kMaster = "masterKey-of-the-tests";
constexpr const char* kUid = "3db051e0-423d-4b5c-a63a-f82a7043dce6";
constexpr const char* kBody = R"({"uid": "3db051e0-423d-4b5c-a63a-f82a7043dce6", "name": "مفتاح",
  "actions": ["documents.add", "search"], "indexes": ["news*"],
  "expiresAt": "2050-11-13T00:00:00.000Z"})";

class KeyRoutes : public ::testing::Test {
 protected:
  http::Response ask(const std::string& method, std::vector<std::string> path,
                     const std::string& body = "") {
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    request.authorization = "Bearer " + std::string(kMaster);
    request.body = body;
    if (!body.empty()) request.content_type = "application/json";
    request.parameters = parameters_;
    return answer_keys(request, store_, gate_);
  }
  Json json(const http::Response& response) { return Json::parse(response.body); }

  std::string refusal(const std::string& method, std::vector<std::string> path,
                      const std::string& body, const std::string& code, int status = 400) {
    try {
      ask(method, std::move(path), body);
    } catch (const errors::ApiError& error) {
      EXPECT_EQ(error.code(), code) << error.what();
      EXPECT_EQ(error.status(), status) << error.what();
      return error.what();
    }
    ADD_FAILURE() << method << ' ' << body << " was taken";
    return {};
  }
  std::string refused_key(const std::string& member, const std::string& value,
                          const std::string& code) {
    Json body = Json::parse(kBody);
    body[member] = Json::parse(value);
    return refusal("POST", {"keys"}, body.dump(), code);
  }

  fihris::testing::TemporaryDirectory directory_{fihris::testing::ScratchPlace::kMemory};
  state::Database database_{directory_ / "state.db"};
  KeyStore store_{database_, kMaster};
  Gate gate_{store_};
  std::vector<std::pair<std::string, std::string>> parameters_;
};

TEST_F(KeyRoutes, TheDefaultKeysAreThereOnce) {
  const Json keys = json(ask("GET", {"keys"}));
  EXPECT_EQ(keys["total"], 4);
  EXPECT_EQ(keys["limit"], 20);
  EXPECT_EQ(keys["offset"], 0);
  std::vector<std::string> names;
  for (const Json& key : keys["results"]) {
    names.push_back(key["name"]);
    EXPECT_EQ(key["indexes"], Json::array({"*"}));
    EXPECT_TRUE(key["expiresAt"].is_null());
    EXPECT_EQ(key["key"].get<std::string>().size(), 64U);
  }
  EXPECT_THAT(names, ::testing::UnorderedElementsAre(
                         "Default Search API Key", "Default Admin API Key", "Default Chat API Key",
                         "Default Read-Only Admin API Key"));
  EXPECT_EQ(KeyStore(database_, kMaster).all()->size(), 4U);
}

TEST_F(KeyRoutes, AKeyIsCreatedShownChangedAndDeleted) {
  const http::Response created = ask("POST", {"keys"}, kBody);
  EXPECT_EQ(created.status, 201);
  const Json key = json(created);
  EXPECT_EQ(key["uid"], kUid);
  EXPECT_EQ(key["key"], "2ccecd774aa7a472625a501c644176b13d1fc9c4b9495fb087300c95810201cf");
  EXPECT_EQ(key["name"], "مفتاح");
  EXPECT_TRUE(key["description"].is_null());
  EXPECT_EQ(key["expiresAt"], "2050-11-13T00:00:00Z");
  EXPECT_EQ(key["createdAt"], key["updatedAt"]);
  EXPECT_EQ(json(ask("GET", {"keys", kUid})), key);
  EXPECT_EQ(json(ask("GET", {"keys", key["key"]})), key);

  const Json changed =
      json(ask("PATCH", {"keys", key["key"]}, R"({"name": null, "description": "d"})"));
  EXPECT_TRUE(changed["name"].is_null());
  EXPECT_EQ(changed["description"], "d");
  EXPECT_EQ(changed["createdAt"], key["createdAt"]);
  EXPECT_GE(changed["updatedAt"].get<std::string>(), key["updatedAt"].get<std::string>());

  const http::Response deleted = ask("DELETE", {"keys", kUid});
  EXPECT_EQ(deleted.status, 204);
  EXPECT_EQ(deleted.body, "");
  refusal("GET", {"keys", kUid}, "", "api_key_not_found", 404);
  refusal("DELETE", {"keys", kUid}, "", "api_key_not_found", 404);
}

TEST_F(KeyRoutes, KeysOutliveTheService) {
  const Json key = json(ask("POST", {"keys"}, kBody));
  KeyStore again(database_, kMaster);
  EXPECT_EQ(shown(*again.get(kUid)), key);
  EXPECT_EQ(again.all()->front()->uid, kUid);
  EXPECT_NE(shown(*KeyStore(database_, "another master key").get(kUid))["key"], key["key"]);
}

TEST_F(KeyRoutes, WhatIsMissingOrWrongIsNamed) {
  refusal("POST", {"keys"}, R"({"indexes": ["*"], "expiresAt": null})", "missing_api_key_actions");
  refusal("POST", {"keys"}, R"({"actions": ["*"], "expiresAt": null})", "missing_api_key_indexes");
  refusal("POST", {"keys"}, R"({"actions": ["*"], "indexes": ["*"]})",
          "missing_api_key_expires_at");
  EXPECT_THAT(refused_key("actions", R"(["documents.addd"])", "invalid_api_key_actions"),
              AllOf(HasSubstr("`documents.addd`"), HasSubstr("`documents.add`")));
  refused_key("actions", R"("*")", "invalid_api_key_actions");
  refused_key("actions", "[1]", "invalid_api_key_actions");
  refused_key("indexes", R"(["a b"])", "invalid_api_key_indexes");
  refused_key("indexes", "null", "invalid_api_key_indexes");
  refused_key("expiresAt", R"("2001-01-01")", "invalid_api_key_expires_at");
  refused_key("expiresAt", R"("soon")", "invalid_api_key_expires_at");
  refused_key("expiresAt", "5", "invalid_api_key_expires_at");
  refused_key("name", "5", "invalid_api_key_name");
  refused_key("description", "[]", "invalid_api_key_description");
  refused_key("uid", R"("abc")", "invalid_api_key_uid");
  EXPECT_THAT(refused_key("colour", "1", "bad_request"), HasSubstr("`colour`"));
  refusal("POST", {"keys"}, "[]", "bad_request");
  refusal("POST", {"keys"}, "{", "malformed_payload");
  EXPECT_EQ(store_.all()->size(), 4U);
}

TEST_F(KeyRoutes, ABodyIsJson) {
  http::Request request;
  request.method = "POST";
  request.path = {"keys"};
  request.authorization = "Bearer " + std::string(kMaster);
  request.body = kBody;
  const auto refused = [&](const std::string& type, const std::string& code, int status) {
    request.content_type = type;
    try {
      answer_keys(request, store_, gate_);
      ADD_FAILURE() << type << " was taken";
    } catch (const errors::ApiError& error) {
      EXPECT_EQ(error.code(), code);
      EXPECT_EQ(error.status(), status);
    }
  };
  refused("", "missing_content_type", 415);
  refused("text/plain", "invalid_content_type", 415);
  request.body.clear();
  refused("application/json", "missing_payload", 400);
}

TEST_F(KeyRoutes, AUidIsTakenOnce) {
  ask("POST", {"keys"}, kBody);
  EXPECT_THAT(refusal("POST", {"keys"}, kBody, "api_key_already_exists", 409), HasSubstr(kUid));
}

TEST_F(KeyRoutes, WhatAKeyMayDoNeverChanges) {
  ask("POST", {"keys"}, kBody);
  const auto immutable = [&](const std::string& member, const std::string& code) {
    refusal("PATCH", {"keys", kUid}, "{\"" + member + "\": null}", "immutable_api_key_" + code);
  };
  immutable("uid", "uid");
  immutable("actions", "actions");
  immutable("indexes", "indexes");
  immutable("expiresAt", "expires_at");
  immutable("createdAt", "created_at");
  immutable("updatedAt", "updated_at");
  refusal("PATCH", {"keys", kUid}, R"({"colour": 1})", "bad_request");
  refusal("PATCH", {"keys", kUid}, R"({"name": 1})", "invalid_api_key_name");
}

TEST_F(KeyRoutes, ListsArePaged) {
  parameters_ = {{"offset", "3"}, {"limit", "5"}};
  const Json page = json(ask("GET", {"keys"}));
  EXPECT_EQ(page["results"].size(), 1U);
  EXPECT_EQ(page["total"], 4);
  parameters_ = {{"offset", "18446744073709551615"}, {"limit", "18446744073709551615"}};
  EXPECT_EQ(json(ask("GET", {"keys"}))["results"].size(), 0U);
  parameters_ = {{"limit", "-1"}};
  refusal("GET", {"keys"}, "", "invalid_api_key_limit");
  parameters_ = {{"offset", ""}};
  refusal("GET", {"keys"}, "", "invalid_api_key_offset");
  parameters_ = {{"page", "1"}};
  refusal("GET", {"keys"}, "", "bad_request");
}

TEST_F(KeyRoutes, OtherMethodsAndRoutesAreRefused) {
  refusal("PUT", {"keys"}, "", "method_not_allowed", 405);
  refusal("POST", {"keys", kUid}, "", "method_not_allowed", 405);
  refusal("GET", {"keys", kUid, "x"}, "", "not_found", 404);
}

TEST_F(KeyRoutes, AKeyThatReadsKeysMakesNone) {
  http::Request request;
  request.method = "POST";
  request.path = {"keys"};
  request.content_type = "application/json";
  request.body = kBody;
  for (const auto& key : *store_.all()) {
    if (key->name == "Default Read-Only Admin API Key")
      request.authorization = "Bearer " + key->secret;
  }
  EXPECT_THROW(answer_keys(request, store_, gate_), errors::ApiError);
  request.method = "GET";
  EXPECT_EQ(answer_keys(request, store_, gate_).status, 200);
}

TEST_F(KeyRoutes, RequestsAreLetInWhileKeysChange) {
  const std::string header = "Bearer " + store_.all()->front()->secret;
  std::thread writer([this] {
    for (int i = 0; i < 50; ++i) {
      Key key;
      key.uid = new_uuid();
      store_.create(key);
      store_.remove(key.uid);
    }
  });
  for (int i = 0; i < 500; ++i) EXPECT_NO_THROW(gate_.check(header, "search"));
  writer.join();
  EXPECT_EQ(store_.all()->size(), 4U);
}

}  // namespace
}  // namespace fihris::server::keys
