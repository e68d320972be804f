// Tags as people write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::parse {

// The tags in one text: between commas and semicolons of both scripts and strokes, but not those
// within a number («1,250»), and «#هاشتاغ #آخر» at the signs.
std::vector<std::string> split_tags(std::string_view text);

// Takes the sign and the underscores off hashtags and the blanks off all, and drops what is empty
// or the same as one before when normalised.
std::vector<std::string> tidy_tags(const std::vector<std::string>& tags);

// The distinct values as an Article holds several in one text (store/fields.h).
std::string joined_values(const std::vector<std::string>& values);

}  // namespace fihris::indexer::parse
