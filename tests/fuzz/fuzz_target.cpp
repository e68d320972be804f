// One libFuzzer program for each check: FIHRIS_FUZZ_CHECK is its name.
#include <cstddef>
#include <cstdint>

#include "checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fihris::fuzz::FIHRIS_FUZZ_CHECK({reinterpret_cast<const char*>(data), size});
  return 0;
}
