#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "metrics/registry.h"

namespace fihris::server::metrics {
namespace {

double resident_bytes() {
  std::ifstream file("/proc/self/statm");
  double size = 0;
  double resident = 0;
  file >> size >> resident;
  return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double processor_seconds() {
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double open_files() {
  std::error_code ignored;
  const std::filesystem::directory_iterator files("/proc/self/fd", ignored);
  return static_cast<double>(std::distance(begin(files), end(files)));
}

double now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double>(since).count();
}

void add_number(Registry& registry, const char* name, const char* help, Kind kind,
                std::function<double()> read) {
  registry.add({name, help, kind, [read = std::move(read)] {
                  return std::vector<Sample>{{{}, read()}};
                }});
}

}  // namespace

void add_process(Registry& registry) {
  add_number(registry, "process_resident_memory_bytes", "Memory in use.", Kind::kGauge,
             resident_bytes);
  add_number(registry, "process_cpu_seconds_total", "Processor time used.", Kind::kCounter,
             processor_seconds);
  add_number(registry, "process_open_fds", "Open files and connections.", Kind::kGauge, open_files);
  add_number(registry, "process_start_time_seconds", "When it started, since 1970.", Kind::kGauge,
             [start = now()] { return start; });
}

}  // namespace fihris::server::metrics
