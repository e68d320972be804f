// The one exception type of the libraries.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace fihris {

// What went wrong, for programs. The command line maps it to an exit code, the server to an HTTP
// status.
enum class ErrorCode {
  kUsage,              // the caller asked for something that makes no sense
  kIndexMissing,       // no index at that path
  kIndexLocked,        // another writer is at work
  kIndexDamaged,       // files are missing, altered or unreadable as an index
  kIndexIncompatible,  // made by another version or another analyser
  kInputOutput,        // a file or the disk failed
};
// Stable names for JSON: "index_missing", …
std::string_view to_string(ErrorCode code);

// A broken environment. `what()` says what is wrong and where; `hint()` what to do, in one
// sentence, or is empty.
class Error : public std::runtime_error {
 public:
  Error(ErrorCode code, const std::string& message, std::string hint = {})
      : std::runtime_error(message), code_(code), hint_(std::move(hint)) {}
  ErrorCode code() const noexcept { return code_; }
  const std::string& hint() const noexcept { return hint_; }

 private:
  ErrorCode code_;
  std::string hint_;
};

}  // namespace fihris
