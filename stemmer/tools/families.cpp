#include "families.h"

#include <unordered_map>

#include "dictionary.h"
#include "roots.h"
#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

using stemmer::lemma_image::Source;

struct Spelling {
  std::string letters;
  std::uint64_t count = 0;
  void prefer(const std::string& other, std::uint64_t other_count) {
    if (letters.empty() || other_count > count) *this = {other, other_count};
  }
};

struct Lemma {
  bool excluded = false;  // name or function word
  std::size_t verbs = 0, nouns = 0;
  std::uint64_t count = 0;
  Spelling noun, past, present;
};

class Lemmas {
 public:
  explicit Lemmas(const Forms& forms) : forms_(forms) {
    for (const auto& [letters, form] : forms) {
      if (form.lemma.empty()) continue;
      Lemma& lemma = lemmas_[form.lemma];
      lemma.excluded |= form.source == Source::kName || form.source == Source::kStop;
      lemma.verbs += form.source == Source::kVerb ? 1 : 0;
      lemma.nouns += form.source == Source::kTable || form.source == Source::kPlural ? 1 : 0;
      lemma.count += form.count;
    }
  }

  void add_counted(const WordCounts& counts) {
    for (const CountedWord& word : counts.sorted()) spell(word.letters, word.count);
  }

  void add_dictionary(const Dictionary& dictionary, const WordCounts& counts) {
    for (const Stem& stem : dictionary.stems()) {
      if (stem.verb.empty()) {
        spell(stem.letters, 1);
      } else if (stem.letters[0] == 'y') {
        add_verb(stem, counts.folded_count(fold_letters(stem.letters)));
      }
    }
  }

  std::vector<RootedWord> words() const {
    std::vector<RootedWord> words;
    for (const auto& [name, lemma] : lemmas_) {
      if (lemma.excluded) continue;
      RootedWord word{name, {}, lemma.verbs > lemma.nouns, lemma.count > 0};
      const bool conjugated = word.verb && !lemma.past.letters.empty();
      if (conjugated) word.spellings = {lemma.past.letters, lemma.present.letters};
      if (!conjugated) word.spellings = {lemma.noun.letters.empty() ? name : lemma.noun.letters};
      words.push_back(std::move(word));
    }
    return words;
  }

  bool contains(const std::string& lemma) const { return lemmas_.contains(lemma); }

 private:
  // The lemma's own careful spelling: هيئة for هييه.
  void spell(const std::string& letters, std::uint64_t count) {
    constexpr std::uint64_t kCareful = 1000;  // a ة is never written for a ه
    const auto found = lemmas_.find(fold_letters(letters));
    if (found == lemmas_.end()) return;
    found->second.noun.prefer(letters, letters.ends_with('p') ? count * kCareful : count);
  }

  void add_verb(const Stem& stem, std::uint64_t count) {
    auto form = forms_.find(stem.letters);
    if (form == forms_.end()) form = forms_.find(fold_letters(stem.letters));
    if (form == forms_.end() || form->second.source != Source::kVerb) return;
    Lemma& lemma = lemmas_[form->second.lemma];
    lemma.past.prefer(stem.verb, count);
    lemma.present.prefer(stem.letters, count);
  }

  const Forms& forms_;
  std::map<std::string, Lemma> lemmas_;
};

}  // namespace

Families find_families(const Forms& forms, const WordCounts& counts, const Lexicon& lexicon,
                       const Dictionary* dictionary) {
  Lemmas lemmas(forms);
  lemmas.add_counted(counts);
  if (dictionary != nullptr) lemmas.add_dictionary(*dictionary, counts);
  Families families = choose_roots(lemmas.words(), {});
  for (const auto& [nisba, name] : lexicon.origins) {
    if (nisba == name || !lemmas.contains(nisba)) continue;
    families[nisba] = name;
    families[name] = name;
  }
  return families;
}

}  // namespace fihris::lemma_tool
