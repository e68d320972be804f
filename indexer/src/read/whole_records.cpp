#include "read/whole_records.h"

#include <utility>

#include "read/content_kind.h"

namespace fihris::indexer::read {
namespace {

constexpr std::string_view kFileTooLong =
    "file is larger than 256 MB and cannot be one article; split it";

class WholeReader : public RecordReader {
 public:
  WholeReader(ByteInput& input, const Place& place, RawRecord::Format format)
      : input_(input), place_(place), format_(format) {}

  std::optional<Item> next() override {
    std::string text;
    switch (input_.read_rest(text)) {
      case ByteInput::Taken::kNothing:
        return std::nullopt;
      case ByteInput::Taken::kTooLong:
        return place_.trouble(0, std::string(kFileTooLong));
      case ByteInput::Taken::kAll:
        break;
    }
    // Half an article is none.
    if (!input_.error().empty()) return std::nullopt;
    const std::string_view table =
        format_ == RawRecord::Format::kText ? evaluation_table(text) : std::string_view();
    if (!table.empty())
      return place_.no_article("looks like " + std::string(table) + ", not an article");
    return place_.record(format_, std::move(text), 0);
  }

 private:
  ByteInput& input_;
  const Place& place_;
  RawRecord::Format format_;
};

}  // namespace

std::unique_ptr<RecordReader> read_page(ByteInput& input, const Place& place) {
  return std::make_unique<WholeReader>(input, place, RawRecord::Format::kHtml);
}

std::unique_ptr<RecordReader> read_text(ByteInput& input, const Place& place) {
  return std::make_unique<WholeReader>(input, place, RawRecord::Format::kText);
}

}  // namespace fihris::indexer::read
