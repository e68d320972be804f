#include "counts/facet_fields.h"

#include <array>
#include <string_view>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"

namespace fihris::searcher::counts {
namespace {

struct DatePart {
  std::string_view name;
  std::string_view arabic_name;
  Histogram step;
};

constexpr std::array<DatePart, 2> kDateParts{{
    {"year", "سنة", Histogram::kYear},
    {"month", "شهر", Histogram::kMonth},
}};

Error not_a_facet(const std::string& name, const FieldTable& fields) {
  std::vector<std::string_view> names = fields.facet_names();
  for (const DatePart& part : kDateParts) names.push_back(part.name);
  return {ErrorCode::kUsage, "\"" + name + "\" is not a facet",
          "The facets are " + enumerated(names, "and") + "."};
}

FacetSpec read_facet(const std::string& name, const FieldTable& fields) {
  if (const FieldSpec* const field = fields.find(name, FieldTable::Use::kCount)) {
    return {name == field->json_name ? name : std::string(field->name), field->facet};
  }
  const std::string key = normalize(name);
  for (const DatePart& part : kDateParts) {
    if (key == part.name || key == normalize(part.arabic_name)) {
      return {std::string(part.name), part.step};
    }
  }
  throw not_a_facet(name, fields);
}

}  // namespace

std::vector<FacetSpec> read_facets(const std::vector<std::string>& names,
                                   const FieldTable& fields) {
  std::vector<FacetSpec> specs;
  specs.reserve(names.size());
  for (const std::string& name : names) specs.push_back(read_facet(name, fields));
  return specs;
}

}  // namespace fihris::searcher::counts
