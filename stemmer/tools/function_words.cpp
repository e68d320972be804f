#include "function_words.h"

#include <array>
#include <set>
#include <string_view>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

using Words = std::map<std::string, FunctionWord>;

constexpr std::array<std::string_view, 10> kPronouns = {"h", "hA", "hm", "hmA", "hn",
                                                        "k", "km", "nA", "y",   "ny"};
constexpr std::string_view kPrepositions = "blk";
constexpr std::size_t kLeastBase = 2;

class Maker {
 public:
  explicit Maker(const Lexicon& lexicon) : lexicon_(lexicon), listed_(lexicon.stop_words) {}

  Words make() {
    for (const std::string& word : listed_) words_.emplace(word, take_apart(word));
    for (const std::string& word : listed_) {
      if (words_.at(word).letters_behind == 0 && takes_pronouns(word)) add_pronouns(word);
    }
    for (const auto& [word, parts] : Words(words_)) {
      if (parts.letters_before > 0) continue;
      if (takes_prepositions(word)) add_prepositions(word, parts);
      if (has_article(word)) add(with_lam(word), {parts.lemma, 1, parts.letters_behind});
    }
    add_conjunctions();
    return std::move(words_);
  }

 private:
  bool is_word(const std::string& letters) const {
    return letters.size() >= kLeastBase && listed_.contains(letters);
  }

  // The listed word in front of a pronoun, which turns ى into ي or ا: عليه, سواه.
  std::string base_before(const std::string& word, std::string_view pronoun) const {
    if (!word.ends_with(pronoun) || word.size() < pronoun.size() + kLeastBase) return {};
    std::string base = word.substr(0, word.size() - pronoun.size());
    if (is_word(base)) return base;
    if (base.back() != 'y' && base.back() != 'A') return {};
    base.back() = 'Y';
    return is_word(base) ? base : std::string();
  }

  FunctionWord take_apart(const std::string& word) const {
    FunctionWord parts{fold_letters(word), 0, 0};
    if (lexicon_.not_stop_words.contains(word)) return parts;
    const std::string base = behind_preposition(word) ? word.substr(1) : behind_lam(word);
    if (!base.empty()) {
      parts = take_apart(base);
      ++parts.letters_before;
      return parts;
    }
    for (const std::string_view pronoun : kPronouns) {
      if (const std::string base = base_before(word, pronoun); !base.empty())
        return with_pronoun(base, pronoun);
    }
    const std::string plain = word.substr(0, word.size() - (word.ends_with("wA") ? 2 : 1));
    if (is_inflected(word, plain)) parts.lemma = fold_letters(plain);
    return parts;
  }

  // أية of أي, بعضا of بعض, ليست, ليسا and ليسوا of ليس.
  bool is_inflected(const std::string& word, const std::string& base) const {
    if (!is_word(base) || base.ends_with('h') || base.ends_with('m')) return false;
    return word.back() == 'p' || (base.size() >= 3 && (word.back() == 'A' || word.back() == 't'));
  }

  FunctionWord with_pronoun(const std::string& base, std::string_view pronoun) const {
    FunctionWord parts = take_apart(base);
    parts.letters_behind = static_cast<unsigned>(pronoun.size());
    return parts;
  }

  // Of two letters are only those with a hamza: بأن, but not بها or لكن. كلها is not ك + لها.
  bool behind_preposition(const std::string& word) const {
    if (word.size() < 3 || kPrepositions.find(word[0]) == std::string_view::npos) return false;
    const std::string rest = word.substr(1);
    if (kPrepositions.find(rest[0]) != std::string_view::npos) return false;
    return is_word(rest) && (rest.size() >= 3 || rest[0] == '>' || rest[0] == '<');
  }

  // Not إلى or إلا without their hamza.
  static bool has_article(const std::string& word) {
    return word.starts_with("Al") && word.size() >= 5;
  }

  // A word with the article behind ل, which takes its alef: للذين of الذين, للواتي of اللواتي.
  static std::string with_lam(const std::string& word) {
    return word.starts_with("All") ? word.substr(1) : "l" + word.substr(1);
  }

  std::string behind_lam(const std::string& word) const {
    if (!word.starts_with("ll")) return {};
    for (const std::string& base : {"A" + word.substr(1), "A" + word}) {
      if (is_word(base) && has_article(base) && with_lam(base) == word) return base;
    }
    return {};
  }

  bool takes_pronouns(const std::string& word) const {
    for (const std::string_view pronoun : {"h", "hA", "hm"}) {
      const std::string form = before_pronoun(word) + std::string(pronoun);
      const auto found = words_.find(form);
      if (found != words_.end() && found->second.letters_behind > 0) return true;
    }
    return false;
  }

  static std::string before_pronoun(std::string word) {
    if (word.ends_with('Y')) word.back() = word.starts_with("sw") ? 'A' : 'y';
    return word;
  }

  void add_pronouns(const std::string& word) {
    for (const std::string_view pronoun : kPronouns) {
      // ي is left to the list: قبلي, خلفي and أمامي are adjectives.
      if (pronoun.ends_with('y')) continue;
      add(before_pronoun(word) + std::string(pronoun), with_pronoun(word, pronoun));
    }
  }

  bool takes_prepositions(const std::string& word) const {
    for (const char preposition : kPrepositions) {
      const std::string form = preposition + word;
      if (listed_.contains(form) && behind_preposition(form)) return true;
    }
    return false;
  }

  void add_prepositions(const std::string& word, FunctionWord parts) {
    ++parts.letters_before;
    for (const char preposition : kPrepositions) add(preposition + word, parts);
  }

  void add_conjunctions() {
    for (auto [word, parts] : Words(words_)) {
      if (word.size() < 2) continue;
      ++parts.letters_before;
      for (const char conjunction : {'w', 'f'}) add(conjunction + word, parts);
    }
  }

  void add(const std::string& form, const FunctionWord& parts) {
    if (!lexicon_.not_stop_words.contains(form)) words_.emplace(form, parts);
  }

  const Lexicon& lexicon_;
  const std::set<std::string>& listed_;
  Words words_;
};

}  // namespace

std::map<std::string, FunctionWord> function_words(const Lexicon& lexicon) {
  return Maker(lexicon).make();
}

}  // namespace fihris::lemma_tool
