// fihris serve: from its start to its end.
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <filesystem>
#include <thread>

#include "command_line.h"
#include "server/raw_client.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

constexpr const char* kKey = "0123456789abcdef0123456789abcdef";

// A service at a free port, once it has said that it is ready.
class Service {
 public:
  explicit Service(std::vector<std::string> arguments, const ProcessOptions& options = {})
      : process_(command(std::move(arguments)), options), said_(process_.next_complaint()) {
    const std::size_t at = said_.find("http://127.0.0.1:");
    if (at != std::string::npos)
      port_ = static_cast<std::uint16_t>(std::stoul(said_.substr(at + 17)));
  }

  const std::string& said() const { return said_; }
  std::uint16_t port() const { return port_; }
  Answer ask(const std::string& request) const { return RawClient(port_).ask(request); }
  BackgroundProcess& process() { return process_; }
  int stop(int signal = SIGTERM) {
    process_.send_signal(signal);
    return process_.wait();
  }

 private:
  static std::vector<std::string> command(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {FIHRIS_BINARY, "serve", "--listen", "127.0.0.1:0"});
    return arguments;
  }

  BackgroundProcess process_;
  std::string said_;
  std::uint16_t port_ = 0;
};

class ServeTest : public CommandLine {
 protected:
  std::string data() const {
    std::filesystem::create_directories(path("data"));
    return path("data");
  }
  // A file with the key, of this mode.
  std::string key_file(std::filesystem::perms mode) const {
    const std::string file = write("key", std::string(kKey) + "\n");
    std::filesystem::permissions(file, mode);
    return file;
  }
};

constexpr auto kOwnOnly = std::filesystem::perms::owner_read | std::filesystem::perms::owner_write;

TEST_F(ServeTest, AnswersUntilItIsToldToStop) {
  for (const int signal : {SIGTERM, SIGINT}) {
    Service service({"--data", data()});
    EXPECT_THAT(service.said(), StartsWith("Serving " + data() + " at http://127.0.0.1:"));
    EXPECT_THAT(service.said(), HasSubstr("curl"));
    EXPECT_EQ(service.ask(get("/health")).body, R"({"status":"available"})");
    EXPECT_EQ(service.stop(signal), 0);
    EXPECT_EQ(service.process().next_complaint(), "");
  }
}

TEST_F(ServeTest, TheDemoServesTheSampleArticles) {
  Service service({"--demo"}, {.working_directory = FIHRIS_SOURCE_DIR});
  const std::string folder = service.said().substr(8, service.said().find(" at ") - 8);
  EXPECT_EQ(service.ask(get("/health")).status, 200);
  EXPECT_TRUE(std::filesystem::is_directory(folder)) << service.said();
  EXPECT_EQ(service.stop(), 0);
  EXPECT_FALSE(std::filesystem::exists(folder));
}

TEST_F(ServeTest, APortThatIsTakenIsSaid) {
  Service service({"--data", data()});
  const ProcessResult result = fihris({"serve", "--data", path("other"), "--listen",
                                       "127.0.0.1:" + std::to_string(service.port())});
  EXPECT_COMPLAINT(result, 4);
  EXPECT_THAT(result.err, HasSubstr("--listen"));
}

TEST_F(ServeTest, AFolderHasOneService) {
  Service service({"--data", data()});
  const ProcessResult result = fihris({"serve", "--data", data(), "--listen", "127.0.0.1:0"});
  EXPECT_COMPLAINT(result, 3);
  EXPECT_THAT(result.err, HasSubstr("another service"));
}

TEST_F(ServeTest, OthersMayAskOnlyWithAKey) {
  const ProcessResult result = fihris({"serve", "--data", data(), "--listen", "0.0.0.0:0"},
                                      {.environment = {{"FIHRIS_MASTER_KEY", ""}}});
  EXPECT_COMPLAINT(result, 2);
  EXPECT_THAT(result.err, HasSubstr("--master-key-file"));
}

TEST_F(ServeTest, AKeyThatOthersMayReadIsRefused) {
  const std::string file = key_file(kOwnOnly | std::filesystem::perms::group_read);
  const ProcessResult result = fihris({"serve", "--data", data(), "--master-key-file", file});
  EXPECT_COMPLAINT(result, 2);
  EXPECT_THAT(result.err, HasSubstr("chmod 600"));
}

