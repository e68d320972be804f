#include "process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace fihris::testing {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
      throw std::system_error(errno, std::generic_category(), "pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_read();
    close_write();
  }
  void close_read() { close_end(read_end); }
  void close_write() { close_end(write_end); }

 private:
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
};

[[noreturn]] void become(const std::vector<std::string>& argv, const ProcessOptions& options,
                         const Pipe& in, const Pipe& out, const Pipe& err) {
  ::dup2(in.read_end, STDIN_FILENO);
  ::dup2(err.write_end, STDERR_FILENO);
  int target = out.write_end;
  if (!options.out_file.empty())
    target = ::open(options.out_file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0644);
  ::dup2(target, STDOUT_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
  for (const auto& [name, value] : options.environment) {
    if (value.empty()) {
      ::unsetenv(name.c_str());
    } else {
      ::setenv(name.c_str(), value.c_str(), 1);
    }
  }
  if (!options.working_directory.empty() && ::chdir(options.working_directory.c_str()) != 0)
    ::_exit(126);
  std::vector<char*> pointers;
  pointers.reserve(argv.size() + 1);
  for (const std::string& argument : argv) pointers.push_back(const_cast<char*>(argument.c_str()));
  pointers.push_back(nullptr);
  ::execv(pointers[0], pointers.data());
  ::_exit(127);
}

// False at the end of the stream.
bool read_some(int descriptor, std::string& into) {
  std::array<char, 65536> buffer{};
  const ssize_t size = ::read(descriptor, buffer.data(), buffer.size());
  if (size > 0) into.append(buffer.data(), static_cast<std::size_t>(size));
  return size > 0 || (size < 0 && (errno == EINTR || errno == EAGAIN));
}

// Feeds and drains all pipes at once: done one after the other, both sides could wait for ever.
void exchange(std::string_view input, Pipe& in, Pipe& out, Pipe& err, ProcessResult& result) {
  ::fcntl(in.write_end, F_SETFL, O_NONBLOCK);
  if (input.empty()) in.close_write();
  while (out.read_end >= 0 || err.read_end >= 0) {
    std::array<pollfd, 3> watched{pollfd{in.write_end, POLLOUT, 0}, pollfd{out.read_end, POLLIN, 0},
                                  pollfd{err.read_end, POLLIN, 0}};
    if (::poll(watched.data(), watched.size(), -1) < 0) continue;
    if (in.write_end >= 0 && watched[0].revents != 0) {
      const ssize_t size = ::write(in.write_end, input.data(), input.size());
      if (size > 0) input.remove_prefix(static_cast<std::size_t>(size));
      if (input.empty() || (size < 0 && errno != EAGAIN && errno != EINTR)) in.close_write();
    }
    if (out.read_end >= 0 && watched[1].revents != 0 && !read_some(out.read_end, result.out))
      out.close_read();
    if (err.read_end >= 0 && watched[2].revents != 0 && !read_some(err.read_end, result.err))
      err.close_read();
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "waitpid");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

}  // namespace

ProcessResult run_process(const std::vector<std::string>& argv, const ProcessOptions& options) {
  std::signal(SIGPIPE, SIG_IGN);  // the program may end without reading its input
  Pipe in;
  Pipe out;
  Pipe err;
  if (options.close_out) out.close_read();
  const pid_t child = ::fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become(argv, options, in, out, err);
  in.close_read();
  out.close_write();
  err.close_write();
  ProcessResult result;
  exchange(options.input, in, out, err, result);
  result.exit_code = wait_for(child);
  return result;
}

BackgroundProcess::BackgroundProcess(const std::vector<std::string>& argv,
                                     const ProcessOptions& options) {
  Pipe in;
  Pipe out;
  Pipe err;
  child_ = ::fork();
  if (child_ < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child_ == 0) become(argv, options, in, out, err);
  err_ = std::exchange(err.read_end, -1);
}

BackgroundProcess::~BackgroundProcess() {
  if (child_ > 0) {
    send_signal(SIGKILL);
    wait();
  }
  ::close(err_);
}

std::string BackgroundProcess::next_complaint() {
  std::size_t end = 0;
  while ((end = unread_.find('\n')) == std::string::npos) {
    if (!read_some(err_, unread_)) return std::exchange(unread_, {});
  }
  const std::string line = unread_.substr(0, end);
  unread_.erase(0, end + 1);
  return line;
}

void BackgroundProcess::send_signal(int signal) const { ::kill(child_, signal); }

int BackgroundProcess::wait() { return wait_for(std::exchange(child_, -1)); }

}  // namespace fihris::testing
