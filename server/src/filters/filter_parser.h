// A filter's text as a tree.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "filters/filter.h"
#include "filters/filter_scanner.h"

namespace fihris::server::filters {

// Reads one text: NOT binds before AND, AND before OR.
class FilterParser {
 public:
  // `conditions` counts those of all texts of a filter. As FilterScanner for the rest.
  FilterParser(std::string_view text, std::string_view place, std::string_view error_code,
               std::size_t& conditions)
      : scanner_(text, place, error_code), conditions_(conditions) {}

  // Nothing for a text of blanks. Throws ApiError, as parse_filter() does.
  std::optional<Filter> parse();

 private:
  Filter any();
  Filter all();
  Filter inverted();
  Filter single();
  Filter condition();
  std::optional<Filter> comparison(const Filter& of_field);
  std::optional<Filter> word_condition(const Filter& of_field);
  std::optional<Filter> is_condition(const Filter& of_field);
  Filter one_of(const Filter& of_field);
  Filter between(const Filter& of_field);
  void refuse_places();
  void count_condition();

  FilterScanner scanner_;
  std::size_t& conditions_;
  std::size_t depth_ = 0;
};

}  // namespace fihris::server::filters
