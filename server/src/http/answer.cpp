#include "http/answer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

#include "fihris/stemmer/internal/utf8.h"
#include "http/gzip.h"

namespace fihris::server::http {
namespace {

using errors::ApiError;

// Shorter answers fit in a packet as they are.
constexpr std::size_t kWorthPacking = 1024;

struct Reason {
  int status;
  std::string_view phrase;
};
constexpr auto kReasons = std::to_array<Reason>({
    {200, "OK"},
    {201, "Created"},
    {202, "Accepted"},
    {204, "No Content"},
    {301, "Moved Permanently"},
    {302, "Found"},
    {303, "See Other"},
    {304, "Not Modified"},
    {307, "Temporary Redirect"},
    {308, "Permanent Redirect"},
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
    {507, "Insufficient Storage"},
});

std::string_view phrase(int status) {
  const auto* const found =
      std::ranges::find_if(kReasons, [status](const Reason& r) { return r.status == status; });
  return found == kReasons.end() ? "Status" : found->phrase;
}

// "Sun, 06 Nov 1994 08:49:37 GMT": made once a second by each thread.
const std::string& date_now() {
  thread_local std::time_t made_at = 0;
  thread_local std::string date;
  const std::time_t now = std::time(nullptr);
  if (now == made_at) return date;
  constexpr std::array<const char*, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::tm time{};
  ::gmtime_r(&now, &time);
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%s, %02d %s %d %02d:%02d:%02d GMT",
                                 kDays[time.tm_wday], time.tm_mday, kMonths[time.tm_mon],
                                 time.tm_year + 1900, time.tm_hour, time.tm_min, time.tm_sec);
  date.assign(text.data(), static_cast<std::size_t>(size));
  made_at = now;
  return date;
}

// A line break in a value would end the header and begin one of somebody else's choice.
void add_header(std::string& head, std::string_view name, std::string_view value) {
  head += name;
  head += ": ";
  for (const char c : value) head += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
  head += "\r\n";
}

bool same_text(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return std::ranges::equal(a, b, {}, lower, lower);
}

std::string* header(Response& response, std::string_view name) {
  const auto found = std::ranges::find_if(
      response.headers, [name](const auto& h) { return same_text(h.first, name); });
  return found == response.headers.end() ? nullptr : &found->second;
}

// Calls is_it(element) for the elements of "a, b;q=1" until it is.
template <class IsIt>
bool any_element(std::string_view list, IsIt is_it) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    if (is_it(stemmer::trim(list.substr(0, end), " \t"))) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool accepts_gzip(std::string_view accept_encoding) {
  return any_element(accept_encoding, [](std::string_view element) {
    const std::size_t end = std::min(element.find(';'), element.size());
    const std::string_view coding = stemmer::trim(element.substr(0, end), " \t");
    const std::string_view weight = stemmer::trim(element.substr(end), "; \t");
    const bool refused =
        weight.starts_with("q=0") && weight.find_first_of("123456789") == std::string_view::npos;
    return !refused && (same_text(coding, "gzip") || coding == "*");
  });
}

std::string_view without_weakness(std::string_view tag) {
  return tag.starts_with("W/") ? tag.substr(2) : tag;
}

bool has_it_already(const Incoming& incoming, Response& response) {
  const std::string* tag = header(response, "ETag");
  const std::string& known = incoming.request.if_none_match;
  if (tag == nullptr || known.empty() || response.status != 200 || incoming.request.method != "GET")
    return false;
  return known == "*" || any_element(known, [tag](std::string_view element) {
           return without_weakness(element) == without_weakness(*tag);
         });
}

bool is_text(std::string_view type) {
  return type.starts_with("text/") || type.find("json") != std::string_view::npos ||
         type.find("javascript") != std::string_view::npos ||
         type.find("xml") != std::string_view::npos;
}

// The bytes are others than those that the tag was given to.
void pack(Response& response) {
  response.body = gzip(response.body);
  response.headers.emplace_back("Content-Encoding", "gzip");
  std::string* tag = header(response, "ETag");
  if (tag != nullptr && !tag->starts_with("W/")) tag->insert(0, "W/");
}

bool may_have_body(int status) { return status != 204 && status != 304; }

std::string status_line(int status) {
  return "HTTP/1.1 " + std::to_string(status) + ' ' + std::string(phrase(status)) + "\r\n";
}

}  // namespace

