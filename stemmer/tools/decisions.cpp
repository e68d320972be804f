#include "decisions.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "article_forms.h"
#include "candidates.h"
#include "careful_spellings.h"
#include "clitic_forms.h"
#include "dictionary.h"
#include "function_words.h"
#include "lemma_choice.h"
#include "noun_canon.h"
#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

using stemmer::lemma_image::kMaxFormLength;
using stemmer::lemma_image::Source;

// A noun counts beside the verb of its spelling when it makes up more than one in so many.
constexpr std::uint64_t kLeastShare = 2;
class Decider {
 public:
  Decider(const WordCounts& counts, const Lexicon& lexicon, const Dictionary* dictionary)
      : counts_(counts),
        lexicon_(lexicon),
        dictionary_(dictionary),
        canon_(dictionary, lexicon, counts),
        finder_(dictionary, lexicon, canon_, counts) {}

  Decisions decide() {
    collect_words();
    const std::vector<std::size_t> chosen = choose(words_, options());
    find_verb_lemmas(chosen);
    for (std::size_t i = 0; i < words_.size(); ++i) add_chosen(words_[i], chosen[i]);
    add_lexicon();
    agree_under_article(forms_);
    agree_under_clitics(forms_, counts_, lexicon_);
    Spellings spellings = careful_spellings(forms_, counts_, verb_lemmas_);
    add_folded_forms();
    return {std::move(forms_), std::move(spellings)};
  }

