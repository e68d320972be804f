#include "read/mime_records.h"

#include <algorithm>
#include <utility>

#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

// A part of a message: the lines of its head in lower case, and what follows.
struct Part {
  std::string head;
  std::string_view body;
};

Part part_of(std::string_view text) {
  const std::size_t crlf = text.find("\r\n\r\n");
  const std::size_t lf = text.find("\n\n");
  const std::size_t end = std::min(crlf, lf);
  if (end == std::string_view::npos) return {};
  return {text::lower_ascii(text.substr(0, end)), text.substr(end + (end == crlf ? 4 : 2))};
}

// The parameter as it is printed, `name` in lower case.
std::string parameter(std::string_view head, std::string_view name) {
  const std::string lower = text::lower_ascii(head);
  const std::size_t at = lower.find(std::string(name) + '=');
  if (at == std::string::npos) return {};
  std::string_view value = head.substr(at + name.size() + 1);
  if (!value.empty() && value.front() == '"') {
    value.remove_prefix(1);
    return std::string(value.substr(0, value.find('"')));
  }
  return std::string(value.substr(0, value.find_first_of("; \t\r\n")));
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '=') {
      out += text[i];
    } else if (i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else if (i + 1 < text.size() && text[i + 1] == '\n') {
      i += 1;  // a line that goes on
    } else if (i + 2 < text.size() && text[i + 1] == '\r' && text[i + 2] == '\n') {
      i += 2;
    } else {
      out += '=';
    }
  }
  return out;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int held = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string_view::npos) continue;
    bits = (bits << 6U | static_cast<unsigned>(digit)) & 0xFFFFU;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    out += static_cast<char>(bits >> static_cast<unsigned>(held) & 0xFFU);
  }
  return out;
}

std::string decoded(const Part& part) {
  if (part.head.find("quoted-printable") != std::string::npos)
    return from_quoted_printable(part.body);
  if (part.head.find("base64") != std::string::npos) return from_base64(part.body);
  return std::string(part.body);
}

// The first part that is a page; empty when there is none.
std::string page_of(std::string_view message) {
  const std::string boundary = "--" + parameter(message.substr(0, 65536), "boundary");
  if (boundary.size() == 2) return {};
  for (std::size_t at = message.find("\n" + boundary); at != std::string_view::npos;) {
    const std::size_t begin = at + 1 + boundary.size();
    at = message.find("\n" + boundary, begin);
    const std::string_view text = message.substr(begin, at - begin);
    const std::size_t line_end = text.find('\n');
    if (line_end == std::string_view::npos) continue;
    const Part part = part_of(text.substr(line_end + 1));
    if (part.head.find("content-type: text/html") != std::string::npos) return decoded(part);
  }
  return {};
}

class MimeReader : public RecordReader {
 public:
  MimeReader(ByteInput& input, const Place& place) : input_(input), place_(place) {}

  std::optional<Item> next() override {
    std::string message;
    switch (input_.read_rest(message)) {
      case ByteInput::Taken::kNothing:
        return std::nullopt;
      case ByteInput::Taken::kTooLong:
        return place_.trouble(0, "file is larger than 256 MB and cannot be one page");
      case ByteInput::Taken::kAll:
        break;
    }
    std::string page = page_of(message);
    if (page.empty()) return place_.trouble(0, "holds no page among its parts");
    return place_.record(RawRecord::Format::kHtml, std::move(page), 0);
  }

 private:
  ByteInput& input_;
  const Place& place_;
};

}  // namespace

std::unique_ptr<RecordReader> read_mime_page(ByteInput& input, const Place& place) {
  return std::make_unique<MimeReader>(input, place);
}

}  // namespace fihris::indexer::read
