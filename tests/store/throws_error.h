// EXPECT_ERROR(statement, code, part): the statement throws a fihris::Error of that code whose
// message contains `part`.
#pragma once

#include <gmock/gmock.h>

#include <optional>

#include "fihris/store/error.h"

namespace fihris::testing {

template <class Body>
std::optional<Error> error_of(Body&& body) {
  try {
    body();
  } catch (const Error& error) {
    return error;
  }
  return std::nullopt;
}

inline void expect_error(const std::optional<Error>& error, ErrorCode code, const char* part) {
  ASSERT_TRUE(error.has_value()) << "nothing was thrown";
  EXPECT_EQ(to_string(error->code()), to_string(code)) << error->what();
  EXPECT_THAT(error->what(), ::testing::HasSubstr(part));
}

}  // namespace fihris::testing

#define EXPECT_ERROR(statement, code, part) \
  ::fihris::testing::expect_error(::fihris::testing::error_of([&] { statement; }), code, part)
