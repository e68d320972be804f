#include "noun_canon.h"

#include "plural_patterns.h"
#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kNear = 6;  // lines of the dictionary
// So often must a feminine stand that nobody uses the masculine of.
constexpr std::uint64_t kLeastFeminine = 20;

// فعل, فعلة, فعال, فعول: patterns of as many singulars as plurals.
bool has_singular_look(const std::string& folded) {
  if (folded.size() == 3) return true;
  if (folded.size() != 4) return false;
  return folded[3] == 'h' || folded[2] == 'A' || folded[2] == 'w';
}

bool is_sound_plural_of(const std::string& plural, const std::string& singular) {
  if (!plural.ends_with("At")) return false;
  const std::string base = plural.substr(0, plural.size() - 2);
  return singular == base || singular == base + "h";
}

}  // namespace

NounCanon::NounCanon(const Dictionary* dictionary, const Lexicon& lexicon, const WordCounts& counts)
    : dictionary_(dictionary), lexicon_(lexicon), counts_(counts) {
  if (dictionary != nullptr) relate_neighbours();
}

// Joins a plural to its singular and a feminine to its masculine. The dictionary lists broken
// plurals as words of their own beside their singular, and feminines of elatives and colours beside
// the masculine. Plurals are known by their paradigms: no dual, no sound plural, no nisba.
void NounCanon::relate_neighbours() {
  const auto& stems = dictionary_->stems();
  for (const Stem& stem : stems) {
    const std::string paradigms = stem.verb.empty() ? dictionary_->paradigms(stem) : "";
    if (paradigms.size() > 2 || (paradigms.size() == 2 && paradigms != "AJ"))
      singulars_.insert(stem.letters);
  }
  for (std::size_t i = 0; i < stems.size(); ++i) {
    if (!stems[i].verb.empty() || stems[i].letters.size() < 3) continue;
    const std::size_t relative = relative_of(i);
    if (relative != kNone) relatives_.emplace(i, relative);
  }
}

std::size_t NounCanon::relative_of(std::size_t index) const {
  const auto& stems = dictionary_->stems();
  const Stem& word = stems[index];
  const std::string folded = fold_letters(word.letters);
  const std::string paradigms = dictionary_->paradigms(word);
  const bool plural = paradigms == "A" || paradigms == "AJ";
  const bool feminine =
      word.letters.ends_with("A'") || word.letters.ends_with("Y") || word.letters.ends_with("yA");
  if (!plural && !feminine) return kNone;
  // The dictionary forms plurals that are not in use: رحلة of راحل, سفر of سفارة. Where the word is
  // a singular as well and has the look of one, it is that.
  const bool singular = singulars_.contains(word.letters);
  if (plural && singular && folded[0] != 'A' && has_singular_look(folded)) return kNone;
  const auto is_relative = [&](const Stem& other) {
    return other.verb.empty() && other.letters != word.letters &&
           ((feminine && is_feminine_of(word, other)) ||
            (plural && is_plural_of(word, other, singular)));
  };
  for (std::size_t distance = 1; distance <= kNear; ++distance) {
    for (const std::size_t at : {index - distance, index + distance}) {
      if (at < stems.size() && is_relative(stems[at])) return at;
    }
  }
  return kNone;
}

bool NounCanon::is_feminine_of(const Stem& word, const Stem& other) const {
  const std::string base = fold_letters(other.letters);
  return !lexicon_.plurals.contains(base) &&
         is_feminine_of_elative(fold_letters(word.letters), base) &&
         !is_careless_nisba(word.letters);
}

// `singular`: the word has the paradigms of one as well.
bool NounCanon::is_plural_of(const Stem& word, const Stem& other, bool singular) const {
  const std::string folded = fold_letters(word.letters);
  const std::string base = fold_letters(other.letters);
  const std::string others = dictionary_->paradigms(other);
  if (others == "A" || others == "AJ") return false;
  // كلام is not the plural of rare كلم.
  if (word_count(base) * (singular ? 2 : 50) < word_count(folded)) return false;
  return is_broken_plural_of(folded, base) || is_sound_plural_of(folded, base);
}

