#include "failure.h"

#include <array>
#include <new>

#include "fihris/searcher/writers.h"
#include "fihris/store/error.h"

namespace fihris::capi {
namespace {

constexpr const char* kNoMemory =
    R"({"message":"Out of memory.","code":"no_memory","type":"system","link":""})";

struct LastError {
  std::string json;
  const char* text = "";
};
thread_local LastError last;

constexpr std::array<const char*, 12> kNames = {
    "ok",
    "not_found",
    "usage",
    "index_missing",
    "index_locked",
    "index_damaged",
    "index_incompatible",
    "input_output",
    "bad_handle",
    "busy",
    "no_memory",
    "internal",
};

fihris_status status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return FIHRIS_USAGE;
    case ErrorCode::kIndexMissing:
      return FIHRIS_INDEX_MISSING;
    case ErrorCode::kIndexLocked:
      return FIHRIS_INDEX_LOCKED;
    case ErrorCode::kIndexDamaged:
      return FIHRIS_INDEX_DAMAGED;
    case ErrorCode::kIndexIncompatible:
      return FIHRIS_INDEX_INCOMPATIBLE;
    case ErrorCode::kInputOutput:
      return FIHRIS_IO;
  }
  return FIHRIS_INTERNAL;
}

fihris_status note_no_memory() noexcept {
  last.text = kNoMemory;
  return FIHRIS_NO_MEMORY;
}

// Makes the note; `json` may run out of memory.
template <class Json>
fihris_status note(fihris_status status, const Json& json) noexcept {
  try {
    last.json = json();
    last.text = last.json.c_str();
    return status;
  } catch (const std::exception&) {
    return note_no_memory();
  }
}

}  // namespace

fihris_status failed(fihris_status status, std::string_view message) noexcept {
  const char* const type = status == FIHRIS_INTERNAL ? "internal" : "invalid_request";
  return note(status, [&] { return error_json(message, name_of(status), type, ""); });
}

fihris_status failed(const std::exception_ptr& exception) noexcept {
  try {
    std::rethrow_exception(exception);
  } catch (const Error& error) {
    return note(status_of(error.code()), [&error] { return to_json(error); });
  } catch (const std::bad_alloc&) {
    return note_no_memory();
  } catch (const std::exception& error) {
    return failed(FIHRIS_INTERNAL, error.what());
  } catch (...) {
    return failed(FIHRIS_INTERNAL, "An unknown failure.");
  }
}

const char* last_error() noexcept { return last.text; }

const char* name_of(int status) noexcept {
  const bool known = status >= 0 && static_cast<std::size_t>(status) < kNames.size();
  return known ? kNames[static_cast<std::size_t>(status)] : "unknown";
}

}  // namespace fihris::capi
