#include "parse/charset.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"

namespace fihris::indexer::parse {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

std::optional<std::string> convert(std::string_view bytes, const std::string& charset) {
  constexpr std::size_t kMost = std::size_t{1} << 30;  // ICU counts in 32 bits
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(charset.c_str(), &status));
  if (U_FAILURE(status) || bytes.size() > kMost) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  text.toUTF8String(out);
  return out;
}

std::optional<std::string> by_mark(std::string_view bytes) {
  const auto opens = [&](std::string_view mark) { return bytes.substr(0, mark.size()) == mark; };
  if (opens(stemmer::kByteOrderMark)) {
    return repair_utf8(bytes.substr(stemmer::kByteOrderMark.size()));
  }
  if (opens("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE");
  if (opens("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE");
  return std::nullopt;
}

// Whether a page may declare the encoding in itself: only those that keep ASCII as it is, since the
// name was read as ASCII.
bool can_be_declared(std::string_view charset) {
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  constexpr std::string_view kUtf = "utf";
  return !charset.empty() &&
         !(charset.size() >= kUtf.size() && std::equal(kUtf.begin(), kUtf.end(), charset.begin(),
                                                       [&](char b, char a) { return same(a, b); }));
}

// Whether the bytes are Arabic in windows-1256. Its letters are single bytes from C0 to ED, and
// every fourth of them is U+0627 ALEF (C7) or U+0644 LAM (E1). In UTF-8 those two bytes hardly
// occur.
bool looks_like_windows_1256(std::string_view bytes) {
  constexpr std::size_t kSample = std::size_t{16} << 10;
  std::size_t high = 0;
  std::size_t letters = 0;
  std::size_t frequent = 0;
  for (const char c : bytes.substr(0, kSample)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) continue;
    ++high;
    letters += byte >= 0xC0 && byte <= 0xED ? 1 : 0;
    frequent += byte == 0xC7 || byte == 0xE1 ? 1 : 0;
  }
  return high >= 20 && letters * 10 >= high * 9 && frequent * 7 >= high;
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  if (auto text = by_mark(bytes)) return *text;
  if (is_valid_utf8(bytes)) return std::string(bytes);
  if (can_be_declared(declared)) {
    if (auto text = convert(bytes, std::string(declared))) return *text;
  }
  if (looks_like_windows_1256(bytes)) {
    if (auto text = convert(bytes, "windows-1256")) return *text;
  }
  return repair_utf8(bytes);
}

std::string_view declared_charset(std::string_view html) {
  constexpr std::size_t kSearched = 4096;
  constexpr std::string_view kName = "charset";
  html = html.substr(0, kSearched);
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  auto found = std::search(html.begin(), html.end(), kName.begin(), kName.end(), same);
  if (found == html.end()) return {};
  std::string_view rest =
      html.substr(static_cast<std::size_t>(found - html.begin()) + kName.size());
  const std::size_t begin = rest.find_first_not_of(" \t\r\n=\"'");
  if (begin == std::string_view::npos || rest.substr(0, begin).find('=') == std::string_view::npos)
    return {};
  rest = rest.substr(begin);
  const std::size_t end = rest.find_first_of(" \t\r\n\"'/>;");
  return end == std::string_view::npos || end > 40 ? std::string_view() : rest.substr(0, end);
}

}  // namespace fihris::indexer::parse
