// What a search costs through the C API beside the same search in C++: overhead INDEX LIBRARY
// [ROUNDS]. Prints the milliseconds that loading the library takes, then the medians of both ways.
// Calls take turns, so that whatever else the machine does meets both.
#include <dlfcn.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <vector>

#include "fihris.h"
#include "fihris/searcher/request_json.h"
#include "fihris/searcher/searcher.h"
#include "fihris/searcher/writers.h"

namespace {

using Clock = std::chrono::steady_clock;

template <class Work>
double milliseconds(const Work& work) {
  const auto began = Clock::now();
  work();
  return std::chrono::duration<double, std::milli>(Clock::now() - began).count();
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
  return times[times.size() / 2];
}

template <class Function>
Function* function(void* library, const char* name) {
  auto* const found = reinterpret_cast<Function*>(dlsym(library, name));
  if (found == nullptr) std::exit(2);
  return found;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const int rounds = argc > 3 ? std::atoi(argv[3]) : 500;
  void* library = nullptr;
  std::cout << "load   " << milliseconds([&] { library = dlopen(argv[2], RTLD_NOW); }) << " ms\n";
  if (library == nullptr) return 2;
  auto* const open = function<decltype(fihris_open)>(library, "fihris_open");
  auto* const search = function<decltype(fihris_search)>(library, "fihris_search");
  auto* const release = function<decltype(fihris_free)>(library, "fihris_free");
  fihris_index* index = nullptr;
  if (open(argv[1], std::strlen(argv[1]), 0, &index) != FIHRIS_OK) return 2;
  auto searcher = fihris::Searcher::open(argv[1], {1});

  const std::vector<std::string> requests{R"({"q":"وزير الخارجية","limit":10})",
                                          R"({"q":"مكتبات"})", R"({"q":"«مجلس الوزراء» -لبنان"})",
                                          R"({"q":"قواعد روسية"})"};
  std::vector<double> by_c;
  std::vector<double> by_cpp;
  for (int round = 0; round < rounds; ++round) {
    const std::string& request = requests[static_cast<std::size_t>(round) % requests.size()];
    by_cpp.push_back(
        milliseconds([&] { to_json(searcher.search(fihris::read_request(request))); }));
    by_c.push_back(milliseconds([&] {
      char* text = nullptr;
      search(index, request.data(), request.size(), &text, nullptr);
      release(text);
    }));
  }
  const double cpp = median(by_cpp);
  const double c = median(by_c);
  std::cout << "C++    " << cpp << " ms\nC      " << c << " ms\nmore   " << (c / cpp - 1) * 100
            << " %\n";
}
