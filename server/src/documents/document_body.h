// Bodies of requests as documents.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::server::documents {

enum class BodyFormat : std::uint8_t { kJson, kLines, kCsv };

// Of "application/json", "application/x-ndjson" and "text/csv". Throws ApiError:
// missing_content_type, invalid_content_type.
BodyFormat format_of(std::string_view content_type);

// The JSON objects of a body, each as it is written there without the white space around it; of a
// table, one for each line below the first. Throws ApiError{malformed_payload} that says what is
// wrong and where, and missing_payload for nothing at all.
std::vector<std::string> split_documents(BodyFormat format, std::string_view body,
                                         char csv_delimiter = ',');

}  // namespace fihris::server::documents
