#include "encodings/decode.h"

#include <algorithm>
#include <array>

#include "encodings/converter.h"
#include "encodings/double_encoding.h"
#include "encodings/plausibility.h"
#include "encodings/wide.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris::indexer::encodings {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";

// The encodings Arabic archives are in though they do not say so.
constexpr std::array kUsual{"windows-1256", "cp720", "ISO-8859-6", "cp864"};

// Quarters of a bit. A declaration is worth a letter or two, no more: it comes from a template.
constexpr int kDeclared = 24;
constexpr int kArabic = 24;  // less may be chance

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What is not ASCII, with one ASCII character on either side: a page may open with kilobytes of
// script.
std::string telling_bytes(std::string_view bytes) {
  constexpr std::size_t kMost = std::size_t{16} << 10;
  std::string telling;
  for (std::size_t i = 0; i < bytes.size() && telling.size() < kMost; ++i) {
    const bool beside =
        (i > 0 && !is_ascii(bytes[i - 1])) || (i + 1 < bytes.size() && !is_ascii(bytes[i + 1]));
    if (beside || !is_ascii(bytes[i])) telling += bytes[i];
  }
  return telling;
}

// A name read as ASCII can only be true of an encoding that keeps ASCII as it is.
std::string usable_declaration(std::string_view declared) {
  std::string name(declared);
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  if (name.substr(0, 3) == "utf" || !is_known(name)) return {};
  for (const char* usual : kUsual) {
    if (is_same(name, usual)) return usual;
  }
  // Browsers take it so, and pages rely on it.
  return is_same(name, "iso-8859-1") ? "windows-1252" : name;
}

// Code page 864 has initial letters where ISO-8859-6 has letters, and final ones where that has
// nothing: a text with hardly any of these is in ISO-8859-6, even if a letter reads better in 864.
bool is_iso(std::string_view bytes) {
  constexpr std::size_t kOneIn = 50;
  const std::string text = convert(bytes, "ISO-8859-6");
  std::size_t unknown = 0;
  for (std::size_t at = text.find("\uFFFD"); at != text.npos; at = text.find("\uFFFD", at + 1))
    ++unknown;
  return unknown * kOneIn <= bytes.size();
}

struct Candidate {
  std::string encoding;  // empty: UTF-8
  int plausibility = 0;
};

std::string judge_narrow(std::string_view bytes, std::string_view declared) {
  const std::string telling = telling_bytes(bytes);
  Candidate best{{}, plausibility(telling)};
  const std::string stated = usable_declaration(declared);
  if (!stated.empty()) {
    const int found = plausibility(convert(telling, stated)) + kDeclared;
    if (found > best.plausibility) best = {stated, found};
  }
  const char* spared = is_iso(telling) ? "cp864" : "ISO-8859-6";
  for (const char* encoding : kUsual) {
    if (encoding == std::string_view(spared)) continue;
    const int found = plausibility(convert(telling, encoding));
    if (found >= kArabic && found > best.plausibility) best = {encoding, found};
  }
  return best.encoding;
}

std::string_view without_mark(std::string_view text) {
  return text.substr(0, kUtf8Mark.size()) == kUtf8Mark ? text.substr(kUtf8Mark.size()) : text;
}

Decoded decode_once(std::string_view bytes, std::string_view declared) {
  if (is_valid_utf8(bytes) && wide_encoding(bytes).empty())
    return {std::string(without_mark(bytes)), {}};
  const std::string encoding = judge_encoding(bytes, declared);
  Decoded decoded;
  decoded.reading.encoding = encoding;
  decoded.text = encoding.empty() ? repair_utf8(without_mark(bytes)) : convert(bytes, encoding);
  if (!encoding.empty()) decoded.text = std::string(without_mark(decoded.text));
  decoded.reading.has_unreadable = decoded.text.find("\uFFFD") != std::string::npos;
  return decoded;
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view declared) {
  Decoded decoded = decode_once(bytes, declared);
  decoded.reading.times_repaired = repair_double_encoding(decoded.text);
  return decoded;
}

std::string judge_encoding(std::string_view head, std::string_view declared) {
  if (head.substr(0, kUtf8Mark.size()) == kUtf8Mark) return {};
  std::string wide = wide_encoding(head);
  if (!wide.empty()) return wide;
  return is_valid_utf8(head) ? std::string() : judge_narrow(head, declared);
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

}  // namespace fihris::indexer::encodings
