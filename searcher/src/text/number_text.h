// Numbers and moments as text.
#pragma once

#include <string>

namespace fihris::searcher::text {

// The shortest text that reads as the number: "12", "-3.5", "1e+300".
std::string number_text(double number);
// Seconds since 1970 as a date of ISO 8601 in UTC, with the time where it is not midnight.
std::string moment_text(double seconds);

}  // namespace fihris::searcher::text
