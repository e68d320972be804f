#include "index_lines.h"

namespace fihris::cli {

std::string counted(std::uint64_t count, const std::string& thing) {
  return std::to_string(count) + ' ' + thing + (count == 1 ? "" : "s");
}

std::string unfit_lines(const ReadingCounts& counts) {
  std::string lines;
  for (const auto& [attribute, unfit] : counts.unfit) {
    lines += counted(unfit.count, "value") + " of " + attribute +
             (unfit.count == 1 ? " is" : " are") + " not " + unfit.wanted;
    if (!unfit.example.empty()) lines += ", such as «" + unfit.example + "» in " + unfit.article;
    lines += "; kept, not searched by\n";
  }
  return lines;
}

}  // namespace fihris::cli