 private:
  // Measured on the development halves of the gold sets. Without the dictionary lemmas are made up
  // from the words themselves, so that one must be shared by several to be believed.
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
      if (letters.size() < 2 || letters.size() > kMaxFormLength || !known.insert(letters).second)
        return;
      words_.push_back({letters, count, finder_.find(letters)});
    };
    for (const CountedWord& word : counts_.sorted()) add(word.letters, word.count);
    if (dictionary_ == nullptr) return;
    for (const Stem& stem : dictionary_->stems()) {
      // Of verbs the past and the present in the third person: from these the rules find the other
      // forms.
      if (stem.verb.empty() || stem.letters == stem.verb || stem.letters[0] == 'y')
        add(stem.letters, 0);
    }
  }

  // A verb whose past tense is spelled like a noun (قتل) is filed under its present tense (يقتل),
  // so that noun and verb stay apart where a form tells which it is.
  void find_verb_lemmas(const std::vector<std::size_t>& chosen) {
    std::unordered_map<std::string, std::uint64_t> nouns, verbs;
    std::unordered_map<std::string, std::pair<std::uint64_t, std::string>> present;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (words_[i].candidates.empty()) continue;
      const Candidate& c = words_[i].candidates[chosen[i]];
      const bool noun = c.word_class == WordClass::kNoun;
      (noun ? nouns : verbs)[c.lemma] += words_[i].count;
      if (noun || c.pattern != "V +" || !c.before.empty() || c.rarity != 0 ||
          words_[i].letters[0] != 'y')
        continue;
      auto& best = present[c.lemma];
      if (words_[i].count > best.first) best = {words_[i].count, fold_letters(words_[i].letters)};
    }
    for (const auto& [verb, form] : present) {
      const bool shared = nouns[verb] * kLeastShare > verbs[verb];
      if (shared && !form.second.empty()) verb_lemmas_.emplace(verb, form.second);
    }
  }

  std::string verb_lemma(const std::string& past) const {
    const auto found = verb_lemmas_.find(past);
    return found == verb_lemmas_.end() ? past : found->second;
  }

  std::string final_lemma(const Candidate& c) const {
    return c.word_class == WordClass::kNoun ? c.lemma : verb_lemma(c.lemma);
  }

  void add_chosen(const ReadWord& word, std::size_t chosen) {
    Form form;
    form.count = word.count;
    if (!word.candidates.empty()) {
      const Candidate& c = word.candidates[chosen];
      const bool verb = c.word_class == WordClass::kVerb;
      form.source = verb ? Source::kVerb : c.pattern[0] == 'P' ? Source::kName : Source::kTable;
      form.lemma = final_lemma(c);
      form.listed = std::string_view("VNLX").find(c.pattern[0]) != std::string_view::npos;
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

  // The key of a listed lemma. A verb is filed as its other forms are; what may also be a noun, as
  // chosen.
  std::string listed_lemma(const std::string& letters, const std::string& listed) const {
    const std::string lemma = fold_letters(listed);
    const std::string verb_key = finder_.verb_keys().of(listed);
    const auto form = forms_.find(letters);
    const bool chosen_verb = form != forms_.end() && form->second.source == Source::kVerb;
    bool verb = false, noun = false;
    for (const Candidate& c : finder_.find(letters)) {
      if ((c.lemma != lemma && c.lemma != verb_key) || c.pattern[0] == 'X' || c.pattern[0] == 'R' ||
          c.pattern.starts_with("N "))
        continue;
      (c.word_class == WordClass::kVerb ? verb : noun) = true;
    }
    if (verb && (chosen_verb || !noun)) return verb_lemma(verb_key);
    return canon_.of(lemma);
  }

  void add_lexicon() {
    for (const std::string& singular : lexicon_.singulars) {
      set_everywhere(singular, Source::kTable, canon_.of(singular));
    }
    for (const auto& [plural, singular] : lexicon_.plurals) {
      set_everywhere(plural, Source::kPlural, canon_.of(singular));
    }
    for (const auto& [nisba, name] : lexicon_.nisbas) set_everywhere(nisba, Source::kName, name);
    for (const auto& [variant, usual] : lexicon_.variants)
      set_if_new(variant, Source::kException, canon_.of(usual));
    for (const auto& [name, canonical] : lexicon_.names)
      set_everywhere(name, Source::kName, canonical);
    for (const auto& [form, lemma] : lexicon_.exceptions) set_exception(form, lemma);
    for (const auto& [form, lemma] : lexicon_.printed)
      set(form, Source::kException, listed_lemma(form, lemma));
    add_function_words();
  }

  // For a folded key: every printed spelling that was counted, too.
  void set_everywhere(const std::string& folded, Source source, const std::string& lemma) {
    if (!is_before_pronoun(folded)) set(folded, source, lemma);
    const auto found = spellings().find(folded);
    if (found == spellings().end()) return;
    for (const std::string& printed : found->second) {
      if (!is_before_pronoun(printed)) set(printed, source, lemma);
    }
  }

  // والده is والد + ه rather than a careless والدة, where that is spelled with ة as well.
  bool is_before_pronoun(const std::string& printed) const {
    if (!printed.ends_with('h')) return false;
    const std::string noun = printed.substr(0, printed.size() - 1);
    return counts_.printed_count(printed) > 0 && counts_.printed_count(noun + "p") > 0 &&
           counts_.printed_count(noun) * 2 >= counts_.printed_count(printed);
  }

  void set_exception(const std::string& form, const std::string& lemma) {
    const std::string decided = listed_lemma(form, lemma);
    if (!is_before_pronoun(form)) set(form, Source::kException, decided);
    const auto found = spellings().find(form);
    if (found == spellings().end()) return;
    for (const std::string& printed : found->second) {
      // بدأ is another verb than listed بدا.
      if (!finder_.verb_keys().differ(printed, lemma) && !is_before_pronoun(printed))
        set(printed, Source::kException, decided);
    }
  }

  void add_function_words() {
    for (const auto& [word, parts] : function_words(lexicon_)) {
      if (word.size() > kMaxFormLength) continue;
      const auto known = forms_.find(word);
      const bool name = known != forms_.end() && known->second.source == Source::kName &&
                        known->second.letters_before == 0;
      if (name && !lexicon_.stop_words.contains(word)) continue;  // فان
      set(word, Source::kStop, parts.lemma);
      forms_[word].letters_before = parts.letters_before;
      forms_[word].letters_behind = parts.letters_behind;
    }
  }

  const std::unordered_map<std::string, std::vector<std::string>>& spellings() {
    if (spellings_.empty()) {
      for (const ReadWord& word : words_)
        spellings_[fold_letters(word.letters)].push_back(word.letters);
    }
    return spellings_;
  }

  // One decision per folded key, for spellings that were never counted; printed spellings stay only
  // where they differ.
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
        const bool differs = form.lemma != chosen.lemma ||
                             (form.source == Source::kStop) != (chosen.source == Source::kStop);
        if (letters != folded && !differs) forms_.erase(letters);
      }
    }
  }

  // Which of the spellings of one folded key comes first: lists do, but a function word stands for
  // a careless spelling that is a word itself (والي beside وإلى) only when it is far commoner.
  std::uint64_t rank(const std::string& letters, const std::string& folded) const {
    constexpr std::uint64_t kOwnSpelling = 20;
    const Form& form = forms_.at(letters);
    if (letters == folded && decides_alone(letters, form)) return std::uint64_t{1} << 50;
    if (form.source == Source::kStop) return form.count;
    const bool chosen = form.source == Source::kTable || form.source == Source::kVerb ||
                        form.source == Source::kCounted;
    if (!chosen) return (std::uint64_t{1} << 40) + form.count;
    const bool beside_stop = letters == folded && form.source != Source::kCounted;
    return form.count * (beside_stop && has_stop_spelling(folded) ? kOwnSpelling : 1) +
           (letters == folded ? 1 : 0);
  }

  // Whether a form is a word of its own beside the careful spelling: one without hamza or ة that
  // was counted is, سيل beside سئل.
  bool decides_alone(const std::string& letters, const Form& form) const {
    if (lexicon_.printed.contains(letters) || lexicon_.stop_words.contains(letters)) return true;
    if (form.source == Source::kStop) return true;
    const bool chosen = form.source == Source::kTable || form.source == Source::kVerb;
    return chosen && form.count > 0 && !has_stop_spelling(letters);
  }

  bool has_stop_spelling(const std::string& folded) const {
    return lexicon_.folded_stop_words.contains(folded) ||
           lexicon_.folded_stop_words.contains(folded.substr(1));
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

Decisions decide(const WordCounts& counts, const Lexicon& lexicon, const Dictionary* dictionary) {
  return Decider(counts, lexicon, dictionary).decide();
}

}  // namespace fihris::lemma_tool
