// Reads the protocol's language of filters (docs/http-api.md).
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "filters/filter.h"

namespace fihris::server::filters {

// Parentheses and NOTs within each other.
inline constexpr std::size_t kMaxFilterDepth = 200;
// Values and conditions of one filter.
inline constexpr std::size_t kMaxFilterConditions = 100'000;

// What the member `filter` of a request asks: a text, or a list of texts that must all hold, in
// which a list stands for any of its texts. Nothing for null and for what holds only blanks. Throws
// ApiError{error_code}, "invalid_search_filter" or as the caller's route has it, that says what is
// wrong and at which character; ApiError{feature_not_enabled} for CONTAINS.
std::optional<Filter> parse_filter(const nlohmann::ordered_json& filter,
                                   std::string_view error_code);

// The same of the parameter of a GET request: the text of a list in JSON, or else a text.
std::optional<Filter> parse_filter_parameter(std::string_view parameter,
                                             std::string_view error_code);

}  // namespace fihris::server::filters
