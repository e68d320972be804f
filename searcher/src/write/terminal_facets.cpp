#include <algorithm>
#include <string_view>

#include "text/result_text.h"
#include "write/terminal_parts.h"

namespace fihris::searcher::write {
namespace {

// A list longer than this belongs into --json.
constexpr std::size_t kShownValues = 10;
constexpr std::size_t kBarColumns = 40;

std::string heading(std::string_view text, bool colour) {
  return colour ? "\x1b[1m" + std::string(text) + "\x1b[0m\n" : std::string(text) + '\n';
}

// Writes a count, flush right and in front of its name: names from right to left cannot push it out
// of its column.
void write_count(std::string& out, std::uint64_t count, std::size_t columns, bool exact) {
  const std::string digits = (exact ? "" : "~") + std::to_string(count);
  out.append(4 + columns - std::min(columns, digits.size()), ' ').append(digits).append("  ");
}

std::size_t columns_for(std::uint64_t largest, bool exact) {
  return std::to_string(largest).size() + (exact ? 0 : 1);
}

void write_facet(std::string& out, const Facet& facet, bool exact, bool colour) {
  if (facet.values.empty()) return;
  out += heading(facet.field, colour);
  const std::size_t columns = columns_for(facet.values.front().count, exact);
  const std::size_t shown = std::min(kShownValues, facet.values.size());
  for (std::size_t i = 0; i < shown; ++i) {
    write_count(out, facet.values[i].count, columns, exact);
    out += text::shown_text(facet.values[i].value) + '\n';
  }
  const std::size_t more = facet.values.size() - shown;
  if (more > 0) out += "    and " + std::to_string(more) + " more\n";
  out += '\n';
}

void write_histogram(std::string& out, const SearchResults& results, bool colour) {
  const std::vector<DateCount>& dates = results.date_histogram;
  if (dates.empty()) return;
  std::uint64_t largest = 0;
  for (const DateCount& date : dates) largest = std::max(largest, date.count);
  out += heading("by date", colour);
  const std::size_t columns = columns_for(largest, results.facets_exact);
  for (const DateCount& date : dates) {
    out += "    " + date.period;
    write_count(out, date.count, columns, results.facets_exact);
    const std::size_t bar = (date.count * kBarColumns + largest - 1) / largest;
    for (std::size_t i = 0; i < bar; ++i) out += "▪";
    out += '\n';
  }
  out += '\n';
}

}  // namespace

void write_facets(std::string& out, const SearchResults& results, bool colour) {
  for (const Facet& facet : results.facets) write_facet(out, facet, results.facets_exact, colour);
  write_histogram(out, results, colour);
}

}  // namespace fihris::searcher::write
