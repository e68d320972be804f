// What a search may be asked, as a table: the command line's options, the members of a request in
// JSON, their limits and what is said of a wrong value all come from its rows.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "fihris/searcher/request.h"

namespace fihris {

// The kinds of options: which member of a request is set, and what it may be.
struct TextOption {
  std::string SearchRequest::*value;
  std::size_t max_bytes;
};
// A day like 2025-12-23, or nothing.
struct DayOption {
  std::string SearchRequest::*value;
};
struct TextsOption {
  std::vector<std::string> SearchRequest::*values;
  std::size_t max_values;
  std::size_t max_bytes;  // of each
};
struct CountOption {
  std::size_t SearchRequest::*value;
  std::size_t min;
  std::size_t max;
};
// From 0 to `max`.
struct NumberOption {
  double SearchRequest::*value;
  double max;
};
// On the command line the flag stands for the opposite of the default.
struct FlagOption {
  bool SearchRequest::*value;
};
// "relevance", or a field and "asc" or "desc": "date:desc", "views:asc".
struct SortOption {};
// One of several names; `set` is given the place of the one chosen.
struct NameOption {
  std::span<const std::string_view> names;
  void (*set)(SearchRequest& request, std::size_t chosen);
};
// Any of several names, or "none"; `set` is told of each whether it was chosen.
struct NamesOption {
  std::span<const std::string_view> names;
  void (*set)(SearchRequest& request, const std::vector<bool>& chosen);
};

struct RequestOption {
  std::string_view name;        // of the member in JSON
  std::string_view flag;        // on the command line: "--limit"; "QUERY" stands without a flag
  std::string_view value_name;  // what the help calls its value; empty for flags
  std::string_view help;
  std::variant<TextOption, DayOption, TextsOption, CountOption, NumberOption, FlagOption,
               SortOption, NameOption, NamesOption>
      kind;
};

// All rows, in the order of the help; the query comes first. May be called from several threads.
std::span<const RequestOption> request_options();

// "a whole number from 0 to 1000000", "relevance, date:desc or date:asc", …
std::string allowed_values(const RequestOption& option);

// Sets the option to what was written for it: one text; several for lists; none for a flag that
// stands alone, "true" or "false" for others. Bytes that are not UTF-8 are repaired. Throws
// Error{kUsage} that says what `called` (the flag, or the name) must be and what it is.
void set_option(SearchRequest& request, const RequestOption& option, std::string_view called,
                const std::vector<std::string>& given);

}  // namespace fihris
