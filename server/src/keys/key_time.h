// Moments as keys have them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::server::keys {

using Moment = std::chrono::sys_time<std::chrono::microseconds>;

Moment now();
// "2050-11-13T00:00:00Z", with the fraction of the second if there is one.
std::string to_text(Moment moment);
// RFC 3339, or without an offset, or a day alone: then in UTC, and the day's first moment. Nothing
// for other texts.
std::optional<Moment> read_moment(std::string_view text);

}  // namespace fihris::server::keys
