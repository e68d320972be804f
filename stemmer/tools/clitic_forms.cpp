#include "clitic_forms.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

using stemmer::lemma_image::Source;

constexpr std::size_t kLeastRest = 3;
// A word that stands under the article more often than once in so many is one itself.
constexpr std::uint64_t kArticleShare = 20;

// `per`: how many words there are for one with the clitic. A word that somebody knows as a whole is
// believed to be one when it is far commoner than that.
struct Clitic {
  std::string_view letters;
  std::uint64_t per;
};
constexpr std::array<Clitic, 6> kProclitics = {
    {{"w", 30}, {"f", 200}, {"b", 30}, {"l", 30}, {"k", 200}, {"s", 10}}};
constexpr std::array<Clitic, 10> kPronouns = {{{"h", 10},
                                               {"hA", 10},
                                               {"hm", 20},
                                               {"hmA", 100},
                                               {"hn", 500},
                                               {"nA", 100},
                                               {"k", 2000},
                                               {"km", 500},
                                               {"y", 500},
                                               {"ny", 500}}};
constexpr std::uint64_t kFarCommoner = 5;

// What a form is made of: another one with something before or behind it.
struct Rest {
  Form* form = nullptr;
  std::uint64_t count = 0;
  std::uint64_t per = 0;
  unsigned before = 0, behind = 0;
};

class Agreement {
 public:
  Agreement(Forms& forms, const WordCounts& counts, const Lexicon& lexicon)
      : forms_(forms), counts_(counts), lexicon_(lexicon) {}

  void run() {
    for (auto& [letters, form] : forms_) settle(letters, form);
  }

 private:
  static bool is_decided_by_a_list(const Form& form) {
    return form.source == Source::kName || form.source == Source::kException ||
           form.source == Source::kPlural || form.source == Source::kStop;
  }

  void settle(const std::string& letters, Form& form) {
    if (!settled_.insert(letters).second) return;
    if (form.count == 0 || is_decided_by_a_list(form)) return;
    const Rest rest = rest_of(letters, form);
    if (rest.form == nullptr || rest.form->lemma == form.lemma) return;
    form.lemma = rest.form->lemma;
    form.source = rest.form->source == Source::kVerb ? Source::kVerb : Source::kTable;
    form.letters_before = rest.form->letters_before + rest.before;
    form.letters_behind = rest.form->letters_behind + rest.behind;
  }

  // The commonest form it may be made of; the one with its lemma if that is about as common.
  Rest rest_of(const std::string& letters, const Form& form) {
    Rest best;
    for (const Rest& rest : rests_of(letters, form)) {
      if (is_whole(letters, form, rest)) continue;
      if (best.form == nullptr || credit(rest, form) > credit(best, form)) best = rest;
    }
    return best;
  }

  static std::uint64_t credit(const Rest& rest, const Form& form) {
    return rest.count * (rest.form->lemma == form.lemma ? 2 : 1);
  }

  bool is_whole(const std::string& letters, const Form& form, const Rest& rest) const {
    if (form.letters_before + form.letters_behind > 0) return false;
    const bool under_article = counts_.printed_count("Al" + letters) * kArticleShare > form.count;
    if (under_article && rest.behind > 0) return true;
    if (under_article) return rest.count * 2 < rest.per * form.count;
    // A noun that ends in ه only when ه is read as ة.
    if (rest.behind == 1 && letters.ends_with('h') && form.source == Source::kTable && form.listed)
      return rest.count * 2 < form.count;
    return rest.count * kFarCommoner < rest.per * form.count;
  }

  std::vector<Rest> rests_of(const std::string& letters, const Form& form) {
    std::vector<Rest> rests;
    for (const Clitic& clitic : kProclitics) {
      if (!letters.starts_with(clitic.letters)) continue;
      const std::string rest = letters.substr(1);
      Form* found = find(rest);
      if (found != nullptr && may_stand_before(letters[0], rest, *found))
        rests.push_back({found, found->count, clitic.per, 1, 0});
    }
    if (letters.starts_with("ll")) {
      add(noun(find("Al" + letters.substr(2))), rests);
      add(noun(find("Al" + letters.substr(1))), rests);  // للجنة ← اللجنة
    }
    if (!has_article(letters, form)) {
      for (const Clitic& clitic : kPronouns) add_with_pronoun(letters, form, clitic, rests);
    }
    add_relatives(letters, form, rests);
    return rests;
  }

