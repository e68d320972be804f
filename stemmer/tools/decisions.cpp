#include "decisions.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "candidates.h"
#include "dictionary.h"
#include "lemma_choice.h"
#include "letters.h"
#include "noun_canon.h"

namespace fihris::lemma_tool {
namespace {

using lemma_image::kMaxFormLength;
using lemma_image::Source;

class Decider {
 public:
  Decider(const WordCounts& counts, const Lexicon& lexicon, const Dictionary* dictionary)
      : counts_(counts),
        lexicon_(lexicon),
        dictionary_(dictionary),
        canon_(dictionary, lexicon, counts),
        finder_(dictionary, lexicon, canon_, counts) {}

  Forms decide() {
    collect_words();
    const std::vector<std::size_t> chosen = choose(words_, options());
    find_verb_lemmas(chosen);
    for (std::size_t i = 0; i < words_.size(); ++i) add_chosen(words_[i], chosen[i]);
    add_lexicon();
    add_folded_forms();
    return std::move(forms_);
  }

 private:
  // Measured on the development halves of the gold sets. Without the dictionary lemmas are made up from the words
  // themselves, so that one must be shared by several to be believed.
  ChoiceOptions options() const {
    ChoiceOptions options;
    if (dictionary_ == nullptr) {
      options.discount = 8;
      options.count_power = 0.2;
    }
    return options;
  }

  void collect_words() {
    std::set<std::string> known;
    const auto add = [&](const std::string& letters, std::uint64_t count) {
      if (letters.size() < 2 || letters.size() > kMaxFormLength || !known.insert(letters).second) return;
      words_.push_back({letters, count, finder_.find(letters)});
    };
    for (const CountedWord& word : counts_.sorted()) add(word.letters, word.count);
    if (dictionary_ == nullptr) return;
    for (const Stem& stem : dictionary_->stems()) {
      if (stem.verb.empty() || stem.letters == stem.verb) add(stem.letters, 0);
    }
  }

