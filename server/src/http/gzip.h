// gzip, as bodies are packed in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace fihris::server::http {

std::string gzip(std::string_view bytes);

// Nothing when the bytes are not gzip, whole. Throws ApiError payload_too_large when there is more
// than `limit` in them; no more than that is ever unpacked.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t limit);

}  // namespace fihris::server::http
