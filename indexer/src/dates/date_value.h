// Dates as they are stored for sorting, ranges and filters.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fihris::indexer::dates {

// "2025-12-23T18:05:00+03:00" → "20251223150500": 14 digits, UTC. Takes what iso_date() takes; a
// date without a time is its midnight, a time without a zone is UTC. Nothing for all else.
std::optional<std::string> date_value(std::string_view iso);

}  // namespace fihris::indexer::dates
