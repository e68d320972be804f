// The routes of the API, asked without a connection.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "api/router.h"
#include "back_end.h"

namespace fihris::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::UnorderedElementsAre;
using Json = nlohmann::ordered_json;
using server::http::Request;
using server::http::Response;

class ApiTest : public ::testing::Test {
 protected:
  ApiTest() {
    std::string name = (std::filesystem::temp_directory_path() / "fihris-api-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    start();
  }
  ~ApiTest() override {
    back_.reset();
    std::filesystem::remove_all(folder_);
  }

  void start() {
    back_.reset();
    options_.data = folder_;
    back_ = std::make_unique<server::BackEnd>(options_, registry_);
    handler_ = server::api::handler(back_->service);
  }

  Response ask(const std::string& method, std::vector<std::string> path,
               const std::string& body = {}, const std::string& type = "application/json") {
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.body = body;
    if (!body.empty()) request.content_type = type;
    return handler_.answer(request);
  }
  Json json(const std::string& method, std::vector<std::string> path,
            const std::string& body = {}) {
    return Json::parse(ask(method, std::move(path), body).body);
  }
  std::string code(const std::string& method, std::vector<std::string> path,
                   const std::string& body = {}) {
    return json(method, std::move(path), body).value("code", "");
  }
  // Asks for a task and waits for its end.
  Json done(const std::string& method, std::vector<std::string> path,
            const std::string& body = {}) {
    return wait(json(method, std::move(path), body));
  }
  Json wait(const Json& summary) {
    for (int tries = 0; tries < 3000; ++tries) {
      Json task = json("GET", {"tasks", std::to_string(summary.at("taskUid").get<int>())});
      if (task["status"] != "enqueued" && task["status"] != "processing") return task;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return {};
  }
  std::vector<Json> ids(const std::string& search) {
    std::vector<Json> found;
    const Json answer = json("POST", {"indexes", "news", "search"}, search);
    for (const Json& hit : answer["hits"]) found.push_back(hit["id"]);
    return found;
  }
  void add_news() {
    const Json task = done("POST", {"indexes", "news", "documents"},
                           R"([{"id": 1, "title": "الوزراء يجتمعون في بغداد", "views": 10},
                               {"id": 2, "title": "سوق الكتب", "body": "كتاب جديد عن بغداد", "views": 1.50},
                               {"id": "https://example.org/a?b=1#c", "title": "<script>alert(1)</script> مدارس"}])");
    ASSERT_EQ(task["status"], "succeeded") << task;
  }

  server::ServerOptions options_;
  server::metrics::Registry registry_;
  std::filesystem::path folder_;
  std::unique_ptr<server::BackEnd> back_;
  server::http::Handler handler_;
};

TEST_F(ApiTest, DescriptionHasEveryRouteAndNoOther) {
  const Json description = json("GET", {"openapi.json"});
  std::vector<std::string> described;
  for (const auto& [path, operations] : description["paths"].items()) {
    for (const auto& [method, operation] : operations.items()) described.push_back(method + path);
  }
  std::vector<std::string> answered;
  for (const auto& [method, path] : server::api::routes()) {
    std::string name(method);
    for (char& c : name) c = static_cast<char>(c | 0x20);
    answered.push_back(name.append(path));
  }
  EXPECT_THAT(described, ::testing::UnorderedElementsAreArray(answered));
}

TEST_F(ApiTest, DocumentsComeBackByteForByte) {
  add_news();
  EXPECT_EQ(ask("GET", {"indexes", "news", "documents", "2"}).body,
            R"({"id": 2, "title": "سوق الكتب", "body": "كتاب جديد عن بغداد", "views": 1.50})");
  EXPECT_EQ(ask("GET", {"indexes", "news", "documents", "https://example.org/a?b=1#c"}).status,
            200);
  EXPECT_EQ(code("GET", {"indexes", "news", "documents", "3"}), "document_not_found");
}

TEST_F(ApiTest, WordsAreFoundByOtherFormsAndByTheirBeginnings) {
  add_news();
  EXPECT_THAT(ids(R"({"q": "وزير"})"), ElementsAre(1));
  EXPECT_THAT(ids(R"({"q": "بغدا"})"), UnorderedElementsAre(1, 2));
  EXPECT_THAT(ids(R"({"q": ""})"), ::testing::SizeIs(3));
}

TEST_F(ApiTest, FormattedIsAsSentAndSnippetsAreSafe) {
  add_news();
  const Json answer =
      json("POST", {"indexes", "news", "search"},
           R"({"q": "مدرسة", "attributesToHighlight": ["title"], "snippets": true})");
  const Json& hit = answer["hits"][0];
  EXPECT_EQ(hit["_formatted"]["title"], "<script>alert(1)</script> <em>مدارس</em>");
  EXPECT_THAT(hit["snippets"][0]["html"].get<std::string>(),
              ::testing::AllOf(HasSubstr("<mark>مدارس</mark>"), Not(HasSubstr("<script"))));
}

TEST_F(ApiTest, WrongRequestsAreNamed) {
  add_news();
  const auto search = [this](const std::string& body) {
    return code("POST", {"indexes", "news", "search"}, body);
  };
  EXPECT_EQ(search(R"({"q": "x", "limit": -1})"), "invalid_search_limit");
  EXPECT_EQ(search(R"({"q": 5})"), "invalid_search_q");
  EXPECT_EQ(search(R"({"q": "x", "colour": 1})"), "bad_request");
  EXPECT_EQ(search(R"({"q": "x")"), "malformed_payload");
  EXPECT_EQ(search(R"({"q": "x", "filter": "secret = 1"})"), "invalid_search_filter");
  EXPECT_EQ(search(R"({"q": "x", "vector": [1]})"), "feature_not_enabled");
  EXPECT_EQ(search(std::string(100'000, '[')), "malformed_payload");
  EXPECT_EQ(code("GET", {"indexes", "../../etc", "documents"}), "invalid_index_uid");
  EXPECT_EQ(ask("GET", {"nothing"}).status, 404);
  EXPECT_EQ(code("DELETE", {"health"}), "method_not_allowed");
  EXPECT_EQ(ask("POST", {"indexes", "news", "documents"}, "[{}]", "text/plain").status, 415);
}

TEST_F(ApiTest, TasksThatCannotBeDoneFailAndSayWhy) {
  EXPECT_EQ(done("POST", {"indexes", "news", "documents"},
                 R"([{"id": 1}, {"title": "x"}])")["error"]["code"],
            "missing_document_id");
  EXPECT_EQ(done("POST", {"indexes", "news", "documents"}, R"([{"id": "a b"}])")["error"]["code"],
            "invalid_document_id");
  EXPECT_EQ(done("DELETE", {"indexes", "other"})["error"]["code"], "index_not_found");
  // Nothing of a task that failed is there.
  EXPECT_THAT(ids("{}"), ElementsAre());
}

TEST_F(ApiTest, MergingKeepsWhatIsNotNamed) {
  add_news();
  done("PUT", {"indexes", "news", "documents"}, R"({"id": 1, "views": 11})");
  EXPECT_EQ(json("GET", {"indexes", "news", "documents", "1"}),
            Json::parse(R"({"id": 1, "title": "الوزراء يجتمعون في بغداد", "views": 11})"));
}

TEST_F(ApiTest, WhatWasEnqueuedIsDoneByTheNextService) {
  server::tasks::NewTask task{.type = server::tasks::type::kAddition, .index_uid = "news"};
  task.details["receivedDocuments"] = 1;
  task.arguments["method"] = "replace";
  task.payload = R"({"id": 9, "title": "باق"})";
  back_.reset();
  {
    server::state::Database database(folder_ / ".fihris-service" / "service.db");
    server::tasks::TaskStore(database).enqueue(task);
    // As if the service had died in the middle of it.
    EXPECT_EQ(server::tasks::TaskStore(database).take_batch(10, 1000).size(), 1U);
  }
  start();
  EXPECT_EQ(wait({{"taskUid", 0}})["status"], "succeeded");
  EXPECT_THAT(ids(R"({"q": "باق"})"), ElementsAre(9));
}

TEST_F(ApiTest, SettingsFilterAndSort) {
  add_news();
  done("PATCH", {"indexes", "news", "settings"},
       R"({"filterableAttributes": ["views"], "sortableAttributes": ["views"]})");
  EXPECT_THAT(ids(R"({"filter": "views >= 1.5", "sort": ["views:asc"]})"), ElementsAre(2, 1));
  const Json facets = json("POST", {"indexes", "news", "search"}, R"({"facets": ["views"]})");
  EXPECT_EQ(facets["facetStats"]["views"], Json({{"min", 1.5}, {"max", 10.0}}));
}

}  // namespace
}  // namespace fihris::testing
