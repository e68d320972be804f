// Moments, and how the protocol writes them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::server::state {

using Moment = std::chrono::sys_time<std::chrono::microseconds>;

Moment now();
// "2050-11-13T00:00:00Z", with the fraction of the second if there is one.
std::string to_text(Moment moment);
// "2026-11-28T02:31:58.123456000Z": always as long, so that texts compare as moments do.
std::string full_text(Moment moment);
// Of now, in full.
std::string now_text();
// RFC 3339, or without an offset, or a day alone: then in UTC, and the day's first moment. Nothing
// for other texts.
std::optional<Moment> read_moment(std::string_view text);

}  // namespace fihris::server::state
