#include "errors/api_error.h"

#include <algorithm>
#include <array>

#include "fihris/searcher/writers.h"

namespace fihris::server::errors {
namespace {

constexpr std::string_view kInvalid = "invalid_request";
constexpr std::string_view kAuth = "auth";
constexpr std::string_view kInternal = "internal";

// Codes and statuses: https://www.meilisearch.com/docs/reference/errors/error_codes.
constexpr auto kKinds = std::to_array<ErrorKind>({
    {"api_key_already_exists", 409, kInvalid},
    {"api_key_not_found", 404, kInvalid},
    {"bad_request", 400, kInvalid},
    {"document_not_found", 404, kInvalid},
    {"facet_search_disabled", 400, kInvalid},
    {"feature_not_enabled", 400, kInvalid},
    {"immutable_api_key_actions", 400, kInvalid},
    {"index_already_exists", 409, kInvalid},
    {"index_not_accessible", 500, kInternal},
    {"batch_not_found", 404, kInvalid},
    {"index_not_found", 404, kInvalid},
    {"index_primary_key_already_exists", 400, kInvalid},
    {"index_primary_key_multiple_candidates_found", 400, kInvalid},
    {"index_primary_key_no_candidate_found", 400, kInvalid},
    {"internal", 500, kInternal},
    {"invalid_api_key", 403, kAuth},
    {"invalid_content_type", 415, kInvalid},
    {"io_error", 500, "system"},
    {"malformed_payload", 400, kInvalid},
    {"max_fields_limit_exceeded", 400, kInvalid},
    {"method_not_allowed", 405, kInvalid},
    {"missing_authorization_header", 401, kAuth},
    {"missing_content_type", 415, kInvalid},
    {"missing_master_key", 401, kAuth},
    {"no_space_left_on_device", 507, "system"},
    {"not_found", 404, kInvalid},
    {"not_found_similar_id", 400, kInvalid},
    {"payload_too_large", 413, kInvalid},
    {"request_timeout", 408, kInvalid},
    {"task_not_found", 404, kInvalid},
    {"too_many_requests", 429, "system"},
    {"too_many_search_requests", 503, "system"},
    {"unretrievable_document", 400, kInvalid},
    {"unsupported_media_type", 415, kInvalid},
    {"uri_too_long", 414, kInvalid},
    {"headers_too_large", 431, kInvalid},
});

}  // namespace

ErrorKind error_kind(std::string_view code) {
  const auto* const found =
      std::ranges::find_if(kKinds, [code](const ErrorKind& kind) { return kind.code == code; });
  if (found != kKinds.end()) return *found;
  const bool wrong_request = code.starts_with("invalid_") || code.starts_with("missing_") ||
                             code.starts_with("immutable_");
  return wrong_request ? ErrorKind{code, 400, kInvalid} : ErrorKind{code, 500, kInternal};
}

std::string ApiError::json() const {
  return error_json(what(), code_, type(), "https://docs.meilisearch.com/errors#" + code_);
}

}  // namespace fihris::server::errors
