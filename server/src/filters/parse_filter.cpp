#include "filters/parse_filter.h"

#include <string>
#include <utility>

#include "errors/api_error.h"
#include "filters/filter_parser.h"

namespace fihris::server::filters {
namespace {

using Json = nlohmann::ordered_json;

// Reads the texts of one filter and puts them together.
class FilterReader {
 public:
  explicit FilterReader(std::string_view error_code) : error_code_(error_code) {}

  std::optional<Filter> read(const Json& filter) {
    if (filter.is_null()) return std::nullopt;
    if (filter.is_string()) return text(filter.get_ref<const std::string&>(), "the filter");
    if (!filter.is_array()) refuse("filter", "a text or a list", filter);
    return list(filter, "filter", Filter::Kind::kAnd);
  }

  std::optional<Filter> text(std::string_view text, std::string_view place) {
    return FilterParser(text, place, error_code_, conditions_).parse();
  }

 private:
  // `kind`: kAnd for the outer list, in which lists may stand, or kOr.
  std::optional<Filter> list(const Json& items, const std::string& name, Filter::Kind kind) {
    Filter all{.kind = kind};
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (auto filter = element(items[i], name + "[" + std::to_string(i) + "]", kind))
        all.children.push_back(std::move(*filter));
    }
    if (all.children.empty()) return std::nullopt;
    if (all.children.size() == 1) return Filter(std::move(all.children.front()));
    return all;
  }

  std::optional<Filter> element(const Json& item, const std::string& name, Filter::Kind kind) {
    if (item.is_string()) return text(item.get_ref<const std::string&>(), name);
    const bool outer = kind == Filter::Kind::kAnd;
    if (!outer || !item.is_array()) refuse(name, outer ? "a text or a list" : "a text", item);
    return list(item, name, Filter::Kind::kOr);
  }

  [[noreturn]] void refuse(const std::string& name, const char* expected, const Json& found) const {
    throw errors::ApiError(error_code_, "Invalid `" + name + "`: expected " + expected +
                                            ", found a value of type " + found.type_name() + ".");
  }

  std::string_view error_code_;
  std::size_t conditions_ = 0;
};

}  // namespace

std::optional<Filter> parse_filter(const Json& filter, std::string_view error_code) {
  return FilterReader(error_code).read(filter);
}

std::optional<Filter> parse_filter_parameter(std::string_view parameter,
                                             std::string_view error_code) {
  if (parameter.starts_with('[')) {
    const Json list = Json::parse(parameter, nullptr, false);
    if (list.is_array()) return FilterReader(error_code).read(list);
  }
  return FilterReader(error_code).text(parameter, "the filter");
}

}  // namespace fihris::server::filters
