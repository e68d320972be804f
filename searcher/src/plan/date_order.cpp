#include "plan/date_order.h"

#include <algorithm>
#include <numeric>

namespace fihris::searcher::plan {
namespace {

// Of a Gregorian date; Hijri ones are not written in figures with their month known.
bool is_month(const Token& token) {
  return token.kind == TokenKind::kMonth && token.lemma.front() == 'm';
}

bool is_number(const Token& token, std::size_t shortest, std::size_t longest) {
  const std::size_t digits = token.norm.size();
  return token.kind == TokenKind::kNumber && digits >= shortest && digits <= longest &&
         token.norm.find('.') == std::string_view::npos;
}

bool is_year(const Token& token) { return is_number(token, 4, 4); }
bool is_day(const Token& token) { return is_number(token, 1, 2); }

struct Range {
  std::size_t first = 0;
  std::size_t end = 0;
};

// The date whose month stands at `i`; without the year it is none.
Range date_around(std::span<const Token> sequence, std::size_t i) {
  const bool year_behind = i + 1 < sequence.size() && is_year(sequence[i + 1]);
  const bool year_before = i > 0 && is_year(sequence[i - 1]);
  if (year_behind) return {i > 0 && is_day(sequence[i - 1]) ? i - 1 : i, i + 2};
  if (!year_before) return {};
  return {i - 1, i + 1 < sequence.size() && is_day(sequence[i + 1]) ? i + 2 : i + 1};
}

}  // namespace

std::vector<std::size_t> other_order_of_dates(std::span<const Token> sequence) {
  std::vector<std::size_t> order(sequence.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::size_t done = 0;
  for (std::size_t i = 0; i < sequence.size(); ++i) {
    if (!is_month(sequence[i])) continue;
    const Range date = date_around(sequence, i);
    if (date.end == 0 || date.first < done) continue;
    std::reverse(order.begin() + static_cast<std::ptrdiff_t>(date.first),
                 order.begin() + static_cast<std::ptrdiff_t>(date.end));
    done = date.end;
  }
  if (done == 0) order.clear();
  return order;
}

}  // namespace fihris::searcher::plan
