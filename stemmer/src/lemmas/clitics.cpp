#include "lemmas/clitics.h"

#include <array>

#include "text/table_bytes.h"

namespace fihris::stemmer::lemmas {
namespace {

struct Proclitic {
  std::string_view letters;
  bool article;
};

// و and ف stand outermost, then ب ل ك, then the article; لل is ل + ال with its alef gone.
constexpr std::array<Proclitic, 26> kProclitics = {{
    {"", false},   {"w", false},  {"f", false},   {"b", false},   {"l", false},   {"k", false},
    {"wb", false}, {"wl", false}, {"wk", false},  {"fb", false},  {"fl", false},  {"Al", true},
    {"wAl", true}, {"fAl", true}, {"bAl", true},  {"kAl", true},  {"ll", true},   {"wbAl", true},
    {"wll", true}, {"fll", true}, {"fbAl", true}, {"fkAl", true}, {"wkAl", true}, {"s", false},
    {"ws", false}, {"fs", false},
}};

constexpr std::array<std::string_view, 11> kPronouns = {"",  "h",  "hA", "hm", "hmA", "hn",
                                                        "k", "km", "nA", "y",  "ny"};

constexpr std::size_t kLeastCore = 2;
constexpr std::size_t kLeastCoreWithoutArticle = 3;

// Adds a split with this core, and where it may have ended otherwise before a pronoun was attached,
// one with that.
void append_repaired(std::string core, CliticSplit split, std::vector<CliticSplit>& splits) {
  const char last = core.back();
  split.core = core;
  splits.push_back(split);
  char before_pronoun = '\0';
  if (last == 't') before_pronoun = 'p';                  // مدرسته ← مدرسة
  if (last == 'A') before_pronoun = 'Y';                  // مستواه ← مستوى
  if (last == '&' || last == '}') before_pronoun = '\'';  // رؤساؤه ← رؤساء
  if (before_pronoun == '\0') return;
  split.core.back() = before_pronoun;
  splits.push_back(split);
}

void append_with_pronouns(std::string_view rest, CliticSplit split,
                          std::vector<CliticSplit>& splits) {
  for (const std::string_view pronoun : kPronouns) {
    if (pronoun.empty()) {
      split.core = rest;
      splits.push_back(split);
      continue;
    }
    if (split.article || !rest.ends_with(pronoun)) continue;
    if (rest.size() < pronoun.size() + kLeastCoreWithoutArticle) continue;
    CliticSplit with = split;
    with.behind = pronoun.size();
    append_repaired(std::string(rest.substr(0, rest.size() - pronoun.size())), with, splits);
  }
}

}  // namespace

std::vector<CliticSplit> clitic_splits(std::string_view word) {
  std::vector<CliticSplit> splits;
  for (const Proclitic& proclitic : kProclitics) {
    const std::size_t least =
        proclitic.article || proclitic.letters.empty() ? kLeastCore : kLeastCoreWithoutArticle;
    if (!word.starts_with(proclitic.letters) || word.size() < proclitic.letters.size() + least)
      continue;
    CliticSplit split;
    split.before = proclitic.letters.size();
    split.article = proclitic.article;
    const std::string_view rest = word.substr(split.before);
    split.future = proclitic.letters.ends_with('s');
    if (split.future && std::string_view("ytn>A").find(rest.front()) == std::string_view::npos)
      continue;
    append_with_pronouns(rest, split, splits);
    // ل + ال + لجنة is written للجنة: the second ل is the word's own.
    if (proclitic.letters.ends_with("ll"))
      append_with_pronouns(word.substr(split.before - 1), split, splits);
  }
  return splits;
}

std::vector<std::string> separate_proclitics(std::string_view letters) {
  std::vector<std::string> clitics;
  for (std::size_t pos = 0; pos < letters.size();) {
    const std::size_t size = letters.substr(pos, 2) == "Al" ? 2 : 1;
    clitics.emplace_back(letters.substr(pos, size));
    pos += size;
  }
  return clitics;
}

std::string clitic_table() {
  std::string table;
  for (const Proclitic& each : kProclitics) table += text::table_row(each.letters, each.article);
  for (const std::string_view pronoun : kPronouns) table += text::table_row(pronoun);
  return table;
}

}  // namespace fihris::stemmer::lemmas
