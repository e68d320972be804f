// A printed date as numbers, words and marks.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace fihris::indexer::dates {

struct DateToken {
  enum class Kind : std::uint8_t { kNumber, kWord, kMark } kind = Kind::kMark;
  int value = 0;     // of a number
  int digits = 0;    // of a number
  std::string word;  // as in the text
};

// Takes normalised text: digits are ASCII. Empty when it holds what no date holds, a number of more
// than eight digits.
std::vector<DateToken> date_tokens(const std::string& text);

}  // namespace fihris::indexer::dates
