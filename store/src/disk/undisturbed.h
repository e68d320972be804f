// Reading a database that a writer may change at the same time.
#pragma once

#include <xapian.h>

#include <chrono>
#include <thread>

namespace fihris::store {

// A writer that commits without pause can outrun a reader; so many times in a row only by accident.
inline constexpr int kReadAttempts = 20;

// Does `body` again when a writer committed twice in the middle of it. The last
// Xapian::DatabaseModifiedError passes through.
template <class Body>
auto undisturbed(Body&& body) -> decltype(body()) {
  for (int attempt = 1; attempt < kReadAttempts; ++attempt) {
    try {
      return body();
    } catch (const Xapian::DatabaseModifiedError&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(attempt));
    }
  }
  return body();
}

}  // namespace fihris::store
