// A service of a few routes that the tests of the HTTP layer ask.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include "server/raw_client.h"

namespace fihris::testing {

// /health; /echo gives back the body, /path the path and parameters, /long 8 KB of JSON, /tagged
// has an ETag, /broken a header that would break the head, /fails throws, /waits answers when the
// test says so, and is the one in the lane of searches.
class HttpTest : public ::testing::Test {
 protected:
  void start() { server_ = std::make_unique<RunningServer>(options_, handler()); }
  std::uint16_t port() {
    if (!server_) start();
    return server_->port();
  }
  RunningServer& running() { return *server_; }
  void let_go() { let_go_.set_value(); }

  server::http::Options options_ = [] {
    server::http::Options options;
    options.search_threads = 1;
    options.other_threads = 2;
    options.limits.linger_time = std::chrono::milliseconds(200);
    return options;
  }();

 private:
  static std::string told(const server::http::Request& request) {
    std::string text = request.method;
    for (const std::string& part : request.path) text += '|' + part;
    for (const auto& [name, value] : request.parameters)
      text.append("|").append(name).append("=").append(value);
    return text;
  }

  server::http::Response answer(const server::http::Request& request) const {
    const std::string route = request.path.empty() ? "" : request.path.front();
    if (route == "health") return {.body = R"({"status":"available"})"};
    if (route == "echo") return {.content_type = "text/plain", .body = request.body};
    if (route == "path") return {.content_type = "text/plain", .body = told(request)};
    if (route == "long") return {.body = '"' + std::string(8192, 'a') + '"'};
    if (route == "tagged") return {.body = "{}", .headers = {{"ETag", "\"one\""}}};
    if (route == "broken") return {.body = "{}", .headers = {{"X-Of-User", "a\r\nX-Evil: b"}}};
    if (route == "fails") throw std::runtime_error("no luck");
    if (route == "waits") gone_on_.wait();
    return {.status = route == "waits" ? 200 : 404, .body = "{}"};
  }

  server::http::Handler handler() {
    return {.lane =
                [](const server::http::Request& request) {
                  const bool waits = !request.path.empty() && request.path.front() == "waits";
                  return waits ? server::http::Lane::kSearch : server::http::Lane::kOther;
                },
            .answer = [this](const server::http::Request& request) { return answer(request); },
            .route = [](const server::http::Request&) -> std::string_view { return "/{uid}"; }};
  }

  std::promise<void> let_go_;
  std::shared_future<void> gone_on_ = let_go_.get_future().share();
  std::unique_ptr<RunningServer> server_;
};

}  // namespace fihris::testing
