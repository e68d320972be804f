// Clitics before words of another script: «وال», «بـ», «لل» in «والـBBC», «بـ15».
#pragma once

#include <string>
#include <string_view>

namespace fihris::stemmer::tokens {

// Whether `printed`, an Arabic word as it stands before a Latin word or a number, is a clitic.
bool is_joined_clitic(std::string_view printed);

// All of them, for the fingerprint.
std::string joined_clitic_table();

}  // namespace fihris::stemmer::tokens
