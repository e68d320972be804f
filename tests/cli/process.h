// Runs a program and keeps what it said.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace fihris::testing {

struct ProcessResult {
  std::string out{};
  std::string err{};
  int exit_code = -1;  // minus the signal's number when one ended it
};

// All members have initializers so that a caller may name the ones it means.
struct ProcessOptions {
  std::string input{};                                             // standard input
  std::vector<std::pair<std::string, std::string>> environment{};  // added to ours; "" unsets
  std::string working_directory{};                                 // ours when empty
  std::string out_file{};  // standard output goes there instead of `out`
  bool close_out = false;  // the pipe of standard output has no reader from the start
};

// argv[0] is the program's path. Throws std::system_error when the process cannot be made; a
// program that cannot be executed has exit code 127.
ProcessResult run_process(const std::vector<std::string>& argv, const ProcessOptions& options = {});

// A program that runs beside the test; killed in the end if it is still there.
class BackgroundProcess {
 public:
  BackgroundProcess(const std::vector<std::string>& argv, const ProcessOptions& options = {});
  ~BackgroundProcess();
  BackgroundProcess(const BackgroundProcess&) = delete;
  BackgroundProcess& operator=(const BackgroundProcess&) = delete;

  // The next line of its standard error, without the line feed; empty when there is none any more.
  std::string next_complaint();
  void send_signal(int signal) const;
  // Its exit code, as in ProcessResult, when it has ended.
  int wait();

 private:
  int child_;
  int err_;  // the reading end
  std::string unread_;
};

}  // namespace fihris::testing
