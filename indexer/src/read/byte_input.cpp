#include "read/byte_input.h"

namespace fihris::indexer::read {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

}  // namespace

// Adds a piece behind what is buffered; false at the end.
bool ByteInput::fill() {
  if (at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t used = buffer_.size();
  buffer_.resize(used + kPieceBytes);
  const std::size_t got = source_->read(buffer_.data() + used, kPieceBytes);
  at_end_ = got == 0;
  buffer_.resize(used + got);
  if (converter_) decode_behind(used);
  return !at_end_ || buffer_.size() > used;
}

// A character cut at the end of a piece may come with the end of the input only.
void ByteInput::decode_behind(std::size_t begin) {
  const std::string bytes = buffer_.substr(begin);
  buffer_.resize(begin);
  converter_->append(bytes, at_end_, buffer_);
}

void ByteInput::decode_from(const std::string& encoding) {
  buffer_.erase(0, begin_);
  begin_ = 0;
  converter_.emplace(encoding);
  decode_behind(0);
}

std::string_view ByteInput::peek(std::size_t size) {
  while (buffer_.size() - begin_ < size && fill()) {
  }
  return std::string_view(buffer_).substr(begin_);
}

void ByteInput::skip(std::size_t size) {
  begin_ += size;
  position_ += size;
}

ByteInput::Taken ByteInput::read_line(std::string& line) {
  line.clear();
  bool too_long = false;
  bool any = false;
  for (std::string_view piece = peek(1); !piece.empty(); piece = peek(1)) {
    any = true;
    const std::size_t newline = piece.find('\n');
    const std::string_view part = piece.substr(0, newline);
    too_long = too_long || line.size() + part.size() > kMaxRecordBytes;
    if (too_long) {
      line = std::string();
    } else {
      line.append(part);
    }
    skip(part.size() + (newline == std::string_view::npos ? 0 : 1));
    if (newline != std::string_view::npos) break;
  }
  if (!any) return Taken::kNothing;
  return too_long ? Taken::kTooLong : Taken::kAll;
}

bool ByteInput::wait_for_line(int milliseconds) {
  std::size_t searched = begin_;
  while (!at_end_ && buffer_.find('\n', searched) == std::string::npos) {
    searched = buffer_.size() - begin_;  // fill() moves the rest to the front
    if (!source_->wait(milliseconds)) return false;
    fill();
  }
  return true;
}

std::optional<std::uint64_t> ByteInput::hash() const {
  return at_end_ && error().empty() ? source_->hash() : std::nullopt;
}

ByteInput::Taken ByteInput::read_rest(std::string& text) {
  text.clear();
  for (std::string_view piece = peek(1); !piece.empty(); piece = peek(1)) {
    if (text.size() + piece.size() > kMaxRecordBytes) {
      text = std::string();
      return Taken::kTooLong;
    }
    text.append(piece);
    skip(piece.size());
  }
  return text.empty() ? Taken::kNothing : Taken::kAll;
}

}  // namespace fihris::indexer::read
