#include "candidates.h"

#include <algorithm>

#include "lemmas/clitics.h"
#include "rule_readings.h"
#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

bool same(const Candidate& a, const Candidate& b) {
  return a.lemma == b.lemma && a.word_class == b.word_class && a.before == b.before &&
         a.pattern == b.pattern;
}

// The letters of the pronoun behind a verb: no ending of a verb has ه or ك.
std::size_t pronoun_of_verb(std::string_view ending) {
  const std::size_t at = ending.find_first_of("hk");
  return at == std::string_view::npos ? 0 : ending.size() - at;
}

}  // namespace

void add_unique(Candidate candidate, std::vector<Candidate>& out) {
  for (Candidate& known : out) {
    if (!same(known, candidate)) continue;
    known.alef_edits = std::min(known.alef_edits, candidate.alef_edits);
    known.edits = std::min(known.edits, candidate.edits);
    known.rarity = std::min(known.rarity, candidate.rarity);
    return;
  }
  out.push_back(std::move(candidate));
}

constexpr int kUnlikelyPronoun = 3;
constexpr int kNotAProclitic = 4;
constexpr int kUnlikelyVerb = 2;
constexpr std::uint64_t kArticleShare = 20;

CandidateFinder::CandidateFinder(const Dictionary* dictionary, const Lexicon& lexicon,
                                 const NounCanon& canon, const WordCounts& counts)
    : dictionary_(dictionary),
      lexicon_(lexicon),
      canon_(canon),
      counts_(counts),
      verb_keys_(dictionary, counts) {}

std::vector<Candidate> CandidateFinder::find(const std::string& word) const {
  std::vector<Candidate> out;
  if (dictionary_ != nullptr) add_dictionary(word, out);
  add_names(word, out);
  add_listed_nouns(word, out);
  add_exceptions(word, out);
  add_rule_readings(word, canon_, lexicon_, counts_, out);
  prefer_whole_noun(word, out);
  return out;
}

// Drops readings with a clitic where the whole word is a noun itself, as it was printed under the
// article: فلكي is not ف + لكي, بترو not ب + ترو. A verb it may be nevertheless.
void CandidateFinder::prefer_whole_noun(const std::string& word,
                                        std::vector<Candidate>& out) const {
  const std::uint64_t with = counts_.printed_count("Al" + word),
                      alone = counts_.printed_count(word);
  if (with * kArticleShare <= alone) return;
  Candidate* whole = nullptr;
  bool known = false;
  for (Candidate& c : out) {
    if (!c.before.empty() && !c.before.ends_with("Al") && !c.before.ends_with("ll"))
      c.rarity += kNotAProclitic;
    if (!c.before.empty() || c.letters_behind > 0) continue;
    if (c.word_class == WordClass::kVerb && with * 2 > alone) c.rarity += kUnlikelyVerb;
    if (c.pattern == "R>+") whole = &c;
    known = known || (c.pattern[0] != 'R' && !c.pattern.starts_with("N "));
  }
  if (whole == nullptr || known) return;
  whole->pattern = "A+";
  whole->rarity = 0;
}

// Whether a word in ي is an adjective: إصلاحي is one rather than "my reform" when it was printed
// with the article or ة.
bool CandidateFinder::is_nisba(const std::string& word, std::size_t before) const {
  const std::string folded = fold_letters(word.substr(before));
  if (!folded.ends_with('y') || folded.size() < 4) return false;
  for (const char* with : {"Al", "wAl", "bAl", "ll"})
    if (counts_.folded_count(with + folded) > 0) return true;
  return counts_.folded_count("Al" + folded + "h") > 0;
}

// Whether a word was seen often with something before it that ought to be a clitic, and never
// without, and so was the noun it should be the plural of: بوتن, which is not ب + وتن.
bool CandidateFinder::stands_only_behind(const std::string& word, std::size_t before,
                                         const std::string& lemma) const {
  constexpr std::uint64_t kOften = 20;
  if (before != 1 || counts_.printed_count(word) < kOften) return false;
  const auto seen = [this](const std::string& folded) {
    return counts_.folded_count(folded) + counts_.folded_count("Al" + folded) > 0;
  };
  const std::string rest = fold_letters(word.substr(before));
  return rest != lemma && !seen(rest) && !seen(lemma);
}

