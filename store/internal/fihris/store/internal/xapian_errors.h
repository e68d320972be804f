// The one place where Xapian's exceptions become ours.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <utility>

#include "fihris/store/error.h"

namespace fihris::store {

// `where` is the index directory or database the call was about. Xapian::DatabaseModifiedError is
// translated too (kIndexDamaged would be wrong: it becomes kInputOutput, "changed while it was
// read"), so a reader that can retry must catch it before it gets here.
Error translate(const Xapian::Error& error, const std::filesystem::path& where);

// Runs `body` and lets nothing of Xapian out but translated errors.
template <class Body>
auto guarded(const std::filesystem::path& where, Body&& body) -> decltype(body()) {
  try {
    return std::forward<Body>(body)();
  } catch (const Xapian::Error& error) {
    throw translate(error, where);
  }
}

}  // namespace fihris::store