TEST_F(ServeTest, AKeyFileThatIsMissingOrEmptyIsSaid) {
  EXPECT_COMPLAINT(fihris({"serve", "--data", data(), "--master-key-file", path("none")}), 4);
  const std::string file = write("empty", "\n");
  std::filesystem::permissions(file, kOwnOnly);
  EXPECT_COMPLAINT(fihris({"serve", "--data", data(), "--master-key-file", file}), 2);
}

TEST_F(ServeTest, AKeyIsReadFromItsFileAndNeverSaid) {
  Service service({"--data", data(), "--master-key-file", key_file(kOwnOnly)});
  EXPECT_THAT(service.said(), HasSubstr("Authorization: Bearer"));
  EXPECT_THAT(service.said(), ::testing::Not(HasSubstr(kKey)));
  EXPECT_EQ(service.stop(), 0);
}

TEST_F(ServeTest, AShortKeyIsWarnedOf) {
  Service service({"--data", data()}, {.environment = {{"FIHRIS_MASTER_KEY", "short"}}});
  EXPECT_THAT(service.said(), HasSubstr("16 bytes"));
  EXPECT_THAT(service.process().next_complaint(), StartsWith("Serving "));
}

TEST_F(ServeTest, ItMustBeSaidWhatToServe) {
  EXPECT_COMPLAINT(fihris({"serve"}), 2);
  EXPECT_COMPLAINT(fihris({"serve", "--data", data(), "--demo"}), 2);
  EXPECT_COMPLAINT(fihris({"serve", "--data", data(), "--db", db()}), 2);
  for (const char* listen : {"7700", "127.0.0.1", "127.0.0.1:", "127.0.0.1:70000", "x:80", ":8x"})
    EXPECT_COMPLAINT(fihris({"serve", "--data", data(), "--listen", listen}), 2);
}

TEST_F(ServeTest, LogsRequestsAndBeginsANewFileWhenTold) {
  const std::string log = path("access.log");
  Service service({"--data", data(), "--access-log", log});
  service.ask(get("/health", "Authorization: Bearer " + std::string(kKey) + "\r\n"));
  while (read_whole(log).empty()) std::this_thread::yield();
  const std::string line = read_whole(log);
  EXPECT_EQ(nlohmann::json::parse(line).at("route"), "/health");
  EXPECT_THAT(line, ::testing::Not(HasSubstr(kKey)));
  std::filesystem::rename(log, path("old.log"));
  service.process().send_signal(SIGHUP);
  while (!std::filesystem::exists(log)) std::this_thread::yield();
  service.ask(get("/health"));
  EXPECT_EQ(service.stop(), 0);
  EXPECT_EQ(lines_of(read_whole(log)).size(), 1U);
}

TEST_F(ServeTest, ALogThatCannotBeWrittenIsSaid) {
  const ProcessResult result = fihris(
      {"serve", "--data", data(), "--listen", "127.0.0.1:0", "--access-log", path("no/log")});
  EXPECT_COMPLAINT(result, 4);
}

// Takes the place of systemd.
class ServiceManagerSocket {
 public:
  explicit ServiceManagerSocket(const std::string& path)
      : descriptor_(::socket(AF_UNIX, SOCK_DGRAM, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    const timeval patience{10, 0};
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    bound_ = ::bind(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~ServiceManagerSocket() { ::close(descriptor_); }
  ServiceManagerSocket(const ServiceManagerSocket&) = delete;
  ServiceManagerSocket& operator=(const ServiceManagerSocket&) = delete;

  bool bound() const { return bound_; }
  std::string next() const {
    std::array<char, 256> buffer{};
    const ssize_t size = ::recv(descriptor_, buffer.data(), buffer.size(), 0);
    return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))};
  }

 private:
  int descriptor_;
  bool bound_ = false;
};

TEST_F(ServeTest, TheServiceManagerIsTold) {
  const ServiceManagerSocket manager(path("notify"));
  ASSERT_TRUE(manager.bound());
  Service service({"--data", data()}, {.environment = {{"NOTIFY_SOCKET", path("notify")},
                                                       {"WATCHDOG_USEC", "300000"}}});
  EXPECT_EQ(manager.next(), "READY=1");
  EXPECT_EQ(manager.next(), "WATCHDOG=1");
  service.process().send_signal(SIGTERM);
  std::string message = manager.next();
  while (message == "WATCHDOG=1") message = manager.next();
  EXPECT_EQ(message, "STOPPING=1");
  EXPECT_EQ(service.process().wait(), 0);
}

}  // namespace
}  // namespace fihris::testing
