// A filter's text, symbol by symbol.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace fihris::server::filters {

// Reads on from where it stands. A view: the texts must outlive it.
class FilterScanner {
 public:
  // `place` names the text in messages: "the filter", "filter[1]".
  FilterScanner(std::string_view text, std::string_view place, std::string_view error_code)
      : text_(text), place_(place), error_code_(error_code) {}

  // Each of these passes over white space first.
  bool at_end();
  bool take(std::string_view symbol);        // ">=", "[", …
  bool take_keyword(std::string_view word);  // in capital letters, as the protocol has it
  bool value_follows();                      // a word that is no keyword, or a quotation mark
  // The word or quoted text that stands here; `expected` says in words what it should be.
  std::string value(std::string_view expected);
  std::string_view word_ahead();  // empty when there is none; stays where it is

  std::size_t position() const { return at_; }
  // Throws ApiError: what was expected and what stands there instead.
  [[noreturn]] void fail(std::string_view expected);
  // Throws ApiError{code} with a message about `position`, a byte.
  [[noreturn]] void fail_at(std::size_t position, const std::string& message,
                            std::string_view code) const;
  std::string_view error_code() const { return error_code_; }

 private:
  void skip_blanks();
  std::string quoted(char quote);
  void escaped(std::string& value);
  char32_t code_of_digits(std::size_t begin, std::size_t end) const;
  std::string what_follows() const;

  std::string_view text_;
  std::string_view place_;
  std::string_view error_code_;
  std::size_t at_ = 0;
};

}  // namespace fihris::server::filters
