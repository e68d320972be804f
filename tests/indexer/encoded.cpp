#include "encoded.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <map>

#include "encodings/converter.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::testing {
namespace {

using ByteOf = std::map<char32_t, char>;

// From the decoder: of several bytes for one letter, as in code page 864, the first.
const ByteOf& bytes_of(const std::string& encoding) {
  static std::map<std::string, ByteOf> tables;
  ByteOf& table = tables[encoding];
  if (!table.empty()) return table;
  for (int byte = 0; byte < 256; ++byte) {
    const std::string text =
        indexer::encodings::convert(std::string(1, static_cast<char>(byte)), encoding);
    std::size_t pos = 0;
    const char32_t c = text.empty() ? 0xFFFD : stemmer::next_code_point(text, pos);
    if (c != 0xFFFD && pos == text.size()) table.emplace(c, static_cast<char>(byte));
  }
  return table;
}

bool is_unicode(const std::string& encoding) { return encoding.substr(0, 3) == "UTF"; }

}  // namespace

std::string expressible(std::string_view utf8, const std::string& encoding) {
  if (is_unicode(encoding)) return std::string(utf8);
  const ByteOf& bytes = bytes_of(encoding);
  std::string out;
  for (std::size_t pos = 0; pos < utf8.size();) {
    char32_t c = stemmer::next_code_point(utf8, pos);
    if (c == 0x0625 && bytes.count(c) == 0) c = 0x0627;
    if (bytes.count(c) != 0) stemmer::append_utf8(out, c);
  }
  return out;
}

std::string encoded(std::string_view utf8, const std::string& encoding) {
  if (encoding == "UTF-8") return std::string(utf8);
  if (const std::size_t mark = encoding.find(" with BOM"); mark != encoding.npos)
    return encoded("\uFEFF" + std::string(utf8), encoding.substr(0, mark));
  if (is_unicode(encoding)) {
    std::string out(utf8.size() * 4 + 8, '\0');
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int>(utf8.size())));
    UConverter* converter = ucnv_open(encoding.c_str(), &status);
    out.resize(static_cast<std::size_t>(ucnv_fromUChars(converter, out.data(),
                                                        static_cast<int>(out.size()),
                                                        text.getBuffer(), text.length(), &status)));
    ucnv_close(converter);
    return out;
  }
  std::string out;
  for (std::size_t pos = 0; pos < utf8.size();)
    out += bytes_of(encoding).at(stemmer::next_code_point(utf8, pos));
  return out;
}

std::string misread(std::string_view utf8, const std::string& written, const std::string& read) {
  return indexer::encodings::convert(encoded(utf8, written), read);
}

}  // namespace fihris::testing
