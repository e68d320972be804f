#include "rule_readings.h"

#include <array>

#include "lemmas/clitics.h"
#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

// Endings of nouns and what stands in their place in the lemma.
struct NounEnding {
  std::string_view ending;
  std::string_view lemma;
};
constexpr std::array<NounEnding, 16> kNounEndings = {{
    {"", ""},
    {"p", "p"},
    {"At", "p"},
    {"At", ""},
    {"An", ""},
    {"yn", ""},
    {"wn", ""},
    {"tAn", "p"},
    {"tyn", "p"},
    {"yp", "y"},
    {"yAt", "yp"},
    {"ywn", "y"},
    {"yyn", "y"},
    {"A", ""},
    {"p", ""},
    {"yAn", "y"},
}};

constexpr std::array<std::string_view, 8> kVerbProclitics = {"",   "w",  "f", "s",
                                                             "ws", "fs", "l", "wl"};
constexpr std::array<std::string_view, 6> kPresentEndings = {"", "wn", "wA", "An", "w", "n"};
constexpr std::array<std::string_view, 6> kPastEndings = {"", "t", "wA", "A", "w", "nA"};
constexpr std::array<std::string_view, 6> kObjects = {"", "h", "hA", "hm", "hmA", "nA"};

// Degrees of rarity (Candidate::rarity) of reading as one piece what may be made of a more frequent
// word.
constexpr int kUnlikelyWhole = 7;

class Reader {
 public:
  Reader(const std::string& word, const NounCanon& canon, const Lexicon& lexicon,
         const WordCounts& counts, std::vector<Candidate>& out)
      : word_(word), canon_(canon), lexicon_(lexicon), counts_(counts), out_(out) {}

  void add_nouns() const {
    const std::uint64_t whole = count_of(word_);
    const std::size_t first = out_.size();
    bool made_of_another = false;
    for (const stemmer::lemmas::CliticSplit& split : stemmer::lemmas::clitic_splits(word_)) {
      if (split.future) continue;
      for (const NounEnding& ending : kNounEndings) {
        made_of_another |= add_noun(split, ending, whole);
      }
    }
    for (std::size_t i = first; i < out_.size(); ++i) {
      if (made_of_another && out_[i].pattern == "R>+" && out_[i].before.empty())
        out_[i].rarity = kUnlikelyWhole;
    }
  }

  void add_verbs() const {
    for (const std::string_view before : kVerbProclitics) {
      for (const std::string_view object : kObjects) {
        if (!word_.starts_with(before) || !word_.ends_with(object)) continue;
        if (word_.size() < before.size() + object.size() + 3) continue;
        const std::string core =
            word_.substr(before.size(), word_.size() - before.size() - object.size());
        add_present(core, before.size(), object.size());
        if (before.find_first_of("sl") == std::string_view::npos)
          add_past(core, before.size(), object.size());
      }
    }
  }

 private:
  // Whether it is surely a form of another word; `whole`: how often the word was counted.
  bool add_noun(const stemmer::lemmas::CliticSplit& split, const NounEnding& ending,
                std::uint64_t whole) const {
    const std::size_t least_base = split.article && ending.ending.empty() ? 2 : 3;
    if (!split.core.ends_with(ending.ending)) return false;
    if (split.core.size() < ending.ending.size() + least_base) return false;
    const std::string base = split.core.substr(0, split.core.size() - ending.ending.size());
    const std::string lemma = base + std::string(ending.lemma);
    const std::uint64_t least = lemma != split.core               ? 1 + whole / 20
                                : split.before + split.behind > 0 ? 1
                                                                  : 0;
    if (count_of(lemma) < least) return false;
    const std::string shape = std::string(ending.ending) + ">" + std::string(ending.lemma);
    add(canon_.of(lemma), WordClass::kNoun, shape, split.before, split.behind);
    const bool sure = split.article || ending.ending == "At" || ending.ending == "yp";
    return lemma != word_ && count_of(lemma) >= (sure ? whole / 50 + 1 : whole);
  }

  std::uint64_t count_of(const std::string& letters) const {
    return counts_.folded_count(fold_letters(letters));
  }

  // Whether a stem is a verb's: believed when its present was counted in two persons.
  bool is_verb(const std::string& stem) const {
    return count_of("y" + stem) > 2 && count_of("t" + stem) > 0;
  }

  // The lemma of a verb: its present, unless the lexicon knows its past.
  std::string verb_lemma(const std::string& stem) const {
    const std::string present = "y" + fold_letters(stem);
    const auto listed = lexicon_.exceptions.find(present);
    return listed == lexicon_.exceptions.end() ? present : fold_letters(listed->second);
  }

  void add_present(const std::string& core, std::size_t before, std::size_t behind) const {
    if (std::string_view("ytn>").find(core[0]) == std::string_view::npos) return;
    for (const std::string_view ending : kPresentEndings) {
      if (!core.ends_with(ending) || core.size() < ending.size() + 3) continue;
      const std::string stem = core.substr(1, core.size() - 1 - ending.size());
      if (is_verb(stem))
        add(verb_lemma(stem), WordClass::kVerb, "y" + std::string(ending), before, behind);
    }
  }

  void add_past(const std::string& core, std::size_t before, std::size_t behind) const {
    for (const std::string_view ending : kPastEndings) {
      if (!core.ends_with(ending) || core.size() < ending.size() + 3) continue;
      std::string stem = core.substr(0, core.size() - ending.size());
      if (stem.size() >= 4 && stemmer::text::fold_letter(stem[0]) == 'A')
        stem.erase(0, 1);  // أعلن, استقبل: يعلن, يستقبل
      if (is_verb(stem))
        add(verb_lemma(stem), WordClass::kVerb, "f" + std::string(ending), before, behind);
    }
  }

  void add(std::string lemma, WordClass word_class, const std::string& shape, std::size_t before,
           std::size_t behind) const {
    Candidate c;
    c.lemma = std::move(lemma);
    c.word_class = word_class;
    c.before = word_.substr(0, before);
    c.pattern = (word_class == WordClass::kVerb ? "RV" : "R") + shape + "+" +
                word_.substr(word_.size() - behind);
    c.letters_before = static_cast<unsigned>(before);
    c.letters_behind = static_cast<unsigned>(behind);
    add_unique(std::move(c), out_);
  }

  const std::string& word_;
  const NounCanon& canon_;
  const Lexicon& lexicon_;
  const WordCounts& counts_;
  std::vector<Candidate>& out_;
};

}  // namespace

void add_rule_readings(const std::string& word, const NounCanon& canon, const Lexicon& lexicon,
                       const WordCounts& counts, std::vector<Candidate>& out) {
  const Reader reader(word, canon, lexicon, counts, out);
  reader.add_nouns();
  reader.add_verbs();
}

}  // namespace fihris::lemma_tool
