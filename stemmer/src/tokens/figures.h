// Figures that are written in groups: thousands, addresses, telephone numbers.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "tokens/tokenizer.h"

namespace fihris::stemmer::tokens {

// What may stand between the digits of one number.
bool is_number_joiner(char32_t c);

// U+060C ARABIC COMMA between two pieces of digits groups thousands: «١،٢٥٠».
bool is_thousands_comma(std::string_view text, const Piece& left, const Piece& right);

// Pieces [first, end) are «1.002.000» and no address such as 192.168.100.200.
bool are_thousands(std::string_view text, const std::vector<Piece>& pieces, std::size_t first,
                   std::size_t end);

// The last numbers of an address: «168.1.1» is no decimal where «192.» stands before it.
bool continues_address(const std::vector<Piece>& pieces, std::size_t first);

// Pieces [first, end) are groups of digits with dashes between them, as many as a telephone number
// has.
bool is_telephone_number(std::string_view text, const std::vector<Piece>& pieces, std::size_t first,
                         std::size_t end);

}  // namespace fihris::stemmer::tokens