void CandidateFinder::add_dictionary(const std::string& word, std::vector<Candidate>& out) const {
  for (const Reading& reading : dictionary_->read(word)) {
    // The interrogative أ is as good as absent from written prose and would swallow many an alef.
    if (!reading.before.empty() && (reading.before[0] == '>' || reading.before[0] == '|')) continue;
    // Function words are listed with the conjunctions before them: والي is a governor, not و + إلي.
    if (reading.paradigm == ' ' && !reading.before.empty() &&
        lexicon_.folded_stop_words.contains(fold_letters(reading.lemma))) {
      continue;
    }
    const bool verb = reading.word_class == WordClass::kVerb;
    Candidate c;
    c.word_class = reading.word_class;
    c.lemma = verb ? verb_keys_.of(reading.lemma) : canon_.of(reading);
    if (!verb && stands_only_behind(word, reading.before.size(), c.lemma)) continue;
    c.before = reading.before;
    c.pattern =
        std::string(verb ? "V" : "N") + reading.paradigm + "+" + std::string(reading.behind);
    c.alef_edits = reading.alef_edits;
    c.edits = reading.edits;
    c.rarity =
        reading.rarity +
        (reading.pronoun == 1 && is_nisba(word, reading.before.size()) ? kUnlikelyPronoun : 0);
    c.letters_before = static_cast<unsigned>(reading.before.size());
    c.letters_behind =
        static_cast<unsigned>(verb ? pronoun_of_verb(reading.behind) : reading.pronoun);
    add_unique(std::move(c), out);
  }
}

void CandidateFinder::add_names(const std::string& word, std::vector<Candidate>& out) const {
  for (const stemmer::lemmas::CliticSplit& split : stemmer::lemmas::clitic_splits(word)) {
    if (split.behind != 0 || split.future) continue;
    // كأس is not ك + إس.
    if (split.before > 0 && split.core.size() < 3) continue;
    const std::string core = fold_letters(split.core);
    auto found = lexicon_.names.find(core);
    if (found == lexicon_.names.end()) found = lexicon_.names.find("Al" + core);
    if (found == lexicon_.names.end()) continue;
    // السورية is no place.
    if (split.article && core.ends_with('h') &&
        lexicon_.nisbas.contains(core.substr(0, core.size() - 1)))
      continue;
    Candidate c;
    c.lemma = found->second;
    c.before = word.substr(0, split.before);
    c.pattern = "P+";
    c.letters_before = static_cast<unsigned>(split.before);
    add_unique(std::move(c), out);
  }
}

void CandidateFinder::add_listed_nouns(const std::string& word, std::vector<Candidate>& out) const {
  for (const stemmer::lemmas::CliticSplit& split : stemmer::lemmas::clitic_splits(word)) {
    const std::string core = fold_letters(split.core);
    if (split.future || (!lexicon_.plurals.contains(core) && !lexicon_.singulars.contains(core)))
      continue;
    Candidate c;
    c.lemma = canon_.of(split.core);
    c.before = word.substr(0, split.before);
    c.pattern = "L+" + word.substr(word.size() - split.behind);
    if (split.behind == 1 && is_nisba(word, split.before)) c.rarity = kUnlikelyPronoun;
    c.letters_before = static_cast<unsigned>(split.before);
    c.letters_behind = static_cast<unsigned>(split.behind);
    add_unique(std::move(c), out);
  }
}

void CandidateFinder::add_exceptions(const std::string& word, std::vector<Candidate>& out) const {
  for (const stemmer::lemmas::CliticSplit& split : stemmer::lemmas::clitic_splits(word)) {
    const auto found = lexicon_.exceptions.find(fold_letters(split.core));
    if (split.future || split.behind != 0 || found == lexicon_.exceptions.end()) continue;
    if (verb_keys_.differ(split.core, found->second)) continue;
    Candidate c;
    c.lemma = fold_letters(found->second);
    const bool verb =
        lexicon_.verbs.contains(c.lemma) && !lexicon_.singulars.contains(fold_letters(split.core));
    // A past tense that may be a noun as well (عمل) is left to the counts.
    const auto is_noun = [&](const Candidate& o) {
      return o.lemma == c.lemma && o.word_class == WordClass::kNoun && !o.pattern.starts_with("N ");
    };
    if (verb && fold_letters(split.core) == c.lemma && std::any_of(out.begin(), out.end(), is_noun))
      continue;
    c.word_class = verb ? WordClass::kVerb : WordClass::kNoun;
    if (verb) c.lemma = verb_keys_.of(found->second);
    c.before = word.substr(0, split.before);
    c.pattern = "X+";
    c.letters_before = static_cast<unsigned>(split.before);
    add_unique(std::move(c), out);
  }
}

}  // namespace fihris::lemma_tool
