// A request as it was read from a connection, and the answer to it. Plain values.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fihris::server::http {

struct Request {
  std::string method;  // "GET"
  // Of the target, percent-decoded, without empty ones: {"indexes", "movies", "search"}.
  std::vector<std::string> path;
  // Of the target's query, decoded, in their order.
  std::vector<std::pair<std::string, std::string>> parameters;
  std::string content_type;   // lower case, without parameters: "application/json"; may be empty
  std::string authorization;  // as sent: "Bearer …"; may be empty
  std::string if_none_match;  // as sent; may be empty
  std::string host;           // "archive.example:7700", as sent
  std::string body;           // unpacked when it came in gzip

  // The value of the first parameter of this name; null when there is none.
  const std::string* parameter(std::string_view name) const;
};

// What the connection adds by itself: Content-Length, Date, Server, CORS, gzip, keep-alive.
struct Response {
  int status = 200;
  std::string content_type = "application/json";
  std::string body = {};
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string query = {};  // what was searched: for the access log, never sent
};

// What a request waits for: a processor, or mostly a disk.
enum class Lane { kSearch, kOther };

// What answers requests. Called from several threads at once; must not throw.
struct Handler {
  std::function<Lane(const Request&)> lane;
  std::function<Response(const Request&)> answer;
  // The route as metrics and the access log name it, a literal: "/indexes/{uid}/search".
  std::function<std::string_view(const Request&)> route;
};

}  // namespace fihris::server::http
