#include "http/target.h"

#include <optional>

#include "errors/api_error.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris::server::http {
namespace {

using errors::ApiError;

std::optional<unsigned> hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

// The byte that the escape at `at` stands for.
char escaped_byte(std::string_view text, std::size_t at) {
  if (at + 2 < text.size()) {
    const auto high = hex_value(text[at + 1]);
    const auto low = hex_value(text[at + 2]);
    if (high && low) return static_cast<char>(static_cast<unsigned char>(*high << 4 | *low));
  }
  throw ApiError("bad_request",
                 "The address of the request has a % that is followed by no two "
                 "hexadecimal digits: write %25 for the sign itself.");
}

enum class Plus { kItself, kSpace };

std::string decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      out += escaped_byte(text, i);
      i += 2;
    } else {
      out += text[i] == '+' && plus == Plus::kSpace ? ' ' : text[i];
    }
  }
  if (out.find('\0') != std::string::npos || !is_valid_utf8(out))
    throw ApiError("bad_request", "The address of the request is not valid UTF-8 without NUL.");
  return out;
}

// Calls take(part) for each part that is not empty.
template <class Take>
void each_part(std::string_view text, char separator, Take take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

// "http://host/path" as proxies send it: "/path".
std::string_view without_authority(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const std::size_t path = target.find_first_of("/?", scheme.size());
    return path == std::string_view::npos ? "/" : target.substr(path);
  }
  return target;
}

}  // namespace

void read_target(std::string_view target, Request& request) {
  target = without_authority(target.substr(0, target.find('#')));
  if (target.empty() || (target.front() != '/' && target.front() != '?'))
    throw ApiError("bad_request", "The address of the request does not begin with a slash.");
  const std::size_t question = std::min(target.find('?'), target.size());
  each_part(target.substr(0, question), '/', [&request](std::string_view part) {
    request.path.push_back(decoded(part, Plus::kItself));
  });
  each_part(target.substr(std::min(question + 1, target.size())), '&',
            [&request](std::string_view part) {
              const std::size_t equals = std::min(part.find('='), part.size());
              const std::size_t value = std::min(equals + 1, part.size());
              request.parameters.emplace_back(decoded(part.substr(0, equals), Plus::kSpace),
                                              decoded(part.substr(value), Plus::kSpace));
            });
}

}  // namespace fihris::server::http
