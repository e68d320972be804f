// What names a document.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace fihris::server::documents {

using Json = nlohmann::ordered_json;

// The member that names the documents of an index that has no primary key yet: the one whose name
// ends in "id". Throws ApiError: index_primary_key_no_candidate_found, …_multiple_candidates_found.
std::string infer_primary_key(const Json& document, std::string_view index_uid);

// The id of a document: a whole number as digits, or a text of up to 511 bytes of letters, digits
// and what URLs are made of. Throws ApiError: missing_document_id, invalid_document_id.
std::string id_of(const Json& document, const std::string& primary_key);

// Whether a text can be an id.
bool is_valid_id(std::string_view id);

}  // namespace fihris::server::documents
