#include "documents/document_id.h"

#include <algorithm>
#include <vector>

#include "errors/api_error.h"

namespace fihris::server::documents {
namespace {

using errors::ApiError;

constexpr std::size_t kMaxIdBytes = 511;

bool ends_in_id(std::string_view name) {
  return name.size() >= 2 && (name[name.size() - 2] | 0x20) == 'i' && (name.back() | 0x20) == 'd';
}

std::string shortened(const Json& json) {
  std::string text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  if (text.size() > 300) text = text.substr(0, text.find_last_of(",: ", 300)) + "…";
  return text;
}

}  // namespace

std::string infer_primary_key(const Json& document, std::string_view index_uid) {
  std::vector<std::string> candidates;
  for (const auto& [name, value] : document.items()) {
    if (ends_in_id(name)) candidates.push_back(name);
  }
  if (candidates.size() == 1) return candidates.front();
  const std::string index = "Index `" + std::string(index_uid) + "`: The primary key inference ";
  if (candidates.empty()) {
    throw ApiError("index_primary_key_no_candidate_found",
                   index +
                       "failed as the engine did not find any field ending with `id` in its "
                       "name. Please specify the primary key manually using the `primaryKey` "
                       "query parameter.");
  }
  throw ApiError("index_primary_key_multiple_candidates_found",
                 index + "failed as the engine found " + std::to_string(candidates.size()) +
                     " fields ending with `id` in their names: '" + candidates[0] + "' and '" +
                     candidates[1] +
                     "'. Please specify the primary key manually using the `primaryKey` query "
                     "parameter.");
}

bool is_valid_id(std::string_view id) {
  static constexpr std::string_view kRefused = " \"<>\\^`{|}\x7F";
  return !id.empty() && id.size() <= kMaxIdBytes && std::ranges::none_of(id, [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || kRefused.find(c) != kRefused.npos;
  });
}

std::string id_of(const Json& document, const std::string& primary_key) {
  const auto found = document.find(primary_key);
  if (found == document.end()) {
    throw ApiError("missing_document_id", "Document doesn't have a `" + primary_key +
                                              "` attribute: `" + shortened(document) + "`.");
  }
  if (found->is_number_integer()) return found->dump();
  if (found->is_string() && is_valid_id(found->get_ref<const std::string&>()))
    return found->get<std::string>();
  throw ApiError("invalid_document_id",
                 "Document identifier `" + shortened(*found) +
                     "` is invalid. A document identifier can be of type integer or string, of "
                     "letters, digits and the characters of URLs without spaces, and can not be "
                     "more than 511 bytes.");
}

}  // namespace fihris::server::documents
