// Patterns of Arabic broken plurals.
#pragma once

#include <string_view>

namespace fihris::lemma_tool {

// Whether `plural` can be a broken plural of `singular` by its pattern (وزراء of وزير, مدن of
// مدينة). Folded letters.
bool is_broken_plural_of(std::string_view plural, std::string_view singular);

// Whether `feminine` is the feminine of the elative or colour `masculine` (كبرى of أكبر, حمراء of
// أحمر). Folded letters.
bool is_feminine_of_elative(std::string_view feminine, std::string_view masculine);

}  // namespace fihris::lemma_tool
