#include "read/json_records.h"

#include <algorithm>
#include <deque>
#include <utility>

#include "read/json_splitter.h"
#include "read/json_wrapping.h"

namespace fihris::indexer::read {
namespace {

constexpr std::string_view kLineTooLong =
    "line is longer than 256 MB and was passed over; split it into articles";

// Gives the first object of a file, or what it wraps. A file that wraps its articles has one object
// as a rule, so others are not looked into. Where several of these stand in a line, their numbers
// are told instead of lines.
class FirstObject {
 public:
  // True when the object was a wrapping, whose articles next() gives.
  bool unwrap(const std::string& json, std::uint64_t line) {
    if (std::exchange(seen_, true)) return false;
    for (WrappedObject& each : wrapped_objects(json)) objects_.push_back(std::move(each));
    const auto same_line = [](const WrappedObject& a, const WrappedObject& b) {
      return a.line == b.line;
    };
    const bool in_lines =
        std::adjacent_find(objects_.begin(), objects_.end(), same_line) == objects_.end();
    std::uint64_t number = 0;
    for (WrappedObject& each : objects_) each.line = in_lines ? each.line + line : ++number;
    return !objects_.empty();
  }
  std::optional<Item> next(const Place& place) {
    if (objects_.empty()) return std::nullopt;
    WrappedObject object = std::move(objects_.front());
    objects_.pop_front();
    return place.record(RawRecord::Format::kJson, std::move(object.json), object.line);
  }

 private:
  std::deque<WrappedObject> objects_;
  bool seen_ = false;
};

class LineReader : public RecordReader {
 public:
  LineReader(ByteInput& input, const Place& place) : input_(input), place_(place) {}

  std::optional<Item> next() override {
    if (auto wrapped = first_.next(place_)) return wrapped;
    std::string text;
    while (true) {
      const ByteInput::Taken taken = input_.read_line(text);
      if (taken == ByteInput::Taken::kNothing) return std::nullopt;
      ++line_;
      if (taken == ByteInput::Taken::kTooLong)
        return place_.trouble(line_, std::string(kLineTooLong));
      while (!text.empty() && (text.back() == '\r' || text.back() == ' ')) text.pop_back();
      if (text.find_first_not_of(" \t") != std::string::npos) break;
    }
    if (first_.unwrap(text, line_)) return first_.next(place_);
    return place_.record(RawRecord::Format::kJson, std::move(text), line_);
  }

 private:
  ByteInput& input_;
  const Place& place_;
  FirstObject first_;
  std::uint64_t line_ = 0;
};

class ObjectReader : public RecordReader {
 public:
  ObjectReader(ByteInput& input, const Place& place)
      : input_(input), splitter_(input), place_(place) {}

  std::optional<Item> next() override {
    if (auto wrapped = first_.next(place_)) return wrapped;
    auto piece = splitter_.next();
    if (!piece) {
      const bool empty = !std::exchange(any_, true) && input_.error().empty();
      return empty ? std::optional<Item>(place_.trouble(1, "holds no article: the list is empty"))
                   : std::nullopt;
    }
    any_ = true;
    if (!piece->trouble.empty()) return place_.trouble(piece->line, std::move(piece->trouble));
    if (first_.unwrap(piece->json, piece->line)) return first_.next(place_);
    return place_.record(RawRecord::Format::kJson, std::move(piece->json), piece->line);
  }

 private:
  ByteInput& input_;
  JsonSplitter splitter_;
  const Place& place_;
  FirstObject first_;
  bool any_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_json_lines(ByteInput& input, const Place& place) {
  return std::make_unique<LineReader>(input, place);
}

std::unique_ptr<RecordReader> read_json_objects(ByteInput& input, const Place& place) {
  return std::make_unique<ObjectReader>(input, place);
}

}  // namespace fihris::indexer::read