void unpack_body(Incoming& incoming, std::size_t limit) {
  const std::string& coding = incoming.content_encoding;
  if (coding.empty() || same_text(coding, "identity")) return;
  if (!same_text(coding, "gzip") && !same_text(coding, "x-gzip"))
    throw ApiError("unsupported_media_type", "The body of the request is packed as \"" + coding +
                                                 "\": only gzip is unpacked here.");
  auto unpacked = gunzip(incoming.request.body, limit);
  if (!unpacked) throw ApiError("bad_request", "The body of the request is not gzip, whole.");
  incoming.request.body = std::move(*unpacked);
}

void AnswerWriter::add_origin(const Incoming& incoming, std::string& head) const {
  const auto allowed = [this](std::string_view origin) {
    return std::ranges::find(allowed_origins_, origin) != allowed_origins_.end();
  };
  if (allowed("*")) {
    add_header(head, "Access-Control-Allow-Origin", "*");
  } else {
    add_header(head, "Vary", "Origin");
    if (incoming.origin.empty() || !allowed(incoming.origin)) return;
    add_header(head, "Access-Control-Allow-Origin", incoming.origin);
  }
  add_header(head, "Access-Control-Expose-Headers", "ETag, Retry-After");
}

Outgoing AnswerWriter::write(const Incoming& incoming, Response response) const {
  Outgoing out{response.status, {}, {}, incoming.keep_alive, std::move(response.query)};
  if (has_it_already(incoming, response)) {
    out.status = response.status = 304;
    response.body.clear();
  }
  const bool packable = response.body.size() >= kWorthPacking && is_text(response.content_type) &&
                        header(response, "Content-Encoding") == nullptr;
  if (packable) response.headers.emplace_back("Vary", "Accept-Encoding");
  if (packable && accepts_gzip(incoming.accept_encoding)) pack(response);
  out.head.reserve(512);
  out.head = status_line(out.status);
  add_header(out.head, "Date", date_now());
  add_header(out.head, "Server", "fihris/" FIHRIS_VERSION);
  add_header(out.head, "X-Content-Type-Options", "nosniff");
  add_origin(incoming, out.head);
  for (const auto& [name, value] : response.headers) add_header(out.head, name, value);
  if (may_have_body(out.status)) {
    add_header(out.head, "Content-Type", response.content_type);
    add_header(out.head, "Content-Length", std::to_string(response.body.size()));
    if (!incoming.head_only) out.body = std::move(response.body);
  }
  add_header(out.head, "Connection", out.keep_alive ? "keep-alive" : "close");
  out.head += "\r\n";
  return out;
}

Outgoing AnswerWriter::refusal(const Incoming& incoming, const ApiError& error) const {
  Response response{.status = error.status(), .body = error.json()};
  if (error.status() == 503 || error.status() == 429)
    response.headers.emplace_back("Retry-After", "1");
  return write(incoming, std::move(response));
}

Outgoing AnswerWriter::preflight(const Incoming& incoming) const {
  constexpr std::string_view kMethods = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
  const std::string& wanted = incoming.requested_headers;
  Response response{.status = 204};
  response.headers = {
      {"Allow", std::string(kMethods)},
      {"Access-Control-Allow-Methods", std::string(kMethods)},
      {"Access-Control-Allow-Headers", wanted.empty() ? "Authorization, Content-Type" : wanted},
      {"Access-Control-Max-Age", "86400"}};
  return write(incoming, std::move(response));
}

}  // namespace fihris::server::http
