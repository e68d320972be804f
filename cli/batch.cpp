#include "batch.h"

#include "fihris/searcher/evaluation.h"
#include "fihris/searcher/searcher.h"
#include "output.h"

namespace fihris::cli {
namespace {

std::string without_spaces(std::string_view id) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string result;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20) {
      result.push_back(c);
    } else {
      result.push_back('%');
      result.push_back(kDigits[byte >> 4]);
      result.push_back(kDigits[byte & 0x0F]);
    }
  }
  return result;
}

}  // namespace

std::size_t write_run(Searcher& searcher, const BatchOptions& options) {
  const Queries queries = read_queries(options.queries);
  const std::string tag = without_spaces(options.tag);
  Output out(options.run);
  std::size_t lines = 0;
  for (const auto& [id, text] : queries) {
    std::size_t rank = 0;
    for (const RankedId& hit : searcher.rank(text, options.limit, options.today)) {
      out.line(without_spaces(id) + " Q0 " + without_spaces(hit.id) + " " + std::to_string(++rank) +
               " " + fixed(hit.score, 6) + " " + tag);
    }
    lines += rank;
  }
  out.close();
  return lines;
}

}  // namespace fihris::cli
