// fihris serve: an index, or a folder of them, over HTTP.
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "arguments.h"
#include "commands.h"
#include "exit_code.h"
#include "fihris/indexer/index_writer.h"
#include "fihris/server/server.h"
#include "fihris/stemmer/internal/utf8.h"
#include "output.h"
#include "supervisor.h"

namespace fihris::cli {
namespace {

namespace fs = std::filesystem;

// A shorter key can be guessed.
constexpr std::size_t kKeyBytes = 16;

struct Options {
  server::ServerOptions server;
  std::string data;
  std::string db;
  std::string listen = "127.0.0.1:7700";
  std::string key_file;
  std::string access_log;
  std::string page;
  std::vector<std::string> allowed_origins;
  bool demo = false;
};

[[noreturn]] void refuse(const std::string& what, const std::string& hint) {
  throw Error(ErrorCode::kUsage, what, hint);
}

// "127.0.0.1:7700", "[::1]:7700", "localhost:7700" and ":7700", which is every address.
void read_listen(const std::string& listen, server::ServerOptions& options) {
  const std::size_t colon = listen.rfind(':');
  const std::string port = colon == std::string::npos ? "" : listen.substr(colon + 1);
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  if (port.empty() || port.size() > 5 || !std::ranges::all_of(port, digit) ||
      std::stoul(port) > UINT16_MAX)
    refuse("\"" + listen + "\" is not an address and a port.",
           "Write --listen 127.0.0.1:7700 or --listen [::1]:7700.");
  options.port = static_cast<std::uint16_t>(std::stoul(port));
  std::string address = listen.substr(0, colon);
  if (address.starts_with('[') && address.ends_with(']'))
    address = address.substr(1, address.size() - 2);
  if (address == "localhost") address = "127.0.0.1";
  if (address.empty()) address = "::";
  options.address = address;
}

std::string read_key_file(const std::string& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0)
    throw Error(ErrorCode::kInputOutput, "the key file " + file + " cannot be read.",
                "Name a file that is there and yours.");
  // What systemd hands over is ours alone, though its access list looks like a group's right.
  const char* credentials = std::getenv("CREDENTIALS_DIRECTORY");
  const bool handed_over = credentials != nullptr && fs::path(file).parent_path() == credentials;
  if (!handed_over && (status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    refuse("others than you may read the key in " + file + ".", "Run: chmod 600 " + file);
  std::ifstream stream(file, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(stream), {}};
  const std::string key(stemmer::trim(content, " \t\r\n"));
  if (!stream || key.empty())
    refuse("there is no key in " + file + ".", "Write one: openssl rand -hex 32 > " + file);
  return key;
}

std::string master_key(const Options& options) {
  if (!options.key_file.empty()) return read_key_file(options.key_file);
  const char* key = std::getenv("FIHRIS_MASTER_KEY");
  return key == nullptr ? std::string() : key;
}

// A connection is an open file; the usual limit of 1,024 is for programs that use select().
void allow_many_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

// The sample articles, indexed where nothing is kept.
class Demo {
 public:
  Demo() {
    std::string pattern = (fs::temp_directory_path() / "fihris-demo-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw Error(ErrorCode::kInputOutput, "no folder can be made at " + pattern + ".",
                  "Set TMPDIR to a folder that can be written.");
    folder_ = pattern;
  }
  ~Demo() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Demo(const Demo&) = delete;
  Demo& operator=(const Demo&) = delete;

  void fill() const {
    SourceReader reader({corpus()}, {});
    IndexWriter::open((folder_ / "corpus").string(), {}).add(reader);
  }
  const fs::path& folder() const { return folder_; }

 private:
  // Beside a program that was built and not installed, or where we are.
  static std::string corpus() {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    for (const fs::path& place :
         {program.parent_path().parent_path().parent_path() / "corpus", fs::path("corpus"),
          program.parent_path().parent_path() / "share/doc/fihris/corpus"}) {
      if (fs::is_directory(place / "judged", ignored)) return place.string();
    }
    throw Error(ErrorCode::kInputOutput, "the sample articles are not here.",
                "Run it in the folder of the sources, where corpus/ is, or serve --db DIR.");
  }

  fs::path folder_;
};

std::string url_of(const server::ServerOptions& options, std::uint16_t port) {
  const bool six = options.address.find(':') != std::string::npos;
  return "http://" + (six ? '[' + options.address + ']' : options.address) + ':' +
         std::to_string(port);
}

std::string ready_line(const server::ServerOptions& options, std::uint16_t port) {
  const fs::path folder = options.data.empty() ? options.db : options.data;
  const std::string url = url_of(options, port);
  const std::string authorised =
      options.master_key.empty() ? "" : " -H \"Authorization: Bearer KEY\"";
  return "Serving " + folder.string() + " at " + url + " (search: curl" + authorised + " '" + url +
         "/indexes/" + (options.data.empty() ? fs::absolute(folder).filename().string() : "INDEX") +
         "/search?q=...')";
}

void serve_and_tell(server::ServerOptions options) {
  Supervisor supervisor;
  options.ready = [&options, &supervisor](std::uint16_t port) {
    std::cerr << ready_line(options, port) << '\n' << std::flush;
    supervisor.ready();
  };
  options.complained = [](const std::string& what) { complain(what); };
  options.alive = [&supervisor] { supervisor.alive(); };
  options.stopping = [&supervisor] { supervisor.stopping(); };
  allow_many_connections();
  server::serve(options);
}

server::ServerOptions server_options(const Options& given) {
  server::ServerOptions options = given.server;
  read_listen(given.listen, options);
  options.data = given.data;
  options.db = given.db;
  options.access_log = given.access_log;
  options.page = given.page;
  if (!given.allowed_origins.empty()) options.allowed_origins = given.allowed_origins;
  options.master_key = master_key(given);
  if (!options.master_key.empty() && options.master_key.size() < kKeyBytes)
    complain("the master key is shorter than 16 bytes and can be guessed.",
             "Make one with: openssl rand -hex 32");
  return options;
}

int run(const Options& given) {
  const int told = (given.data.empty() ? 0 : 1) + (given.db.empty() ? 0 : 1) + (given.demo ? 1 : 0);
  if (told != 1)
    refuse("it is not said what to serve.",
           "Give one of --data DIR (a folder of indexes), --db DIR (one index) and --demo.");
  server::ServerOptions options = server_options(given);
  if (!given.demo) {
    serve_and_tell(options);
    return kDone;
  }
  const Demo demo;
  demo.fill();
  options.data = demo.folder();
  serve_and_tell(options);
  return kDone;
}

void describe(CLI::App& command, Options& options) {
  server::ServerOptions& server = options.server;
  command.add_option("--data", options.data, "A folder of indexes, each in a folder of its name")
      ->type_name("DIR");
  command.add_option("--db", options.db, "The folder of one index")->type_name("DIR");
  command.add_flag("--demo", options.demo, "The sample articles of corpus/, in a passing index");
  command.add_option("--listen", options.listen, "Address and port; port 0: any that is free")
      ->capture_default_str()
      ->type_name("ADDRESS:PORT");
  command
      .add_option("--master-key-file", options.key_file,
                  "A file of mode 600 with the key that allows everything; also in "
                  "FIHRIS_MASTER_KEY")
      ->type_name("FILE");
  command.add_option("--threads", server.threads, "That search; 0: one per processor")
      ->capture_default_str()
      ->check(CLI::Range(0U, 256U));
  command.add_option("--max-body", server.max_body_bytes, "Of a request, as 500KB or 100MB")
      ->transform(CLI::AsSizeValue(false))
      ->type_name("SIZE")
      ->default_str("100MB");
  command.add_option("--timeout", server.search_seconds, "Seconds after which a search ends")
      ->capture_default_str()
      ->check(CLI::Range(0.01, 3600.0));
  command
      .add_option("--allowed-origin", options.allowed_origins,
                  "A site whose pages may ask, as https://example.org; may be repeated; all "
                  "unless given")
      ->type_name("ORIGIN")
      ->allow_extra_args(false);
  command
      .add_option("--page", options.page,
                  "Settings of the search page in JSON: name, colours, facets, …")
      ->type_name("FILE");
  command
      .add_option("--access-log", options.access_log,
                  "A JSON line for each request; - is standard error; SIGHUP opens it again")
      ->type_name("FILE");
  command.add_flag("--log-queries", server.log_queries, "Also what was searched");
  command.footer(
      "Without a key only this machine may ask, and may do everything. SIGTERM ends it when what\n"
      "is under way is answered.\n"
      "Examples:\n"
      "  fihris serve --demo\n"
      "  fihris serve --data archives --listen 0.0.0.0:7700 --master-key-file key\n"
      "Exit codes: 0 stopped, 2 usage, 3 index, 4 the port is taken or a file cannot be had.");
}

}  // namespace

void add_serve(CLI::App& app, Action& action) {
  add_command<Options>(app, action, "serve", "Answer over HTTP", describe, run);
}

}  // namespace fihris::cli
