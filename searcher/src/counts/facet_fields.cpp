#include "counts/facet_fields.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"

namespace fihris::searcher::counts {
namespace {

struct Countable {
  std::string_view name;
  std::string_view arabic_name;
  std::variant<store::FacetField, Histogram> what;
};

constexpr std::array<Countable, 6> kCountable{{
    {"source", "مصدر", store::FacetField::kSource},
    {"author", "كاتب", store::FacetField::kAuthor},
    {"section", "قسم", store::FacetField::kSection},
    {"tag", "وسم", store::FacetField::kTag},
    {"year", "سنة", Histogram::kYear},
    {"month", "شهر", Histogram::kMonth},
}};

FacetSpec read_facet(const std::string& name) {
  const auto named = [&name, key = normalize(name)](const Countable& countable) {
    return countable.name == name || normalize(countable.arabic_name) == key;
  };
  const auto* const found = std::find_if(kCountable.begin(), kCountable.end(), named);
  if (found != kCountable.end()) return {std::string(found->name), found->what};
  throw Error(ErrorCode::kUsage, "\"" + name + "\" is not a facet",
              "The facets are source, author, section, tag, year and month.");
}

}  // namespace

std::vector<FacetSpec> read_facets(const std::vector<std::string>& names) {
  std::vector<FacetSpec> specs;
  specs.reserve(names.size());
  for (const std::string& name : names) specs.push_back(read_facet(name));
  return specs;
}

}  // namespace fihris::searcher::counts
