#include "query/query_quotes.h"

namespace fihris::query {

std::size_t QuoteFinder::closing(std::size_t i, bool boundary) {
  const searcher::text::QuoteClass quote = searcher::text::opening_quote(look(i));
  if (quote == searcher::text::QuoteClass::kNone || at_end(i)) return 0;
  if (quote == searcher::text::QuoteClass::kSingle) return closing_apostrophe(i, boundary);
  if (is_inch_mark(i)) return 0;
  return find(i, quote, [](std::size_t) { return true; });
}

// Whether the mark stands for inches, as in 55".
bool QuoteFinder::is_inch_mark(std::size_t i) const {
  const bool after_digit = i > 0 && text_[i - 1] >= '0' && text_[i - 1] <= '9';
  return after_digit && searcher::text::is_separator(look(after(i)));
}

// Where the quotation that an apostrophe opens at `i` is closed, or 0. It opens one only when it
// stands around words: 'like this', not don't.
std::size_t QuoteFinder::closing_apostrophe(std::size_t i, bool boundary) {
  if (!boundary || !searcher::text::is_word_character(look(after(i)))) return 0;
  return find(i, searcher::text::QuoteClass::kSingle, [this](std::size_t close) {
    return text_[close - 1] != ' ' && !searcher::text::is_word_character(look(after(close)));
  });
}

template <class Accept>
std::size_t QuoteFinder::find(std::size_t open, searcher::text::QuoteClass quote, Accept accept) {
  bool& exhausted = exhausted_[static_cast<std::size_t>(quote)];
  if (exhausted) return 0;
  for (std::size_t i = after(open); !at_end(i); i = after(i)) {
    if (searcher::text::closes(look(i), quote) && accept(i)) return i;
  }
  exhausted = true;
  if (quote == searcher::text::QuoteClass::kSingle) return 0;
  diagnostics_.add("a quotation mark without its partner; ignored", {open, after(open)});
  return 0;
}

}  // namespace fihris::query
