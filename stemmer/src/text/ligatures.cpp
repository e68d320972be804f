#include "text/ligatures.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/table_bytes.h"

namespace fihris::stemmer::text {
namespace {

struct Ligature {
  char32_t code_point;
  std::string_view words;
};

constexpr std::array<Ligature, 22> kLigatures = {{
    {0xFD40, " رحمه الله "},
    {0xFD41, " رضي الله عنه "},
    {0xFD42, " رضي الله عنها "},
    {0xFD43, " رضي الله عنهم "},
    {0xFD44, " رضي الله عنهما "},
    {0xFD45, " رضي الله عنهن "},
    {0xFD46, " صلى الله عليه وآله "},
    {0xFD47, " عليه السلام "},
    {0xFD48, " عليهم السلام "},
    {0xFD49, " عليهما السلام "},
    {0xFD4A, " عليه الصلاة والسلام "},
    {0xFD4B, " قدس سره "},
    {0xFD4C, " صلى الله عليه وآله وسلم "},
    {0xFD4D, " عليها السلام "},
    {0xFD4E, " تبارك وتعالى "},
    {0xFD4F, " رحمهم الله "},
    {0xFDCF, " سلامه علينا "},
    {0xFDFA, " صلى الله عليه وسلم "},
    {0xFDFB, " جل جلاله "},
    {0xFDFD, " بسم الله الرحمن الرحيم "},
    {0xFDFE, " سبحانه وتعالى "},
    {0xFDFF, " عز وجل "},
}};

}  // namespace

std::string_view spelled_ligature(char32_t c) {
  if (c < kLigatures.front().code_point || c > kLigatures.back().code_point) return {};
  const auto found = std::find_if(kLigatures.begin(), kLigatures.end(),
                                  [c](const Ligature& each) { return each.code_point == c; });
  return found == kLigatures.end() ? std::string_view() : found->words;
}

std::string ligature_table() {
  std::string table;
  for (const Ligature& each : kLigatures)
    table += table_row(static_cast<std::uint32_t>(each.code_point), each.words);
  return table;
}

}  // namespace fihris::stemmer::text
