#include "read/byte_input.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace fihris::indexer::read {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

std::string system_message(int code) { return std::generic_category().message(code); }

}  // namespace

ByteInput ByteInput::standard_input() { return ByteInput(STDIN_FILENO, false); }

ByteInput ByteInput::open(const std::filesystem::path& file) {
  ByteInput input(::open(file.c_str(), O_RDONLY | O_CLOEXEC), true);
  if (input.descriptor_ < 0) {
    input.error_ = system_message(errno);
    input.at_end_ = true;
  }
  return input;
}

ByteInput ByteInput::of(std::string bytes) {
  ByteInput input(-1, false);
  input.buffer_ = std::move(bytes);
  input.at_end_ = true;
  return input;
}

ByteInput::ByteInput(ByteInput&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      owned_(other.owned_),
      at_end_(other.at_end_),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      position_(other.position_),
      error_(std::move(other.error_)),
      converter_(std::move(other.converter_)) {}

ByteInput& ByteInput::operator=(ByteInput&& other) noexcept {
  if (this == &other) return *this;
  std::swap(descriptor_, other.descriptor_);
  std::swap(owned_, other.owned_);
  at_end_ = other.at_end_;
  buffer_ = std::move(other.buffer_);
  begin_ = other.begin_;
  position_ = other.position_;
  error_ = std::move(other.error_);
  converter_ = std::move(other.converter_);
  return *this;
}

ByteInput::~ByteInput() {
  if (owned_ && descriptor_ >= 0) ::close(descriptor_);
}

// Adds a piece behind what is buffered; false at the end.
bool ByteInput::fill() {
  if (at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  const std::size_t used = buffer_.size();
  buffer_.resize(used + kPieceBytes);
  ssize_t got = 0;
  do {
    got = ::read(descriptor_, buffer_.data() + used, kPieceBytes);
  } while (got < 0 && errno == EINTR);
  if (got < 0) error_ = system_message(errno);
  at_end_ = got <= 0;
  buffer_.resize(used + (got > 0 ? static_cast<std::size_t>(got) : 0));
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
