#include "fihris/stemmer/family.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

#include "lemmas/lemma_table.h"
#include "months/months.h"
#include "text/letters.h"

namespace fihris {

using stemmer::lemmas::LemmaTable;
using stemmer::months::MonthRole;

namespace {

// By the place of the key in the image, where each key stands once: faster to sort than letters.
using FamilyMember = std::pair<const char*, std::string_view>;

bool by_key(const FamilyMember& a, const FamilyMember& b) {
  return std::less<>()(a.first, b.first);
}

std::vector<FamilyMember> all_by_family() {
  std::vector<FamilyMember> members;
  LemmaTable::embedded().each_in_a_family([&](std::string_view lemma, std::string_view key) {
    members.emplace_back(key.data(), lemma);
  });
  std::sort(members.begin(), members.end(), by_key);
  return members;
}

std::vector<std::string_view> members_of(std::string_view key) {
  static const std::vector<FamilyMember> members = all_by_family();
  const auto [first, last] =
      std::equal_range(members.begin(), members.end(), FamilyMember(key.data(), {}), by_key);
  std::vector<std::string_view> lemmas;
  for (auto member = first; member != last; ++member) lemmas.push_back(member->second);
  return lemmas;
}

std::vector<std::string> others(const std::vector<std::string_view>& lemmas, std::string_view but) {
  std::vector<std::string> words;
  for (const std::string_view lemma : lemmas) {
    if (lemma != but) words.push_back(from_letters(lemma));
  }
  return words;
}

bool is_name(std::string_view lemma) {
  const auto entry = LemmaTable::embedded().find(lemma);
  return entry && entry->source == stemmer::lemma_image::Source::kName;
}

}  // namespace

std::string family_of(std::string_view lemma) {
  const std::optional<std::string> letters = to_letters(lemma);
  const bool month = stemmer::months::month_role(lemma, lemma).kind == MonthRole::Kind::kMonth;
  if (!letters || month) return {};
  return from_letters(LemmaTable::embedded().family(*letters));
}

std::vector<std::string> relatives_of(std::string_view lemma) {
  const std::optional<std::string> letters = to_letters(lemma);
  if (!letters || family_of(lemma).empty()) return {};
  return others(members_of(LemmaTable::embedded().family(*letters)), *letters);
}

// Names have no other families than that of the place.
std::vector<std::string> origins_of(std::string_view lemma) {
  const std::optional<std::string> letters = to_letters(lemma);
  if (!letters || !is_name(*letters) || family_of(lemma).empty()) return {};
  std::vector<std::string_view> members = members_of(LemmaTable::embedded().family(*letters));
  std::erase_if(members, [](std::string_view member) { return !is_name(member); });
  return others(members, *letters);
}

}  // namespace fihris