// Whether a feminine in ى is a nisba typed carelessly: قومى stands for قومي far more often than for
// a feminine of أقوم.
bool NounCanon::is_careless_nisba(const std::string& feminine) const {
  if (!feminine.ends_with('Y')) return false;
  const std::string nisba = feminine.substr(0, feminine.size() - 1) + "y";
  return counts_.printed_count(feminine) <
         counts_.printed_count(nisba) + counts_.printed_count("Al" + nisba);
}

bool NounCanon::has_listed_plural(const std::string& lemma) const {
  return lexicon_.singulars.contains(fold_letters(lemma));
}

std::uint64_t NounCanon::word_count(const std::string& folded) const {
  return counts_.folded_count(folded) + counts_.folded_count("Al" + folded);
}

// Whether a feminine in ية is a noun and not an adjective: it is when far commoner than its
// masculine (جمهورية, عملية).
bool NounCanon::is_noun_of_its_own(const std::string& feminine) const {
  if (has_listed_plural(feminine)) return true;
  const std::string masculine = fold_letters(feminine.substr(0, feminine.size() - 1));
  const std::string folded = fold_letters(feminine);
  std::uint64_t he = 0, she = 0;
  // Under the article, where مسؤولي is no plural before a genitive.
  for (const char* before : {"Al", "wAl", "bAl", "ll"}) {
    she += counts_.folded_count(before + folded);
    for (const char* behind : {"", "A", "wn", "yn"})
      he += counts_.folded_count(before + masculine + behind);
  }
  return he * 12 + kLeastFeminine < she;
}

std::string NounCanon::of(const std::string& lemma) const {
  // A whole word first: مسئولية is a spelling of مسؤولية, of whose masculine nothing is listed.
  const auto whole = lexicon_.variants.find(fold_letters(lemma));
  std::string folded = singular_of(whole != lexicon_.variants.end() ? whole->second : lemma);
  if (const auto usual = lexicon_.variants.find(folded); usual != lexicon_.variants.end()) {
    folded = singular_of(usual->second);
  }
  if (const auto name = lexicon_.names.find(folded); name != lexicon_.names.end())
    return name->second;
  if (const auto name = lexicon_.nisbas.find(folded); name != lexicon_.nisbas.end())
    return name->second;
  return folded;
}

std::string NounCanon::singular_of(const std::string& lemma) const {
  std::string folded = fold_letters(lemma);
  if (const auto plural = lexicon_.plurals.find(folded); plural != lexicon_.plurals.end())
    return plural->second;
  if (!lemma.ends_with("yp") || lemma.size() < 5 || is_noun_of_its_own(lemma)) return folded;
  return folded.substr(0, folded.size() - 1);
}

std::string NounCanon::of(const Reading& reading) const {
  const std::string& stem = dictionary_->stems()[reading.stem].letters;
  // A broken plural takes no other ending of number or gender: محاكمات is no form of محاكم.
  const bool inflected =
      std::string_view("CDEFGHINLM").find(reading.paradigm) != std::string_view::npos;
  if (reading.lemma == stem && !inflected) {
    if (lexicon_.plurals.contains(fold_letters(stem))) return of(stem);
    if (const auto found = relatives_.find(reading.stem); found != relatives_.end()) {
      return of(dictionary_->stems()[found->second].letters);
    }
  }
  // A feminine ending on a nisba: ask which of the two genders is the word.
  if (reading.lemma.ends_with("y") && reading.lemma.size() >= 4) {
    const std::string ending(reading.behind);
    if (ending.ends_with("yp") || ending.find("yt") != std::string::npos ||
        ending.find("yAt") != std::string::npos ||
        (stem == reading.lemma &&
         (ending[0] == 'p' || ending[0] == 't' || ending.starts_with("At")))) {
      return of(reading.lemma + "p");
    }
  }
  return of(reading.lemma);
}

}  // namespace fihris::lemma_tool
