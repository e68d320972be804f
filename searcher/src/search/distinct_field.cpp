#include "search/distinct_field.h"

#include "fihris/store/error.h"

namespace fihris::searcher::search {
namespace {

// By the name that queries use, or that of the member in JSON: tag, tags.
const FieldSpec* counted_field(const std::string& name, const FieldTable& fields) {
  const FieldSpec* field = fields.find(name);
  if (field == nullptr) field = find_json_field(name);
  return field != nullptr && field->facet != FacetField::kNone ? field : nullptr;
}

std::string allowed_names(const FieldTable& fields) {
  return "It can be " + enumerated(fields.facet_names(), "or") +
         "; an attribute of the archive's own belongs into the setting filterableAttributes.";
}

}  // namespace

const FieldSpec* distinct_field(const SearchRequest& request, const FieldTable& fields,
                                std::vector<query::Diagnostic>& diagnostics) {
  const bool by_request = !request.distinct.empty();
  const std::string& name = by_request ? request.distinct : fields.settings().distinct;
  if (name.empty() || name == kNotDistinct) return nullptr;
  const FieldSpec* const field = counted_field(name, fields);
  if (field != nullptr) return field;
  const std::string message = "hits can not be distinct by \"" + name + "\"";
  if (by_request) throw Error(ErrorCode::kUsage, message, allowed_names(fields));
  diagnostics.push_back({"the setting distinctAttribute has no effect: " + message, {}});
  return nullptr;
}

}  // namespace fihris::searcher::search
