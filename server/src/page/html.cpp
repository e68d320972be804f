#include "page/html.h"

#include <algorithm>

#include "fihris/searcher/writers.h"

namespace fihris::server::page {
namespace {

bool is_unreserved(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
         c == '_' || c == '.' || c == '~';
}

}  // namespace

Html& Html::text(std::string_view text) {
  text_ += escape_html(text);
  return *this;
}

Html& Html::isolated(std::string_view text) {
  *this << "<bdi>";
  return this->text(text) << "</bdi>";
}

std::string url_encoded(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    (out += '%') += kHex[byte / 16];
    out += kHex[byte % 16];
  }
  return out;
}

bool is_web_address(std::string_view address) {
  const auto begins = [address](std::string_view scheme) {
    return address.size() > scheme.size() &&
           std::ranges::equal(address.substr(0, scheme.size()), scheme,
                              [](char a, char b) { return (a | 0x20) == (b | 0x20); });
  };
  return begins("http://") || begins("https://");
}

}  // namespace fihris::server::page
