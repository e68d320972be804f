// Finds where a quotation ends.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "query/query_lexer.h"
#include "text/query_chars.h"

namespace fihris::query {

// One per text. Linear in all, however many quotations are opened: a search that failed is not made
// again.
class QuoteFinder {
 public:
  QuoteFinder(std::string_view text, Diagnostics& diagnostics)
      : text_(text), diagnostics_(diagnostics) {}

  // The index of the mark that closes the quotation opened at `i`; 0 when none is opened there.
  // `boundary`: a blank or the start of the text lies before `i`.
  std::size_t closing(std::size_t i, bool boundary);

 private:
  bool at_end(std::size_t i) const { return i >= text_.size(); }
  char32_t look(std::size_t i) const {
    return at_end(i) ? U' ' : searcher::text::code_point_at(text_, i).value;
  }
  std::size_t after(std::size_t i) const {
    return at_end(i) ? i : searcher::text::code_point_at(text_, i).next;
  }
  bool is_inch_mark(std::size_t i) const;
  std::size_t closing_apostrophe(std::size_t i, bool boundary);
  template <class Accept>
  std::size_t find(std::size_t open, searcher::text::QuoteClass quote, Accept accept);

  std::string_view text_;
  Diagnostics& diagnostics_;
  std::array<bool, 4> exhausted_{};  // by QuoteClass
};

}  // namespace fihris::query
