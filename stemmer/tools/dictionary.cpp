#include "dictionary.h"

#include <algorithm>
#include <set>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

constexpr std::size_t kLongestAffix = 8;

// A hamza printed on the other side of the alef is hardly ever a slip: إعداد is not أعداد.
constexpr int kOtherSide = 3;

int alef_edits(char printed, char spelled) {
  const bool sides = (printed == '<') != (spelled == '<');
  return sides && printed != 'A' && spelled != 'A' ? kOtherSide : 1;
}

// Counts letters in which the printed word differs from the dictionary's spelling; false when they
// differ by more than hamza seats, ta marbuta and alef maqsura.
bool count_edits(std::string_view printed, std::string_view spelled, Reading& reading) {
  if (printed.size() != spelled.size()) return false;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    if (printed[i] == spelled[i]) continue;
    if (stemmer::text::fold_letter(printed[i]) != stemmer::text::fold_letter(spelled[i]))
      return false;
    if (stemmer::text::fold_letter(printed[i]) == 'A') {
      reading.alef_edits += alef_edits(printed[i], spelled[i]);
    } else {
      ++reading.edits;
    }
  }
  return true;
}

// The nisba ي that a rule of paradigm L or M adds: "yAt" → "y", "wyp" → "wy".
std::string nisba_part(const std::string& add) {
  const std::size_t ya = add.find('y');
  return ya == std::string::npos ? add : add.substr(0, ya + 1);
}

// How rare the mood of a verb form is: see Reading::rarity.
int rarity_of_mood(const Stem& stem, std::string_view behind) {
  constexpr std::string_view kLongVowels = "AwyY";
  const std::string_view verb = stem.verb;
  if (stem.imperative) return 1;
  if (verb.size() < 3 || stem.letters.size() < 3 || !behind.empty()) return 0;
  if (std::string_view("ytn>").find(stem.letters[0]) == std::string_view::npos) return 0;
  const auto is_long = [&](char letter) {
    return kLongVowels.find(letter) != std::string_view::npos;
  };
  if (is_long(verb.back())) return is_long(stem.letters.back()) ? 0 : 2;
  if (verb[verb.size() - 2] != 'A' || stem.letters.back() != verb.back()) return 0;
  return is_long(stem.letters[stem.letters.size() - 2]) ? 0 : 1;
}

}  // namespace

Dictionary::Dictionary(const std::filesystem::path& aff, const std::filesystem::path& dic) {
  read_aff(aff);
  read_dic(dic);
  compose_endings();
  for (const Rule& prefix : prefixes_) openings_[fold_letters(prefix.add)].push_back(&prefix);
}

void Dictionary::add_ending(const Rule& rule, const Rule* pronoun) {
  Ending ending;
  ending.flag = rule.flag;
  ending.strip = rule.strip;
  ending.add = rule.add;
  ending.condition = rule.condition;
  ending.prefixes = rule.next;
  const char paradigm = flag_names_[static_cast<std::size_t>(rule.flag)][0];
  const bool noun_rule = !rule.next.none();
  // مصرفيون of مصرف belongs to مصرفي, which the dictionary leaves out here.
  const bool nisba = paradigm == 'L' || paradigm == 'M' || (paradigm == 'N' && rule.strip != "y");
  if (noun_rule && nisba) ending.lemma_add = nisba_part(rule.add);
  if (pronoun != nullptr) {
    if (!pronoun->condition.fits_end(rule.add) || !rule.add.ends_with(pronoun->strip)) return;
    ending.add.resize(rule.add.size() - pronoun->strip.size());
    ending.add += pronoun->add;
    ending.pronoun = pronoun->add.size();
    ending.prefixes |= pronoun->next;
  }
  auto& same = endings_[fold_letters(ending.add)];
  const bool known = std::any_of(same.begin(), same.end(), [&](const Ending& e) {
    return e.flag == ending.flag && e.strip == ending.strip && e.add == ending.add &&
           e.prefixes == ending.prefixes;
  });
  if (!known || !ending.condition.sets.empty()) same.push_back(std::move(ending));
}

