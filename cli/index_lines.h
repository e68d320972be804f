// Lines that commands which take articles in have in common.
#pragma once

#include <cstdint>
#include <string>

#include "fihris/indexer/article_reader.h"

namespace fihris::cli {

// "1 article", "2 articles".
std::string counted(std::uint64_t count, const std::string& thing);
// "3 values of views are not a number, such as «كثير» in ARTICLE"; a line an attribute.
std::string unfit_lines(const ReadingCounts& counts);

}  // namespace fihris::cli