  static void add(Form* form, std::vector<Rest>& rests) {
    if (form != nullptr) rests.push_back({form, form->count, 0, 0, 0});
  }

  // الفرد is a name.
  static Form* noun(Form* form) {
    return form != nullptr && form->source != Source::kName ? form : nullptr;
  }

  // What a regular plural is the plural of, a present of the feminine the present of.
  void add_relatives(const std::string& letters, const Form& form, std::vector<Rest>& rests) {
    add(masculine_of_nisbas(letters), rests);
    if (letters.ends_with("At")) add(feminine_of_plural(letters, form), rests);
    if (letters.ends_with('p')) add(plural_of_feminine(letters, form), rests);
    if (letters.starts_with('t')) add(masculine_of_present(letters, form), rests);
    add(with_usual_seat(letters, form), rests);
  }

  // شيئا and شئ ← شيء, طواريء ← طوارئ, ملاءمة ← ملائمة.
  Form* with_usual_seat(const std::string& letters, const Form& form) {
    if (letters.ends_with("}A")) return find(letters.substr(0, letters.size() - 2) + "'");
    std::string usual = letters;
    if (letters.ends_with('}')) {
      usual.replace(letters.size() - 1, 1, "y'");
    } else if (letters.ends_with("y'")) {
      usual.replace(letters.size() - 2, 2, "}");
    } else if (const std::size_t alef = letters.find("A'");
               alef < letters.size() && alef + 2 < letters.size()) {
      usual[alef + 1] = '}';
    }
    Form* found = usual == letters ? nullptr : find(usual);
    return found != nullptr && found->count > form.count ? found : nullptr;
  }

  // الحوثيون ← الحوثي.
  Form* masculine_of_nisbas(const std::string& letters) {
    if (!letters.ends_with("ywn") && !letters.ends_with("yyn")) return nullptr;
    Form* nisba = find(letters.substr(0, letters.size() - 2));
    return nisba != nullptr && nisba->lemma.ends_with('y') ? nisba : nullptr;
  }

  // مؤسسات ← مؤسسة, where that is a noun of its own. A noun without ة has plurals in ات, too
  // (خلاف, خلافات), but not if persons have its name (منافسون).
  Form* feminine_of_plural(const std::string& letters, const Form& form) {
    const std::string base = letters.substr(0, letters.size() - 2);
    Form* feminine = find(base + "p");
    if (feminine == nullptr || feminine->letters_before != form.letters_before) return nullptr;
    const std::string bare = fold_letters(base.substr(form.letters_before));
    if (feminine->lemma != bare + "h" || lexicon_.plurals.contains(bare + "At")) return nullptr;
    // معدات is no plural of معدة.
    if (form.lemma == bare + "At") return form.listed ? nullptr : feminine;
    return takes_plural_in_at(bare) ? feminine : nullptr;
  }

  // Whether plurals in ات are those of the noun in ة rather than of the noun without.
  bool takes_plural_in_at(const std::string& masculine) const {
    // خزانات are no خزائن.
    if (lexicon_.singulars.contains(masculine + "h")) return false;
    if (masculine.size() == 3 && lexicon_.singulars.contains(masculine)) return true;
    const auto form = forms_.find(masculine);
    const bool plural = form != forms_.end() && form->second.lemma != masculine;
    const bool persons = masculine.starts_with('m') && noun_count(masculine + "yn") > 0;
    return plural || persons || noun_count(masculine + "h") >= noun_count(masculine);
  }

  // معلومة ← معلومات, where the plural is commoner than both singulars and has a lemma in ة.
  Form* plural_of_feminine(const std::string& letters, const Form& form) {
    const std::string base = letters.substr(0, letters.size() - 1);
    if (form.letters_before >= base.size() || form.lemma.ends_with('h')) return nullptr;
    Form* plural = find(base + "At");
    const std::string bare = fold_letters(base.substr(form.letters_before));
    if (plural == nullptr || plural->lemma != bare + "h") return nullptr;
    const std::uint64_t singulars = noun_count(bare + "h") + noun_count(bare);
    return noun_count(bare + "At") > singulars ? plural : nullptr;
  }

