// How failures become status codes: no exception crosses the boundary to C.
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "fihris.h"

namespace fihris::capi {

// Notes an error of this thread for fihris_last_error() and returns its status. `message` says what
// is wrong and what to do. Never throws; without memory the note says so.
fihris_status failed(fihris_status status, std::string_view message) noexcept;
// The same of an exception.
fihris_status failed(const std::exception_ptr& exception) noexcept;

// The note of this thread; empty when no call has failed yet.
const char* last_error() noexcept;

// "ok", "not_found", "usage", …; "unknown".
const char* name_of(int status) noexcept;

// Does the work, which returns a status, and turns whatever it throws into one.
template <class Work>
fihris_status guarded(const Work& work) noexcept {
  try {
    return work();
  } catch (...) {
    return failed(std::current_exception());
  }
}

}  // namespace fihris::capi
