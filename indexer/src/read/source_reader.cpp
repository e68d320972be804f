#include <deque>
#include <utility>

#include "encodings/converter.h"
#include "encodings/decode.h"
#include "encodings/wide.h"
#include "fihris/indexer/article_reader.h"
#include "read/byte_input.h"
#include "read/content_kind.h"
#include "read/file_walk.h"
#include "read/json_splitter.h"

namespace fihris {
namespace {

using Item = std::variant<RawRecord, SourceError>;

// What the user named: a file, a folder or standard input.
struct Root {
  std::string name;
  indexer::read::FoundFiles found;
};

std::string trouble_of(indexer::read::ContentKind kind) {
  switch (kind) {
    case indexer::read::ContentKind::kEmpty:
      return "is empty; there is nothing to index";
    case indexer::read::ContentKind::kBinary:
      return "is not text; give JSON Lines, plain text or HTML";
    case indexer::read::ContentKind::kCompressed:
      return "is compressed; unpack it first";
    case indexer::read::ContentKind::kFeed:
      return "is an XML document, not an article; give JSON Lines, plain text or HTML";
    default:
      return {};
  }
}

constexpr std::string_view kLineTooLong =
    "line is longer than 256 MB and was passed over; split it into articles";
constexpr std::string_view kFileTooLong =
    "file is larger than 256 MB and cannot be one article; split it";

}  // namespace

struct SourceReader::Impl {
  Impl(std::vector<std::string> paths, ReadOptions given) : options(std::move(given)) {
    for (std::string& path : paths) {
      indexer::read::FoundFiles found = find(path);
      roots.push_back({std::move(path), std::move(found)});
    }
  }

  indexer::read::FoundFiles find(const std::string& path) {
    indexer::read::FoundFiles found;
    if (path == "-") {
      found.files.push_back({"-", "stdin", 0, false, true});
    } else {
      found = indexer::read::find_articles(path);
    }
    for (const indexer::read::FoundFile& each : found.files) {
      total += each.bytes;
      total_known = total_known && each.has_size;
    }
    return found;
  }

  std::optional<Item> next() {
    while (true) {
      if (input) {
        if (auto item = read_on()) return count(std::move(*item));
        if (input) close();
      } else if (!roots.empty()) {
        if (auto item = advance()) return item;
      } else {
        return std::nullopt;
      }
    }
  }

  // Opens the next file of the first root, or ends the root.
  std::optional<Item> advance() {
    indexer::read::FoundFiles& found = roots.front().found;
    if (next_error < found.errors.size()) return count(std::move(found.errors[next_error++]));
    if (next_file < found.files.size()) {
      file = std::move(found.files[next_file++]);
      return open();
    }
    const bool nothing = found.is_folder && items == 0;
    SourceError error{
        roots.front().name, 0,
        "no articles in this folder; it is searched for *.jsonl, *.ndjson, *.json, *.txt, *.html"};
    roots.pop_front();
    next_file = next_error = 0;
    items = 0;
    return nothing ? std::optional<Item>(std::move(error)) : std::nullopt;
  }

  Item count(Item item) {
    ++items;
    return item;
  }

  std::optional<Item> open() {
    const bool standard = file.path == "-";
    open_input(standard);
    line = 0;
    splitter.reset();
    const std::string_view head = open_decoded();
    kind = indexer::read::content_kind(head, standard ? "stdin.jsonl" : file.relative);
    if (!input->error().empty())
      return refuse("cannot be read: " + input->error() + "; check its permissions");
    if (!file.named && is_other_file()) {
      pass_over();
      return std::nullopt;
    }
    std::string trouble = trouble_of(kind);
    if (!trouble.empty()) return refuse(std::move(trouble));
    input->skip(indexer::read::bom_size(head));
    if (is_json() && encoding.empty()) decode_from(indexer::encodings::judge_encoding(head));
    if (kind == indexer::read::ContentKind::kJsonObjects) splitter.emplace(*input);
    return std::nullopt;
  }

  void open_input(bool standard) {
    if (!standard) {
      input.emplace(indexer::read::ByteInput::open(file.path));
    } else if (in_memory) {
      input.emplace(indexer::read::ByteInput::of(std::exchange(*in_memory, {})));
    } else {
      input.emplace(indexer::read::ByteInput::standard_input());
    }
  }

  // The beginning of the file in UTF-8. Text of one byte a character keeps its bytes, which are
  // judged when all of them are there; JSON cannot wait for that, nor can lines in wide units.
  std::string_view open_decoded() {
    const std::string_view head = input->peek(indexer::read::kSniffedBytes);
    encoding.clear();
    decode_from(options.encoding.empty() ? indexer::encodings::wide_encoding(head)
                                         : options.encoding);
    return input->peek(indexer::read::kSniffedBytes);
  }

  void decode_from(std::string found) {
    if (found.empty()) return;
    encoding = std::move(found);
    input->decode_from(encoding);
  }

  bool is_json() const {
    return kind == indexer::read::ContentKind::kJsonLines ||
           kind == indexer::read::ContentKind::kJsonObjects;
  }

