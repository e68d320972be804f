// What goes wrong with a request, as the protocol names it.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace fihris::server::errors {

// One of the protocol's error codes. The names are those of Meilisearch, as its clients tell errors
// apart by them.
struct ErrorKind {
  std::string_view code;  // "index_not_found"
  int status;             // of the HTTP answer
  std::string_view type;  // "invalid_request", "auth", "internal" or "system"
};

// The kind with this code. What has no row of its own and begins with "invalid_" or "missing_" is
// a request that is wrong (400); any other unknown code is "internal".
ErrorKind error_kind(std::string_view code);

// A request that is refused, or a task that failed. what() is for people: what is wrong, where,
// what to do.
class ApiError : public std::runtime_error {
 public:
  ApiError(std::string_view code, const std::string& message)
      : std::runtime_error(message), kind_(error_kind(code)), code_(code) {}

  const std::string& code() const noexcept { return code_; }
  int status() const noexcept { return kind_.status; }
  std::string_view type() const noexcept { return kind_.type; }
  // {"message", "code", "type", "link"}, without a line break.
  std::string json() const;

 private:
  ErrorKind kind_;
  std::string code_;
};

}  // namespace fihris::server::errors