  // A verb whose past tense is spelled like a noun (قتل) is filed under its present tense (يقتل), so that noun and
  // verb stay apart where a form tells which it is.
  void find_verb_lemmas(const std::vector<std::size_t>& chosen) {
    std::set<std::string> nouns;
    std::unordered_map<std::string, std::pair<std::uint64_t, std::string>> present;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].candidates.empty()) continue;
      const Candidate& c = words_[i].candidates[chosen[i]];
      if (c.word_class == WordClass::kNoun) {
        if (words_[i].count > 0) nouns.insert(c.lemma);
      } else if (c.before.empty() && c.letters_behind == 0 && words_[i].letters[0] == 'y') {
        auto& best = present[c.lemma];
        if (words_[i].count > best.first) best = {words_[i].count, fold_letters(words_[i].letters)};
      }
    }
    for (const auto& [verb, form] : present) {
      if (nouns.contains(verb) && !form.second.empty()) verb_lemmas_.emplace(verb, form.second);
    }
  }

  std::string final_lemma(const Candidate& c) const {
    if (c.word_class == WordClass::kNoun) return c.lemma;
    const auto found = verb_lemmas_.find(c.lemma);
    return found == verb_lemmas_.end() ? c.lemma : found->second;
  }

  void add_chosen(const ReadWord& word, std::size_t chosen) {
    Form form;
    form.count = word.count;
    if (!word.candidates.empty()) {
      const Candidate& c = word.candidates[chosen];
      form.source = c.pattern[0] == 'P' ? Source::kName : Source::kTable;
      form.lemma = final_lemma(c);
      form.letters_before = c.letters_before;
      form.letters_behind = c.letters_behind;
    }
    forms_[word.letters] = form;
  }

  void set(const std::string& letters, Source source, const std::string& lemma) {
    if (letters.size() > kMaxFormLength) return;
    Form& form = forms_[letters];
    form.count = std::max(form.count, counts_.printed_count(letters));
    form.source = source;
    form.lemma = lemma;
    form.letters_before = form.letters_behind = 0;
  }

  void set_if_new(const std::string& letters, Source source, const std::string& lemma) {
    if (!forms_.contains(letters)) set(letters, source, lemma);
  }

  // A listed lemma may be a verb: then it is filed as its other forms are.
  std::string listed_lemma(const std::string& letters, const std::string& lemma) const {
    for (const Candidate& c : finder_.find(letters)) {
      if (c.word_class == WordClass::kVerb && c.lemma == lemma) return final_lemma(c);
      if (c.word_class == WordClass::kNoun && c.lemma == lemma) return lemma;
    }
    return canon_.of(lemma);
  }

  void add_lexicon() {
    for (const auto& [plural, singular] : lexicon_.plurals) set_if_new(plural, Source::kPlural, canon_.of(singular));
    for (const auto& [nisba, name] : lexicon_.nisbas) set_everywhere(nisba, Source::kName, name);
    for (const auto& [variant, usual] : lexicon_.variants) set_if_new(variant, Source::kException, canon_.of(usual));
    for (const auto& [name, canonical] : lexicon_.names) set_everywhere(name, Source::kName, canonical);
    for (const auto& [form, lemma] : lexicon_.exceptions) set_everywhere(form, Source::kException, lemma);
    for (const auto& [form, lemma] : lexicon_.printed) set(form, Source::kException, listed_lemma(form, lemma));
    for (const std::string& word : lexicon_.stop_words) add_stop_word(word);
  }

  // For a folded key: every printed spelling that was counted, too.
  void set_everywhere(const std::string& folded, Source source, const std::string& lemma) {
    set(folded, source, lemma);
    const auto found = spellings().find(folded);
    if (found == spellings().end()) return;
    for (const std::string& printed : found->second) set(printed, source, lemma);
  }

  void add_stop_word(const std::string& word) {
    set(word, Source::kStop, fold_letters(word));
    if (word.size() < 2) return;
    for (const char before : {'w', 'f'}) {
      const std::string with = before + word;
      const auto known = forms_.find(with);
      // فهم, ولي, وجه … are words of their own: only what the dictionary reads no other way is a function word.
      const bool other_word = known != forms_.end() && !known->second.lemma.empty() &&
                              known->second.letters_before == 0 && known->second.count > 0;
      if (word.size() == 2 && other_word) continue;
      if (known != forms_.end() && known->second.source == Source::kName) continue;
      set(with, Source::kStop, fold_letters(word));
      forms_[with].letters_before = 1;
    }
  }

  const std::unordered_map<std::string, std::vector<std::string>>& spellings() {
    if (spellings_.empty()) {
      for (const ReadWord& word : words_) spellings_[fold_letters(word.letters)].push_back(word.letters);
    }
    return spellings_;
  }

  // One decision per folded key, for spellings that were never counted; printed spellings stay only where they differ.
  void add_folded_forms() {
    std::map<std::string, std::vector<std::string>> by_folded;
    for (const auto& [letters, form] : forms_) by_folded[fold_letters(letters)].push_back(letters);
    for (const auto& [folded, spelled] : by_folded) {
      std::string best = spelled.front();
      for (const std::string& letters : spelled) {
        if (rank(letters, folded) > rank(best, folded)) best = letters;
      }
      Form chosen = forms_.at(best);
      chosen.count = std::max(chosen.count, counts_.folded_count(folded));
      forms_[folded] = chosen;
      for (const std::string& letters : spelled) {
        const Form& form = forms_.at(letters);
        const bool differs = form.lemma != chosen.lemma || (form.source == Source::kStop) != (chosen.source == Source::kStop);
        if (letters != folded && !differs) forms_.erase(letters);
      }
    }
  }

  // The careless spelling itself decides when it was counted often enough to have been read with its own evidence.
  std::uint64_t rank(const std::string& letters, const std::string& folded) const {
    const Form& form = forms_.at(letters);
    const std::uint64_t listed = form.source != Source::kTable && form.source != Source::kCounted ? 1U << 30 : 0;
    return listed + form.count + (letters == folded ? 1 : 0);
  }

  const WordCounts& counts_;
  const Lexicon& lexicon_;
  const Dictionary* dictionary_;
  NounCanon canon_;
  CandidateFinder finder_;
  std::vector<ReadWord> words_;
  std::unordered_map<std::string, std::string> verb_lemmas_;
  std::unordered_map<std::string, std::vector<std::string>> spellings_;
  Forms forms_;
};

}  // namespace

Forms decide(const WordCounts& counts, const Lexicon& lexicon, const Dictionary* dictionary) {
  return Decider(counts, lexicon, dictionary).decide();
}

}  // namespace fihris::lemma_tool
