#include "http/head_check.h"

#include <algorithm>
#include <array>
#include <string>

#include "errors/api_error.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::server::http {
namespace {

using errors::ApiError;

constexpr std::string_view kLineEnd = "\r\n";

[[noreturn]] void refuse(const std::string& what) { throw ApiError("bad_request", what); }

// The characters of methods and of names of headers.
bool is_token_character(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_character);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

bool is_number(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !text.empty() && std::ranges::all_of(text, digit);
}

bool same_name(std::string_view a, std::string_view lower) {
  const auto to_lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, lower, {}, to_lower);
}

// How often the headers stand there of which there must be one at most.
struct Counted {
  int host = 0;
  int content_length = 0;
  int transfer_encoding = 0;
};

void check_request_line(std::string_view line) {
  const std::size_t method_end = line.find(' ');
  const std::size_t target_end = line.rfind(' ');
  if (method_end == std::string_view::npos || method_end + 1 >= target_end)
    refuse("The request does not begin with a line \"METHOD /path HTTP/1.1\".");
  const std::string_view target = line.substr(method_end + 1, target_end - method_end - 1);
  const std::string_view version = line.substr(target_end + 1);
  if (!is_token(line.substr(0, method_end))) refuse("The method of the request is not a word.");
  const auto wrong = [](char c) { return is_control(c) || c == ' '; };
  if (std::ranges::any_of(target, wrong)) refuse("The address of the request has a space in it.");
  if (version != "HTTP/1.1" && version != "HTTP/1.0")
    refuse("Only HTTP/1.1 and HTTP/1.0 are spoken here.");
}

void check_value(std::string_view name, std::string_view value, Counted& counted) {
  if (same_name(name, "host")) {
    ++counted.host;
  } else if (same_name(name, "content-length")) {
    ++counted.content_length;
    if (!is_number(value)) refuse("Content-Length is not a number.");
  } else if (same_name(name, "transfer-encoding")) {
    ++counted.transfer_encoding;
    if (!same_name(value, "chunked")) refuse("The only Transfer-Encoding known here is chunked.");
  }
}

void check_header(std::string_view line, Counted& counted) {
  if (line.front() == ' ' || line.front() == '\t')
    refuse("A header goes on in the next line, which is no longer allowed.");
  const std::size_t colon = std::min(line.find(':'), line.size());
  const std::string_view name = line.substr(0, colon);
  if (colon == line.size() || !is_token(name))
    refuse("A header's name is not a word with a colon right behind it.");
  const std::string_view value = line.substr(colon + 1);
  const auto wrong = [](char c) { return is_control(c) && c != '\t'; };
  if (std::ranges::any_of(value, wrong)) refuse("A header has control characters in it.");
  check_value(name, stemmer::trim(value, " \t"), counted);
}

void check_counts(const Counted& counted, bool http_1_1) {
  if (counted.host > 1 || (http_1_1 && counted.host == 0)) refuse("A request has one Host header.");
  if (counted.content_length + counted.transfer_encoding > 1)
    refuse("A request has one Content-Length or one Transfer-Encoding, not both.");
  if (counted.transfer_encoding > 0 && !http_1_1) refuse("HTTP/1.0 knows no Transfer-Encoding.");
}

// The first line feed at or after `from` must end a line as it should.
void check_line_end(std::string_view bytes, std::size_t feed) {
  if (feed == 0 || bytes[feed - 1] != '\r')
    refuse("A line of the request's head ends in LF alone instead of CR LF.");
}

}  // namespace

std::optional<std::size_t> end_of_head(std::string_view bytes, std::size_t seen,
                                       const Limits& limits) {
  if (!bytes.empty() && !is_token_character(bytes.front()))
    refuse("This is not the beginning of an HTTP request. Is it meant for another port, or TLS?");
  std::size_t feed = bytes.find('\n', seen);
  const std::size_t first_line = std::min(bytes.find('\n'), bytes.size());
  // The words around the target are no longer than this.
  constexpr std::size_t kRestOfLine = 40;
  if (first_line > limits.target_bytes + kRestOfLine)
    throw ApiError("uri_too_long", "The address of the request is longer than " +
                                       std::to_string(limits.target_bytes) +
                                       " bytes: send what is long in the body of a POST.");
  for (; feed != std::string_view::npos && feed < limits.head_bytes;
       feed = bytes.find('\n', feed + 1)) {
    check_line_end(bytes, feed);
    if (bytes.substr(0, feed + 1).ends_with("\r\n\r\n")) return feed + 1;
  }
  if (bytes.size() >= limits.head_bytes)
    throw ApiError("headers_too_large", "The headers of the request have more than " +
                                            std::to_string(limits.head_bytes) + " bytes.");
  return std::nullopt;
}

void check_head(std::string_view head) {
  const std::size_t first = head.find(kLineEnd);
  const std::string_view request_line = head.substr(0, first);
  check_request_line(request_line);
  Counted counted;
  for (std::size_t at = first + kLineEnd.size(); at < head.size();) {
    const std::size_t end = head.find(kLineEnd, at);
    if (end == at) break;
    check_header(head.substr(at, end - at), counted);
    at = end + kLineEnd.size();
  }
  check_counts(counted, request_line.ends_with("1.1"));
}

}  // namespace fihris::server::http
