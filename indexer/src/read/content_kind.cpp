#include "read/content_kind.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "fihris/stemmer/internal/utf8.h"
#include "read/table_records.h"
#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
  return std::any_of(starts.begin(), starts.end(),
                     [&](std::string_view start) { return text.substr(0, start.size()) == start; });
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view skip_blanks(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlanks);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

// What begins a file of the zip kind that is no archive of articles: office files, books, programs.
bool is_document_zip(std::string_view head) {
  constexpr std::size_t kNameAt = 30;
  return head.size() > kNameAt &&
         starts_with_any(head.substr(kNameAt), {"[Content_Types].xml", "mimetype", "META-INF/",
                                                "_rels/", "word/", "xl/", "ppt/", "docProps/"});
}

// Archives and compression; kText for all else.
ContentKind packed_kind(std::string_view head) {
  constexpr std::string_view kXz("\xFD\x37zXZ\0", 6);
  constexpr std::string_view kTar = "ustar";
  constexpr std::size_t kTarAt = 257;
  if (starts_with_any(head, {"PK\x03\x04"}))
    return is_document_zip(head) ? ContentKind::kForeignPacked : ContentKind::kPacked;
  if (starts_with_any(head, {"\x1F\x8B", kXz, "\x28\xB5\x2F\xFD", "BZh"})) {
    return ContentKind::kPacked;
  }
  if (head.size() > kTarAt && head.substr(kTarAt, kTar.size()) == kTar) return ContentKind::kPacked;
  return starts_with_any(head, {"7z\xBC\xAF", "Rar!"}) ? ContentKind::kForeignPacked
                                                       : ContentKind::kText;
}

bool is_binary(std::string_view head) {
  return starts_with_any(head, {"%PDF-", "{\\rtf"}) || head.find('\0') != std::string_view::npos;
}

// Whether JSON has one object a line, or one over several. A line that opens an object and does not
// close it tells the latter, unless the next opens another: then it is a broken line among whole
// ones.
ContentKind json_layout(std::string_view json) {
  const std::size_t newline = json.find('\n');
  if (newline == std::string_view::npos ||
      ends_with(stemmer::trim(json.substr(0, newline), kBlanks), "}")) {
    return ContentKind::kJsonLines;
  }
  const std::string_view second = skip_blanks(json.substr(newline));
  return second.empty() || second.front() == '{' ? ContentKind::kJsonLines
                                                 : ContentKind::kJsonObjects;
}

ContentKind markup_kind(std::string_view markup) {
  const std::string lower = text::lower_ascii(markup);
  if (starts_with_any(lower, {"<?xml", "<rss", "<feed", "<rdf", "<urlset"})) {
    if (lower.find("<html") != std::string::npos) return ContentKind::kHtml;
    const bool feed = lower.find("<rss") != std::string::npos ||
                      lower.find("<feed") != std::string::npos ||
                      lower.find("<rdf:rdf") != std::string::npos;
    return feed ? ContentKind::kFeed : ContentKind::kXml;
  }
  const bool is_html = starts_with_any(
      lower,
      {"<!doctype html", "<html",    "<head", "<body",  "<!--",  "<meta", "<title", "<article",
       "<main",          "<section", "<div",  "<p>",    "<p ",   "<h1",   "<h2",    "<header",
       "<script",        "<style",   "<link", "<table", "<span", "<base"});
  return is_html ? ContentKind::kHtml : ContentKind::kText;
}

// JSON as far as the first two marks tell; kText when not.
ContentKind json_kind(std::string_view text) {
  const char first = text.front();
  const std::string_view rest = skip_blanks(text.substr(1));
  if (first == '{' && starts_with_any(rest, {"\"", "}"})) return json_layout(text);
  if (first == '[' && starts_with_any(rest, {"{", "]"})) return ContentKind::kJsonObjects;
  return ContentKind::kText;
}

// A page as browsers save it with its pictures: a message of MIME that says so in its head.
bool is_mime_page(std::string_view text) {
  constexpr std::size_t kHeadBytes = 4096;
  const std::string head = text::lower_ascii(text.substr(0, kHeadBytes));
  return starts_with_any(head, {"from:", "mime-version:", "content-type:", "subject:"}) &&
         head.find("content-type: multipart/related") != std::string::npos;
}

bool is_integer(std::string_view word) {
  int value = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  return result.ec == std::errc() && result.ptr == word.data() + word.size();
}

bool is_number(std::string_view word) {
  double value = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), value);
  return result.ec == std::errc() && result.ptr == word.data() + word.size();
}

bool is_judgement(const std::vector<std::string_view>& columns) {
  return columns.size() == 4 && is_integer(columns[3]) &&
         (is_integer(columns[1]) || columns[1] == "Q0");
}

bool is_run_line(const std::vector<std::string_view>& columns) {
  return columns.size() == 6 && columns[1] == "Q0" && is_integer(columns[3]) &&
         is_number(columns[4]);
}

// id<TAB>text, the id in ASCII with a digit in it.
bool is_query_line(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || tab > 40 || line.find('\t', tab + 1) != line.npos)
    return false;
  const std::string_view id = line.substr(0, tab);
  return id.find_first_of("0123456789") != id.npos &&
         std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7F; });
}
// Two lines of an article may happen to look like that.
constexpr std::size_t kFewestQueries = 3;

}  // namespace

bool is_packed(std::string_view head) { return packed_kind(head) != ContentKind::kText; }

std::size_t bom_size(std::string_view head) {
  return starts_with_any(head, {stemmer::kByteOrderMark}) ? stemmer::kByteOrderMark.size() : 0;
}

ContentKind content_kind(std::string_view head, std::string_view name) {
  const std::string_view text = skip_blanks(head.substr(bom_size(head)));
  if (text.empty()) return ContentKind::kEmpty;
  if (const ContentKind packed = packed_kind(head); packed != ContentKind::kText) return packed;
  const ContentKind json = json_kind(text);
  if (json != ContentKind::kText) return json;
  if (is_binary(head)) return ContentKind::kBinary;
  const ContentKind markup = text.front() == '<' ? markup_kind(text) : ContentKind::kText;
  if (markup != ContentKind::kText) return markup;
  if (is_mime_page(text)) return ContentKind::kMimePage;
  if (table_delimiter(text) != '\0') return ContentKind::kTable;
  const std::string lower_name = text::lower_ascii(name);
  const bool named_lines = ends_with(lower_name, ".jsonl") || ends_with(lower_name, ".ndjson");
  return named_lines ? ContentKind::kJsonLines : ContentKind::kText;
}

std::string_view evaluation_table(std::string_view text) {
  bool judgements = true;
  bool run = true;
  bool queries = true;
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < text.size() && (judgements || run || queries);) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = stemmer::trim(text.substr(begin, end - begin), kBlanks);
    begin = end + 1;
    if (line.empty()) continue;
    if (line.size() > 500) return {};  // a paragraph
    const auto columns = text::split_any(line, U" \t");
    judgements = judgements && is_judgement(columns);
    run = run && is_run_line(columns);
    queries = queries && is_query_line(line);
    ++lines;
  }
  if (lines == 0) return {};
  if (judgements) return "relevance judgements";
  if (run) return "a run of a search engine";
  return queries && lines >= kFewestQueries ? "a table of queries" : std::string_view();
}

}  // namespace fihris::indexer::read