  // تدعم ← يدعم, where nobody writes التدعم or يتدعم.
  Form* masculine_of_present(const std::string& letters, const Form& form) {
    if (form.source != Source::kTable || form.letters_before + form.letters_behind > 0)
      return nullptr;
    const std::string rest = letters.substr(1);
    const std::uint64_t others =
        counts_.printed_count("Al" + letters) + counts_.printed_count("yt" + rest);
    Form* present = find("y" + rest);
    const bool verb = present != nullptr && present->source == Source::kVerb;
    const bool common = verb && present->count * 4 > form.count;
    return common && others * 4 < present->count ? present : nullptr;
  }

  std::uint64_t noun_count(const std::string& folded) const {
    return counts_.folded_count(folded) + counts_.folded_count("Al" + folded);
  }

  static bool has_article(const std::string& letters, const Form& form) {
    const std::string_view before = std::string_view(letters).substr(0, form.letters_before);
    return before.ends_with("Al") || before.ends_with("ll");
  }

  // The form with its lemma agreed on; none for one that was not counted, or is a function word.
  Form* find(const std::string& letters) {
    if (letters.size() < kLeastRest) return nullptr;
    const auto found = forms_.find(letters);
    if (found == forms_.end() || found->second.count == 0) return nullptr;
    settle(letters, found->second);
    const bool usable = !found->second.lemma.empty() && found->second.source != Source::kStop;
    return usable ? &found->second : nullptr;
  }

  static bool may_stand_before(char clitic, const std::string& rest, const Form& form) {
    const bool verb = form.source == Source::kVerb;
    const bool listed = form.source == Source::kException;  // the list does not tell verbs
    const bool present = std::string_view("ytn>").find(rest[0]) != std::string_view::npos;
    switch (clitic) {
      case 'b':
      case 'k':
        return !verb;
      case 'l':
        return !rest.starts_with("Al") && (!verb || present);
      case 's':
        return (verb || listed) && present;
      default:
        return true;
    }
  }

  // The form before a pronoun: مدرسته ← مدرسة, مستواه ← مستوى, رؤساؤه ← رؤساء.
  void add_with_pronoun(const std::string& letters, const Form& form, const Clitic& pronoun,
                        std::vector<Rest>& rests) {
    const std::size_t size = pronoun.letters.size();
    if (!letters.ends_with(pronoun.letters) || letters.size() < size + kLeastRest) return;
    // Adjectives in ي are many, words with "my" few.
    if (pronoun.letters == "y" && form.letters_behind != 1) return;
    std::string rest = letters.substr(0, letters.size() - size);
    const char last = rest.back();
    if (last != 'h' && last != 'p' && last != 'Y') try_before_pronoun(rest, form, pronoun, rests);
    const char repaired = last == 't'                  ? 'p'
                          : last == 'A'                ? 'Y'
                          : last == '&' || last == '}' ? '\''
                                                       : '\0';
    if (repaired == '\0') return;
    rest.back() = repaired;
    try_before_pronoun(rest, form, pronoun, rests);
  }

  void try_before_pronoun(const std::string& rest, const Form& form, const Clitic& pronoun,
                          std::vector<Rest>& rests) {
    Form* found = find(rest);
    if (found == nullptr || found->letters_behind > 0 || found->source == Source::kName ||
        has_article(rest, *found))
      return;
    // The ending of the accusative has no pronoun behind it: سماها is not سم + ا + ها.
    if (rest.ends_with('A') && found->source == Source::kTable && !found->lemma.ends_with('A'))
      return;
    // The dual and the plural lose their ن before a pronoun: بلديهما is not بلدي.
    if (form.lemma + "y" == found->lemma) return;
    rests.push_back({found, count_of_noun(rest, *found), pronoun.per, 0,
                     static_cast<unsigned>(pronoun.letters.size())});
  }

  // A noun in ة is seen under the article, too, the verb in ت beside it (حملت, حملة) is not.
  std::uint64_t count_of_noun(const std::string& rest, const Form& form) const {
    if (!rest.ends_with('p')) return form.count;
    return form.count + std::min(counts_.printed_count("Al" + rest), form.count);
  }

  Forms& forms_;
  const WordCounts& counts_;
  const Lexicon& lexicon_;
  std::unordered_set<std::string> settled_;
};

}  // namespace

void agree_under_clitics(Forms& forms, const WordCounts& counts, const Lexicon& lexicon) {
  Agreement(forms, counts, lexicon).run();
}

}  // namespace fihris::lemma_tool
