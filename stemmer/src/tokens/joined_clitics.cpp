#include "tokens/joined_clitics.h"

#include <algorithm>

#include "text/orthography.h"
#include "text/table_bytes.h"

namespace fihris::stemmer::tokens {
namespace {

constexpr std::string_view kProclitics[] = {"و",   "ف",   "ب",    "ل",   "ك",  "ال",
                                            "وال", "بال", "فال",  "كال", "لل", "ول",
                                            "وب",  "ولل", "وبال", "فب",  "فل"};

// More bytes than a clitic has with all the marks a letter may carry.
constexpr std::size_t kMaxBytes = 32;

}  // namespace

bool is_joined_clitic(std::string_view printed) {
  if (printed.size() > kMaxBytes) return false;
  const std::string bare = text::printed_arabic(printed);
  return std::find(std::begin(kProclitics), std::end(kProclitics), bare) != std::end(kProclitics);
}

std::string joined_clitic_table() {
  std::string table;
  for (const std::string_view clitic : kProclitics) table += text::table_row(clitic);
  return table;
}

}  // namespace fihris::stemmer::tokens
