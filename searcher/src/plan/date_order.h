// «ديسمبر 2024» and "2024-12" are one month, written in two orders.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::searcher::plan {

// The tokens of a sequence, as indexes, with every date turned round: year, month and perhaps day
// for day, month and year, and the reverse. Empty when there is no date of month and year.
std::vector<std::size_t> other_order_of_dates(std::span<const Token> sequence);

}  // namespace fihris::searcher::plan
