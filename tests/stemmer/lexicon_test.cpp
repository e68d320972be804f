// The hand-written lists of stemmer/lexicon: their form, and that no two of them contradict each
// other.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris {
namespace {

using Words = std::vector<std::string>;

struct Entry {
  std::size_t line = 0;
  std::size_t group = 0;  // entries between two blank lines share it
  Words words;
};

struct List {
  std::string header;  // the comment lines before the first entry
  std::vector<Entry> entries;
};

List read_list(const std::string& name) {
  std::ifstream in(std::string(FIHRIS_SOURCE_DIR) + "/stemmer/lexicon/" + name);
  EXPECT_TRUE(in.is_open()) << name;
  List list;
  std::size_t number = 0, group = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) ++group;
    if (list.entries.empty() && line.starts_with('#')) list.header += line + '\n';
    std::istringstream fields(line.substr(0, line.find('#')));
    Entry entry{number, group, {}};
    for (std::string word; fields >> word;) entry.words.push_back(word);
    if (!entry.words.empty()) list.entries.push_back(entry);
  }
  return list;
}

// The letters U+0621 HAMZA to U+063A GHAIN and U+0641 FEH to U+064A YEH, all of them two bytes in
// UTF-8.
bool is_arabic_word(const std::string& word) {
  if (word.empty() || word.size() % 2 != 0) return false;
  for (std::size_t i = 0; i < word.size(); i += 2) {
    const auto high = static_cast<unsigned char>(word[i]);
    const auto low = static_cast<unsigned char>(word[i + 1]);
    const unsigned point = ((high & 0x1FU) << 6U) | (low & 0x3FU);
    if (high >> 5U != 6U || low >> 6U != 2U) return false;
    if (!(point >= 0x621 && point <= 0x63A) && !(point >= 0x641 && point <= 0x64A)) return false;
  }
  return true;
}

// Folded form → folded lemma; a form that is given two lemmas is a failure.
class Lemmas {
 public:
  void add(const std::string& form, const std::string& lemma, const std::string& where) {
    const auto [known, is_new] = map_.emplace(normalize(form), normalize(lemma));
    EXPECT_TRUE(is_new) << where << ": " << form << " stands twice";
    if (!is_new) {
      EXPECT_EQ(known->second, normalize(lemma)) << where << ": " << form;
    }
  }
  const std::map<std::string, std::string>& map() const { return map_; }

 private:
  std::map<std::string, std::string> map_;
};

std::string where(const std::string& file, const Entry& entry) {
  return file + ":" + std::to_string(entry.line);
}

// Every word of a line is a form of the first; whether the first is one as well, `with_first` says.
Lemmas forms_of_first(const std::string& file, bool with_first) {
  Lemmas lemmas;
  for (const Entry& entry : read_list(file).entries) {
    for (std::size_t i = with_first ? 0 : 1; i < entry.words.size(); ++i) {
      lemmas.add(entry.words[i], entry.words[0], where(file, entry));
    }
  }
  return lemmas;
}

Lemmas nisba_plurals() {
  Lemmas lemmas;
  for (const Entry& entry : read_list("nisba.txt").entries) {
    const auto bar = std::find(entry.words.begin(), entry.words.end(), "|");
    if (bar == entry.words.end()) continue;
    for (auto word = bar + 1; word != entry.words.end(); ++word) {
      lemmas.add(*word, entry.words[0], where("nisba.txt", entry));
    }
  }
  return lemmas;
}

Lemmas exceptions() {
  Lemmas lemmas;
  for (const Entry& entry : read_list("exceptions.txt").entries) {
    lemmas.add(entry.words.at(0), entry.words.at(1), where("exceptions.txt", entry));
  }
  return lemmas;
}

std::set<std::string> words_in(const std::string& file) {
  std::set<std::string> words;
  for (const Entry& entry : read_list(file).entries)
    words.insert(entry.words.begin(), entry.words.end());
  return words;
}

void expect_agreement(const Lemmas& one, const Lemmas& other) {
  for (const auto& [form, lemma] : one.map()) {
    const auto found = other.map().find(form);
    if (found != other.map().end()) {
      EXPECT_EQ(found->second, lemma) << form;
    }
  }
}

