// Where results and complaints go.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::cli {

// The reader of our standard output has gone away (as `head` does). Not worth a message.
struct OutputClosed {};

// A buffered file descriptor for results. Throws OutputClosed when nobody reads any more, and
// Error{kInputOutput} when the disk refuses. Not thread-safe.
class Output {
 public:
  // Standard output.
  Output();
  // A file, created or emptied; "-" is standard output. Throws Error{kInputOutput}.
  explicit Output(const std::filesystem::path& file);
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  // Drops what was not flushed: a destructor cannot report that writing failed, so commands call
  // close().
  ~Output();

  void write(std::string_view bytes);
  // Writes `bytes` and a line feed.
  void line(std::string_view bytes);
  // What was written so far reaches the system.
  void flush();
  // Everything written must have reached the system when this returns.
  void close();

 private:
  int descriptor_;
  std::string name_;
  std::string buffer_;
};

// One line on standard error: "fihris: " + what + " " + hint, made printable (valid UTF-8, no
// control characters), so that a file name cannot break or disguise the line.
void complain(std::string_view what, std::string_view hint = {});

// The same for a program: one line of JSON on standard error.
void complain_in_json(const std::string& json);

enum class Colour { kAuto, kAlways, kNever };
// For kAuto: standard output is a terminal that knows colours (TERM is not "dumb"), and NO_COLOR is
// unset or empty.
bool use_colour(Colour colour);

// The parts with `separator` between.
std::string joined(const std::vector<std::string>& parts, std::string_view separator);
// "812 B", "14.2 KB", "3.0 MB", "1.4 GB": powers of 1,000.
std::string human_bytes(std::uintmax_t bytes);
// A number with `digits` decimals and a point, whatever the locale.
std::string fixed(double value, int digits);

}  // namespace fihris::cli
