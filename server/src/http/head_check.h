// The head of a request byte by byte, before anything is made of it: what two programs could read
// in two ways is refused, since that is how requests are smuggled past a proxy.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "http/options.h"

namespace fihris::server::http {

// Where the head that begins `bytes` ends, its empty line included; nothing when more bytes must
// come. The first `seen` bytes have been looked at before. Throws ApiError: bad_request where a
// line ends in anything but CR LF or a request cannot begin so, uri_too_long, headers_too_large.
std::optional<std::size_t> end_of_head(std::string_view bytes, std::size_t seen,
                                       const Limits& limits);

// Throws ApiError bad_request for a head, whole, that is against RFC 9112: folded lines, a space
// before a colon, two lengths, a length next to a transfer coding, none or two hosts, …
void check_head(std::string_view head);

}  // namespace fihris::server::http
