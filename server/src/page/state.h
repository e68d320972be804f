// What the address of a page says: the search, and how it is shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/message.h"
#include "page/html.h"
#include "page/manner.h"
#include "page/site.h"

namespace fihris::server::page {

// A value of a field that articles must have.
struct Chosen {
  std::string field;
  std::string value;
  bool operator==(const Chosen&) const = default;
};

// Of any length and content, but for what is said of each.
struct State {
  std::string index;  // empty: the first
  std::string q;
  std::string from, to;        // dates in any form of the query language
  std::vector<Chosen> chosen;  // at most 50
  std::string sort;            // "", "newest" or "oldest"
  std::size_t page = 1;        // 1 to 10,000
  bool as_typed = false;       // without corrections
  bool unfolded = false;       // copies of a story are hits of their own
  Manner manner;

  bool has_filters() const { return !from.empty() || !to.empty() || !chosen.empty(); }
  bool has(const std::string& field, const std::string& value) const;
  // With the value chosen, or not any longer; from the first page on.
  State toggled(const std::string& field, const std::string& value) const;
  State within(std::string first, std::string last) const;
  State at_page(std::size_t number) const;
};

State read_state(const http::Request& request, const Site& site);

using Parameters = std::vector<std::pair<std::string, std::string>>;
// What stands in addresses: only what is not as the site has it.
Parameters parameters_of(const State& state, const Site& site);
// "/path?q=…"; `more` come last.
std::string address_of(std::string_view path, const State& state, const Site& site,
                       const Parameters& more = {});

}  // namespace fihris::server::page