class LexiconFile : public testing::TestWithParam<const char*> {};

TEST_P(LexiconFile, SaysWhatItIsHowItIsWrittenWhereItComesFromAndUnderWhichLicence) {
  const std::string header = read_list(GetParam()).header;
  for (const char* part :
       {"# What: ", "# Format: ", "# Source: ", "# Licence: GPL-2.0-or-later."}) {
    EXPECT_THAT(header, testing::HasSubstr(part));
  }
}

TEST_P(LexiconFile, HoldsNothingButArabicLetters) {
  const bool has_bars = std::string(GetParam()) == "nisba.txt";
  for (const Entry& entry : read_list(GetParam()).entries) {
    for (const std::string& word : entry.words) {
      EXPECT_TRUE(is_arabic_word(word) || (has_bars && word == "|"))
          << where(GetParam(), entry) << ": " << word;
    }
  }
}

TEST_P(LexiconFile, NamesEveryHeadwordOnce) {
  const std::string name = GetParam();
  // Some are about spellings that fold to the same letters.
  const bool words_only = name.ends_with("stop_words.txt");
  const bool as_printed = name == "printed.txt" || words_only;
  std::set<std::string> seen;
  for (const Entry& entry : read_list(name).entries) {
    const std::size_t heads = words_only ? entry.words.size() : 1;
    for (std::size_t i = 0; i < heads; ++i) {
      const std::string& word = entry.words[i];
      EXPECT_TRUE(seen.insert(as_printed ? word : normalize(word)).second)
          << where(name, entry) << ": " << word;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, LexiconFile,
                         testing::Values("broken_plurals.txt", "names.txt", "nisba.txt",
                                         "variants.txt", "stop_words.txt", "not_stop_words.txt",
                                         "exceptions.txt", "printed.txt"));

TEST(Lexicon, IsAsLargeAsPromised) {
  EXPECT_GE(read_list("broken_plurals.txt").entries.size(), 1600U);
  EXPECT_GE(read_list("names.txt").entries.size(), 1400U);
  EXPECT_GE(read_list("nisba.txt").entries.size(), 250U);
  EXPECT_GE(read_list("variants.txt").entries.size(), 200U);
  EXPECT_GE(words_in("stop_words.txt").size(), 250U);
  EXPECT_GE(read_list("exceptions.txt").entries.size(), 1200U);
}

TEST(Lexicon, GivesEveryEntryTheWordsItsFormatAsksFor) {
  for (const char* file : {"broken_plurals.txt", "variants.txt", "nisba.txt"}) {
    for (const Entry& entry : read_list(file).entries)
      EXPECT_GE(entry.words.size(), 2U) << where(file, entry);
  }
  for (const char* file : {"exceptions.txt", "printed.txt"}) {
    for (const Entry& entry : read_list(file).entries)
      EXPECT_EQ(entry.words.size(), 2U) << where(file, entry);
  }
}

TEST(Lexicon, GivesAPluralToOneSingularAndAVariantToOneWord) {
  const Lemmas plurals = forms_of_first("broken_plurals.txt", false);
  forms_of_first("names.txt", true);
  forms_of_first("variants.txt", true);
  for (const Entry& entry : read_list("broken_plurals.txt").entries) {
    EXPECT_FALSE(plurals.map().contains(normalize(entry.words[0])))
        << where("broken_plurals.txt", entry) << ": a singular that is a plural as well";
  }
}

TEST(Lexicon, ListsThatNameTheSameFormAgreeOnItsLemma) {
  const Lemmas plurals = forms_of_first("broken_plurals.txt", false);
  const Lemmas names = forms_of_first("names.txt", true);
  const Lemmas variants = forms_of_first("variants.txt", false);
  const Lemmas nisbas = nisba_plurals();
  const Lemmas single = exceptions();
  for (const Lemmas* one : {&plurals, &names, &variants, &nisbas, &single}) {
    for (const Lemmas* other : {&plurals, &names, &variants, &nisbas, &single})
      expect_agreement(*one, *other);
  }
}

TEST(Lexicon, MapsNoExceptionToAFormThatHasAnotherLemma) {
  const Lemmas single = exceptions();
  const Lemmas variants = forms_of_first("variants.txt", false);
  for (const auto& [form, lemma] : single.map()) {
    const auto again = single.map().find(lemma);
    if (again != single.map().end()) {
      EXPECT_EQ(again->second, lemma) << form;
    }
    EXPECT_FALSE(variants.map().contains(lemma)) << form << ": its lemma is a variant spelling";
  }
}

TEST(Lexicon, BelongsAdjectivesOfOriginToNamesItKnows) {
  const std::set<std::string> names = words_in("names.txt");
  for (const Entry& entry : read_list("nisba.txt").entries) {
    const std::string& name = entry.words.at(1);
    EXPECT_TRUE(name == entry.words[0] || names.contains(name))
        << where("nisba.txt", entry) << ": " << name;
    EXPECT_FALSE(names.contains(entry.words[0])) << where("nisba.txt", entry);
  }
}

TEST(Lexicon, HasNoWordThatIsBothFunctionWordAndName) {
  const std::set<std::string> stops = words_in("stop_words.txt");
  for (const std::string& name : words_in("names.txt")) EXPECT_FALSE(stops.contains(name)) << name;
}

// Function words are compared folded: another word that folds to one (فئة beside فيه, علي beside
// على) is lost unless printed.txt tells the spellings apart.
TEST(Lexicon, LetsNoFunctionWordSwallowAnotherListedWord) {
  const std::set<std::string> stops = words_in("stop_words.txt");
  std::set<std::string> told_apart;
  for (const Entry& entry : read_list("printed.txt").entries) told_apart.insert(entry.words[0]);
  std::set<std::string> folded;
  for (const std::string& word : stops) folded.insert(normalize(word));
  for (const char* file :
       {"names.txt", "broken_plurals.txt", "exceptions.txt", "nisba.txt", "variants.txt"}) {
    for (const std::string& word : words_in(file)) {
      if (word == "|" || stops.contains(word) || !folded.contains(normalize(word))) continue;
      EXPECT_TRUE(told_apart.contains(word)) << file << ": " << word;
    }
  }
}

TEST(Lexicon, PrintedGroupsTellDifferentWordsOfTheSameLettersApart) {
  std::map<std::size_t, std::vector<Entry>> groups;
  const std::set<std::string> stops = words_in("stop_words.txt");
  for (const Entry& entry : read_list("printed.txt").entries) groups[entry.group].push_back(entry);
  std::set<std::string> seen;
  for (const auto& [number, entries] : groups) {
    std::set<std::string> letters, readings;
    for (const Entry& entry : entries) {
      letters.insert(normalize(entry.words[0]));
      readings.insert((stops.contains(entry.words[0]) ? "function word " : "") +
                      normalize(entry.words[1]));
    }
    EXPECT_EQ(letters.size(), 1U) << where("printed.txt", entries[0]);
    EXPECT_GE(readings.size(), 2U) << where("printed.txt", entries[0]);
    EXPECT_TRUE(seen.insert(*letters.begin()).second) << where("printed.txt", entries[0]);
  }
}

// When the spelling decides nothing, the first reading of a group holds: it must be the one of the
// other lists.
TEST(Lexicon, PrintedGroupsBeginWithTheReadingOfTheOtherLists) {
  const Lemmas lists[] = {forms_of_first("broken_plurals.txt", false),
                          forms_of_first("names.txt", true), exceptions()};
  const std::set<std::string> stops = words_in("stop_words.txt");
  std::size_t group = 0;
  for (const Entry& entry : read_list("printed.txt").entries) {
    if (entry.group == group) continue;
    group = entry.group;
    if (stops.contains(entry.words[0])) continue;
    for (const Lemmas& list : lists) {
      const auto found = list.map().find(normalize(entry.words[0]));
      if (found != list.map().end()) {
        EXPECT_EQ(found->second, normalize(entry.words[1])) << where("printed.txt", entry);
      }
    }
  }
}

}  // namespace
}  // namespace fihris
