#include "read/file_records.h"

#include <utility>

#include "encodings/decode.h"
#include "encodings/wide.h"
#include "read/feed_records.h"
#include "read/formats.h"

namespace fihris::indexer::read {
namespace {

// Whether records are made of parts of the file: it must be UTF-8 before.
bool is_taken_apart(ContentKind kind) {
  return kind == ContentKind::kJsonLines || kind == ContentKind::kJsonObjects ||
         kind == ContentKind::kTable || kind == ContentKind::kFeed;
}

}  // namespace

FileRecords::FileRecords(std::unique_ptr<ByteSource> source, Place place, Arrival arrival)
    : input_(std::move(source)), place_(std::move(place)), arrival_(arrival) {}

std::optional<Item> FileRecords::next() {
  if (!std::exchange(opened_, true)) {
    if (auto refused = open()) return refused;
  }
  if (!reader_) return std::nullopt;
  std::optional<Item> item = reader_->next();
  if (item) return item;
  reader_.reset();
  return broken_off();
}

// Finds the format. What is wrong with the file as a whole, if anything is.
std::optional<Item> FileRecords::open() {
  const std::string_view head = decoded_head();
  ContentKind kind = content_kind(
      head, arrival_ == Arrival::kSlowly ? std::string_view("stdin.jsonl") : place_.relative);
  // Columns of any names, which the user says what they are.
  const bool mapped = !place_.options->map.empty() && is_named_table(place_.relative);
  if (kind == ContentKind::kText && mapped) kind = ContentKind::kTable;
  if (!input_.error().empty())
    return place_.trouble(0, "cannot be read: " + input_.error() + "; check its permissions");
  const std::string_view reason =
      place_.named ? std::string_view() : reason_to_pass_over(kind, place_.relative);
  if (!reason.empty()) return PassedOver{place_.file, std::string(reason)};
  const Format& format = format_of(kind);
  if (format.open == nullptr) return place_.trouble(0, std::string(format.refusal));
  input_.skip(bom_size(head));
  if (is_taken_apart(kind) && place_.encoding.empty())
    decode_from(encodings::judge_encoding(head, declared_in_xml(head)));
  reader_ = format.open(input_, place_);
  return std::nullopt;
}

// The beginning of the file in UTF-8. Text of one byte a character keeps its bytes, which are
// judged when all of them are there; JSON cannot wait for that, nor can lines in wide units.
std::string_view FileRecords::decoded_head() {
  const std::size_t size = arrival_ == Arrival::kSlowly ? 1 : kSniffedBytes;
  const std::string_view head = input_.peek(size);
  if (is_packed(head)) return head;
  decode_from(place_.options->encoding.empty() ? encodings::wide_encoding(head)
                                               : place_.options->encoding);
  return input_.peek(size);
}

void FileRecords::decode_from(std::string encoding) {
  if (encoding.empty()) return;
  place_.encoding = std::move(encoding);
  input_.decode_from(place_.encoding);
}

// The end of the input, or a disk that failed in its middle.
std::optional<Item> FileRecords::broken_off() {
  if (input_.error().empty()) return std::nullopt;
  return place_.trouble(
      0, "cannot be read to its end: " + input_.error() + "; what came before is kept");
}

}  // namespace fihris::indexer::read