  // A file of a folder that nobody would take for an article. One that is named like an article is
  // not passed over because it is spoilt.
  bool is_other_file() const {
    const bool packed = kind == indexer::read::ContentKind::kBinary ||
                        kind == indexer::read::ContentKind::kCompressed;
    return kind == indexer::read::ContentKind::kFeed || (packed && file.path.extension().empty());
  }

  void pass_over() {
    ++passed_over;
    close();
  }

  Item refuse(std::string what) {
    close();
    return count(SourceError{file.path.string(), 0, std::move(what)});
  }

  void close() {
    // A file may be shorter or longer by now than when it was found, or have been refused at its
    // first bytes.
    if (file.has_size) total = total - file.bytes + input->position();
    done += input->position();
    splitter.reset();
    input.reset();
  }

  std::optional<Item> read_on() {
    switch (kind) {
      case indexer::read::ContentKind::kJsonLines:
        return read_line();
      case indexer::read::ContentKind::kJsonObjects:
        return read_object();
      default:
        return read_whole();
    }
  }

  Item error_here(std::string what) const {
    return SourceError{file.path.string(), line, std::move(what)};
  }

  Item record(RawRecord::Format format, std::string bytes) const {
    return RawRecord{format, std::move(bytes), file.path.string(), file.relative, line, encoding};
  }

  std::optional<Item> read_line() {
    std::string text;
    while (true) {
      const indexer::read::ByteInput::Taken taken = input->read_line(text);
      if (taken == indexer::read::ByteInput::Taken::kNothing) return broken_off();
      ++line;
      if (taken == indexer::read::ByteInput::Taken::kTooLong)
        return error_here(std::string(kLineTooLong));
      while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.pop_back();
      if (text.find_first_not_of(" \t") != std::string::npos) break;
    }
    return record(RawRecord::Format::kJson, std::move(text));
  }

  std::optional<Item> read_object() {
    auto piece = splitter->next();
    if (!piece) {
      if (line == 0 && input->error().empty()) {
        line = 1;
        return error_here("holds no article: the list is empty");
      }
      return broken_off();
    }
    line = piece->line;
    if (!piece->trouble.empty()) return error_here(std::move(piece->trouble));
    return record(RawRecord::Format::kJson, std::move(piece->json));
  }

  std::optional<Item> read_whole() {
    std::string text;
    const indexer::read::ByteInput::Taken taken = input->read_rest(text);
    if (taken == indexer::read::ByteInput::Taken::kTooLong)
      return refuse(std::string(kFileTooLong));
    if (taken == indexer::read::ByteInput::Taken::kNothing) return broken_off();
    const std::string_view table = kind == indexer::read::ContentKind::kText
                                       ? indexer::read::evaluation_table(text)
                                       : std::string_view();
    if (!table.empty() && !file.named) {
      pass_over();
      return std::nullopt;
    }
    if (!table.empty()) return error_here("looks like " + std::string(table) + ", not an article");
    return record(kind == indexer::read::ContentKind::kHtml ? RawRecord::Format::kHtml
                                                            : RawRecord::Format::kText,
                  std::move(text));
  }

  // The end of the input, or a disk that failed in its middle.
  std::optional<Item> broken_off() {
    if (input->error().empty()) return std::nullopt;
    return refuse("cannot be read to its end: " + input->error() + "; what came before is kept");
  }

  ReadOptions options;
  std::optional<std::string> in_memory;  // instead of standard input
  std::deque<Root> roots;
  std::size_t next_error = 0;  // of the first root
  std::size_t next_file = 0;   // of the first root
  std::uint64_t passed_over = 0;
  std::uint64_t items = 0;  // records and errors the first root has given
  indexer::read::FoundFile file;
  std::string encoding;  // that the input is decoded from
  std::optional<indexer::read::ByteInput> input;
  std::optional<indexer::read::JsonSplitter> splitter;
  indexer::read::ContentKind kind = indexer::read::ContentKind::kText;
  std::uint64_t line = 0;
  std::uint64_t done = 0;  // bytes of the files behind us
  std::uint64_t total = 0;
  bool total_known = true;
};

SourceReader::SourceReader(std::vector<std::string> paths, ReadOptions options)
    : impl_(std::make_unique<Impl>(std::move(paths), std::move(options))) {}
SourceReader SourceReader::of_text(std::string text) {
  SourceReader reader({"-"});
  reader.impl_->in_memory = std::move(text);
  return reader;
}
SourceReader::~SourceReader() = default;
SourceReader::SourceReader(SourceReader&&) noexcept = default;
SourceReader& SourceReader::operator=(SourceReader&&) noexcept = default;

std::optional<std::variant<RawRecord, SourceError>> SourceReader::next() { return impl_->next(); }

std::uint64_t SourceReader::passed_over() const { return impl_->passed_over; }

std::uint64_t SourceReader::bytes_read() const {
  return impl_->done + (impl_->input ? impl_->input->position() : 0);
}

std::optional<std::uint64_t> SourceReader::bytes_total() const {
  return impl_->total_known ? std::optional(impl_->total) : std::nullopt;
}

}  // namespace fihris
