// What identifies the analysis: indexes made by another one are refused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::stemmer {

// A table that keys depend on, as bytes.
struct KeyTable {
  std::string_view name;
  std::string content;
};

// All of them. What code does beside them shows in the keys of a probe text, or is told by the
// format number in fingerprint.cpp, which tests/stemmer/fingerprint_test.cpp watches.
std::vector<KeyTable> key_tables();

// 16 hex digits. `probe`: the tokens of probe_text().
std::string fingerprint_of(const std::vector<KeyTable>& tables, std::string_view latin_language,
                           const std::vector<Token>& probe);

// A fixed text that touches every rule.
std::string_view probe_text();

}  // namespace fihris::stemmer