void Dictionary::compose_endings() {
  for (const Rule& rule : suffixes_) {
    if (rule.flag < 0) continue;
    add_ending(rule, nullptr);
    for (const Rule& pronoun : suffixes_) {
      if (pronoun.flag >= 0 && rule.next.test(static_cast<std::size_t>(pronoun.flag)))
        add_ending(rule, &pronoun);
    }
  }
  endings_[""].push_back(Ending{});
  for (auto& [letters, endings] : endings_) {
    std::stable_sort(endings.begin(), endings.end(),
                     [](const Ending& a, const Ending& b) { return a.strip < b.strip; });
  }
}

std::string Dictionary::paradigms(const Stem& stem) const {
  std::set<char> found;
  for (std::size_t i = 0; i < flag_names_.size(); ++i) {
    if (stem.flags.test(i)) found.insert(flag_names_[i][0]);
  }
  return {found.begin(), found.end()};
}

std::vector<Reading> Dictionary::read(std::string_view word) const {
  std::vector<Reading> readings;
  if (word.size() > 24) return readings;
  read_with(word, nullptr, readings);
  const std::string folded = fold_letters(word);
  for (std::size_t size = 1; size < word.size() && size <= kLongestAffix; ++size) {
    const auto found = openings_.find(folded.substr(0, size));
    if (found == openings_.end()) continue;
    for (const Rule* prefix : found->second) read_with(word, prefix, readings);
  }
  return readings;
}

void Dictionary::read_with(std::string_view word, const Rule* prefix,
                           std::vector<Reading>& readings) const {
  const std::string_view rest = word.substr(prefix == nullptr ? 0 : prefix->add.size());
  const std::string folded =
      (prefix == nullptr ? std::string() : fold_letters(prefix->strip)) + fold_letters(rest);
  for (std::size_t size = 0; size <= kLongestAffix && size < folded.size(); ++size) {
    const auto found = endings_.find(folded.substr(folded.size() - size));
    if (found == endings_.end()) continue;
    const std::string_view middle = std::string_view(folded).substr(0, folded.size() - size);
    for (const Ending& ending : found->second) match(word, prefix, ending, middle, readings);
  }
}

bool Dictionary::may_take(const Stem& stem, const Rule* prefix, const Ending& ending) {
  if (ending.flag >= 0 && !stem.flags.test(static_cast<std::size_t>(ending.flag))) return false;
  if (!stem.letters.ends_with(ending.strip) || !ending.condition.fits_end(stem.letters)) {
    return false;
  }
  if (prefix == nullptr) return true;
  const auto flag = static_cast<std::size_t>(prefix->flag);
  if (!stem.flags.test(flag) && !ending.prefixes.test(flag)) return false;
  return stem.letters.starts_with(prefix->strip) && prefix->condition.fits_begin(stem.letters);
}

std::string Dictionary::spelling(const std::string& word, const Rule* prefix) {
  return prefix == nullptr ? word : prefix->add + word.substr(prefix->strip.size());
}

void Dictionary::match(std::string_view word, const Rule* prefix, const Ending& ending,
                       std::string_view middle, std::vector<Reading>& readings) const {
  const auto found = by_letters_.find(std::string(middle) + fold_letters(ending.strip));
  if (found == by_letters_.end()) return;
  for (const std::size_t index : found->second) {
    const Stem& stem = stems_[index];
    if (!may_take(stem, prefix, ending)) continue;
    const std::string base = stem.letters.substr(0, stem.letters.size() - ending.strip.size());
    Reading reading;
    if (!count_edits(word, spelling(base + ending.add, prefix), reading)) continue;
    reading.word_class = stem.verb.empty() ? WordClass::kNoun : WordClass::kVerb;
    reading.stem = index;
    reading.lemma = !stem.verb.empty()         ? stem.verb
                    : ending.lemma_add.empty() ? stem.letters
                                               : base + ending.lemma_add;
    reading.before = prefix == nullptr ? std::string_view() : std::string_view(prefix->add);
    reading.behind = ending.add;
    reading.paradigm =
        ending.flag < 0 ? ' ' : flag_names_[static_cast<std::size_t>(ending.flag)][0];
    reading.pronoun = ending.pronoun;
    reading.rarity = stem.verb.empty() ? 0 : rarity_of_mood(stem, reading.behind);
    readings.push_back(std::move(reading));
  }
}

}  // namespace fihris::lemma_tool
