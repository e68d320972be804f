#include "read/formats.h"

#include <algorithm>
#include <array>

#include "fihris/indexer/article_reader.h"
#include "read/feed_records.h"
#include "read/json_records.h"
#include "read/mime_records.h"
#include "read/packed_records.h"
#include "read/table_records.h"
#include "read/whole_records.h"
#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

constexpr std::array kFormats{
    Format{ContentKind::kEmpty, "", "", nullptr, "is empty; there is nothing to index"},
    Format{ContentKind::kBinary, "", "", nullptr,
           "is not text; give JSON Lines, plain text or HTML"},
    Format{ContentKind::kForeignPacked, "", "", nullptr,
           "is packed in a way that is not read; unpack it first"},
    Format{ContentKind::kPacked, "archives", ".gz .xz .zst .bz2 .zip .tar of any of these",
           read_packed, ""},
    Format{ContentKind::kXml, "", "", nullptr,
           "is an XML document, not an article; give JSON Lines, plain text or HTML"},
    Format{ContentKind::kFeed, "RSS, Atom", "XML with <rss>, <feed> or <rdf:RDF>", read_feed, ""},
    Format{ContentKind::kJsonLines, "JSON Lines", "an object a line", read_json_lines, ""},
    Format{ContentKind::kJsonObjects, "JSON", "objects over several lines, or in a list",
           read_json_objects, ""},
    Format{ContentKind::kTable, "CSV, TSV", "a first line that names columns, a title or body too",
           read_table, ""},
    Format{ContentKind::kMimePage, "MHTML", "a head of MIME with multipart/related", read_mime_page,
           ""},
    Format{ContentKind::kHtml, "HTML", "a doctype or a known element at the beginning", read_page,
           ""},
    Format{ContentKind::kText, "plain text", "none of the others", read_text, ""},
};

// Extensions under which archives keep articles, whatever the format turns out to be.
constexpr std::array<std::string_view, 11> kArticleExtensions{
    "",     ".jsonl", ".ndjson", ".jsonlines", ".jl",   ".json",
    ".txt", ".text",  ".html",   ".htm",       ".xhtml"};
// Texts that may begin with an element of HTML and are no pages.
constexpr std::array<std::string_view, 7> kProse{".md",  ".markdown", ".rst", ".xsl",
                                                 ".css", ".js",       ".vue"};

constexpr std::array<std::string_view, 5> kPackings{".gz", ".xz", ".zst", ".bz2", ".tgz"};

template <std::size_t Size>
bool contains(const std::array<std::string_view, Size>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

const Format& format_of(ContentKind kind) {
  return *std::find_if(kFormats.begin(), kFormats.end(),
                       [kind](const Format& format) { return format.kind == kind; });
}

std::string extension_of(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  name = name.substr(0, name.find_first_of("?&#"));
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return {};
  return text::lower_ascii(name.substr(dot));
}

bool is_named_table(std::string_view name) {
  const std::string extension = extension_of(name);
  return extension == ".csv" || extension == ".tsv" || extension == ".tab";
}

std::string_view reason_to_pass_over(ContentKind kind, std::string_view name) {
  std::string extension = extension_of(name);
  // What was within is judged by the name it had before it was compressed.
  if (contains(kPackings, extension)) extension = extension_of(name.substr(0, name.rfind('.')));
  const bool named_so = contains(kArticleExtensions, extension);
  switch (kind) {
    case ContentKind::kXml:
      return "is an XML document and no feed";
    case ContentKind::kFeed:
    case ContentKind::kTable:
    case ContentKind::kMimePage:
    case ContentKind::kPacked:
      return "";
    case ContentKind::kBinary:
      return named_so && !extension.empty() ? "" : "is not text";
    case ContentKind::kForeignPacked:
      return named_so && !extension.empty() ? "" : "is packed in a way that is not read";
    case ContentKind::kEmpty:
      return named_so ? "" : "is empty";
    case ContentKind::kHtml:
      return contains(kProse, extension) ? "is no page by its name" : "";
    case ContentKind::kJsonLines:
    case ContentKind::kJsonObjects:
      return named_so ? "" : "is JSON, but not named as articles are";
    case ContentKind::kText:
      return named_so ? "" : "is text, but not named as articles are";
  }
  return "";
}

}  // namespace fihris::indexer::read

namespace fihris {

std::vector<FormatInfo> known_formats() {
  std::vector<FormatInfo> known;
  for (const indexer::read::Format& format : indexer::read::kFormats) {
    if (format.open != nullptr)
      known.push_back({std::string(format.name), std::string(format.found_by)});
  }
  return known;
}

}  // namespace fihris
