#include "arabic_lemmatizer.h"

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "clitics.h"
#include "fihris/stemmer/family.h"
#include "guarded_stemmer.h"
#include "lemma_table.h"
#include "letters.h"
#include "lexicon_identity.h"
#include "months.h"
#include "orthography.h"
#include "word_rules.h"

namespace fihris {
namespace {

LemmaSource to_source(lemma_image::Source source) {
  switch (source) {
    case lemma_image::Source::kStop:
      return LemmaSource::kStop;
    case lemma_image::Source::kName:
      return LemmaSource::kName;
    case lemma_image::Source::kException:
      return LemmaSource::kException;
    case lemma_image::Source::kPlural:
      return LemmaSource::kPlural;
    case lemma_image::Source::kTable:
    case lemma_image::Source::kVerb:
      return LemmaSource::kTable;
    case lemma_image::Source::kCounted:
      break;
  }
  return LemmaSource::kGuarded;
}

ArabicLemma plain(std::string_view printed) {
  ArabicLemma out;
  out.lemma = out.core = fold_arabic(printed);
  return out;
}

void add_clitics(std::string_view word, std::size_t before, std::size_t behind, ArabicLemma& out) {
  for (const std::string& clitic : separate_proclitics(word.substr(0, before))) {
    out.clitics.push_back(from_letters(clitic));
  }
  if (behind > 0) out.clitics.push_back(from_letters(word.substr(word.size() - behind)));
}

ArabicLemma from_entry(std::string_view word, const LemmaEntry& entry) {
  ArabicLemma out;
  out.lemma = from_letters(entry.lemma);
  const std::size_t cut = std::size_t{entry.letters_before} + entry.letters_behind;
  out.core = from_letters(fold_letters(
      cut < word.size() ? word.substr(entry.letters_before, word.size() - cut) : word));
  if (cut < word.size()) add_clitics(word, entry.letters_before, entry.letters_behind, out);
  out.source = to_source(entry.source);
  out.stop = entry.source == lemma_image::Source::kStop;
  return out;
}

ArabicLemma from_rules(std::string_view word, const RuleResult& result) {
  ArabicLemma out;
  out.lemma = from_letters(result.lemma);
  out.core = from_letters(fold_letters(result.core));
  add_clitics(word, result.before, result.behind, out);
  out.source = to_source(result.source);
  return out;
}

ArabicLemma guarded(std::string_view word, const LemmaTable& table) {
  ArabicLemma out;
  std::size_t before = 0;
  // Only the article is sure to be one in a word nobody knows.
  for (const CliticSplit& split : clitic_splits(word)) {
    if (split.article && split.behind == 0 && split.core.size() > 2)
      before = std::max(before, split.before);
  }
  const std::string_view core = word.substr(before);
  add_clitics(word, before, 0, out);
  out.core = from_letters(fold_letters(core));
  out.lemma = from_letters(guarded_stem(core, table));
  out.source = LemmaSource::kGuarded;
  return out;
}

}  // namespace

ArabicLemma lemmatize_arabic(std::string_view printed) {
  const std::optional<std::string> letters = to_letters(printed);
  if (!letters || letters->size() < 2 || letters->size() > lemma_image::kMaxFormLength)
    return plain(printed);
  const LemmaTable& table = LemmaTable::embedded();
  std::optional<LemmaEntry> entry = table.find(*letters);
  if (!entry) entry = table.find(fold_letters(*letters));
  if (entry && !entry->lemma.empty()) return from_entry(*letters, *entry);
  const auto result = find_by_rules(*letters, entry ? entry->frequency : 0, table);
  return result ? from_rules(*letters, *result) : guarded(*letters, table);
}

std::string family_of(std::string_view lemma) {
  const std::optional<std::string> letters = to_letters(lemma);
  const bool month = month_role(lemma, lemma).kind == MonthRole::Kind::kMonth;
  if (!letters || month) return {};
  return from_letters(LemmaTable::embedded().family(*letters));
}

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
  return entry && entry->source == lemma_image::Source::kName;
}

}  // namespace

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

std::string lexicon_identity() {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex(16, '0');
  std::uint64_t value = LemmaTable::embedded().identity();
  for (auto digit = hex.rbegin(); digit != hex.rend(); ++digit, value >>= 4)
    *digit = kDigits[value & 15];
  return hex;
}

}  // namespace fihris
