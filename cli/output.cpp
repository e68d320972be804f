#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "terminal.h"

namespace fihris::cli {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{1} << 18;

// Writes all of `bytes`; errno of the failure, or 0.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

// The text on one line without control characters, which would let a file name start a second line
// or colour the terminal.
std::string printable(std::string_view text) {
  std::string result = repair_utf8(text);
  for (char& c : result) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = ' ';
  }
  return result;
}

}  // namespace

Output::Output() : descriptor_(STDOUT_FILENO), name_("standard output") {}

Output::Output(const std::filesystem::path& file) : Output() {
  if (file == "-") return;
  name_ = file.string();
  descriptor_ = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor_ < 0) {
    throw Error(ErrorCode::kInputOutput,
                "cannot write " + name_ + ": " + std::strerror(errno) + ".",
                "Name a file in a folder you may write to.");
  }
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

void Output::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::line(std::string_view bytes) {
  buffer_.append(bytes).push_back('\n');
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::close() { flush(); }

void Output::flush() {
  const int failure = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (failure == 0) return;
  if (failure == EPIPE || failure == EBADF) throw OutputClosed{};
  throw Error(ErrorCode::kInputOutput,
              "cannot write " + name_ + ": " + std::strerror(failure) + ".",
              "Free some space or choose another place.");
}

void complain(std::string_view what, std::string_view hint) {
  std::string line = "fihris: " + printable(what);
  if (!hint.empty()) {
    // The libraries' messages are no whole sentences, ours are.
    if (line.back() != '.' && line.back() != '?') line.push_back('.');
    line.append(" ").append(printable(hint));
  }
  line.push_back('\n');
  // Nobody is left to tell when standard error fails.
  static_cast<void>(write_all(STDERR_FILENO, line));
}

void complain_in_json(const std::string& json) {
  static_cast<void>(write_all(STDERR_FILENO, json + "\n"));
}

bool use_colour(Colour colour) {
  if (colour != Colour::kAuto) return colour == Colour::kAlways;
  const char* no_colour = std::getenv("NO_COLOR");
  return (no_colour == nullptr || *no_colour == '\0') && output_terminal().has_value() &&
         !output_terminal()->dumb;
}

std::string fixed(double value, int digits) {
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.*f", digits, value);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) text.append(separator);
    text.append(part);
  }
  return text;
}

std::string human_bytes(std::uintmax_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " B";
  constexpr std::array<const char*, 4> kUnits{" KB", " MB", " GB", " TB"};
  double value = static_cast<double>(bytes) / 1000;
  std::size_t unit = 0;
  while (value >= 1000 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  return fixed(value, 1) + kUnits[unit];
}

}  // namespace fihris::cli
