#include "text/uthmani.h"

#include <algorithm>
#include <cstddef>

#include "fihris/stemmer/internal/utf8.h"
#include "text/orthography.h"

namespace fihris::stemmer::text {
namespace {

constexpr char32_t kHamza = 0x0621;
constexpr char32_t kAlefMadda = 0x0622;
constexpr char32_t kWawHamza = 0x0624;
constexpr char32_t kAlefHamza = 0x0623;
constexpr char32_t kYehHamza = 0x0626;
constexpr char32_t kAlef = 0x0627;
constexpr char32_t kTehMarbuta = 0x0629;
constexpr char32_t kTeh = 0x062A;
constexpr char32_t kTatweel = 0x0640;
constexpr char32_t kLam = 0x0644;
constexpr char32_t kWaw = 0x0648;
constexpr char32_t kAlefMaksura = 0x0649;
constexpr char32_t kYeh = 0x064A;
constexpr char32_t kAlefWasla = 0x0671;

// A letter and what it carries.
struct Letter {
  char32_t base = 0;
  bool fatha = false, damma = false, kasra = false, shadda = false;
  bool dagger_alef = false;  // U+0670
  bool hamza = false;        // U+0654
  bool small_yeh = false;    // U+06E7
};

void add_mark(char32_t c, Letter& letter) {
  switch (c) {
    case 0x064E:
    case 0x064B:  // FATHATAN
      letter.fatha = true;
      break;
    case 0x064F:
      letter.damma = true;
      break;
    case 0x0650:
      letter.kasra = true;
      break;
    case 0x0651:
      letter.shadda = true;
      break;
    case 0x0670:
      letter.dagger_alef = true;
      break;
    case 0x0654:
      letter.hamza = true;
      break;
    case 0x06E7:
      letter.small_yeh = true;
      break;
    default:
      break;
  }
}

std::vector<Letter> letters_of(std::string_view raw) {
  std::vector<Letter> letters;
  for (std::size_t pos = 0; pos < raw.size();) {
    const char32_t c = next_code_point(raw, pos);
    const CharClass kind = classify(c);
    if (c == kTatweel || is_letter_or_digit(kind)) {
      letters.push_back({c});
    } else if (!letters.empty()) {
      add_mark(c, letters.back());
    }
  }
  return letters;
}

// The seat a hamza has today that is written above the line.
char32_t seat_of(const std::vector<Letter>& letters, std::size_t i) {
  const Letter& letter = letters[i];
  if (i > 0 && letters[i - 1].base == kYeh) return kYehHamza;
  if (letter.kasra) return kYehHamza;
  if (letter.damma) return kWawHamza;
  return letter.fatha ? kAlefHamza : kYehHamza;
}

class Speller {
 public:
  explicit Speller(std::vector<Letter> letters) : letters_(std::move(letters)) {}

  std::u32string spell() {
    for (std::size_t i = 0; i < letters_.size(); ++i) add(i);
    const std::u32string hamza_at_end{kAlef, kWawHamza, kAlef};
    if (out_.ends_with(hamza_at_end)) out_.replace(out_.size() - 2, 2, 1, kHamza);
    return std::move(out_);
  }

 private:
  bool is_last(std::size_t i) const { return i + 1 == letters_.size(); }

  void add(std::size_t i) {
    const Letter& letter = letters_[i];
    if (letter.base == kTatweel) {
      if (letter.hamza) out_ += seat_of(letters_, i);
    } else if (is_two_lams(i)) {
      out_.append(2, kLam);
    } else if (is_alef_in_disguise(i)) {
      if (is_last(i) || letters_[i + 1].base != kAlef) out_ += kAlef;
      return;
    } else {
      add_base(i);
    }
    if (letter.small_yeh) out_ += kYeh;
    if (letter.dagger_alef && letter.base != kAlefMaksura) add_alef();
  }

  // A hamza or its seat before an alef is an alef with madda.
  void add_base(std::size_t i) {
    const char32_t base = letters_[i].base;
    const bool hamza = ends_in_hamza();
    const bool behind_alef = out_.size() > 1 && out_[out_.size() - 2] == kAlef;
    if (base == kAlef && hamza && !behind_alef) {
      out_.back() = kAlefMadda;
    } else {
      out_ += base;
    }
  }

  void add_alef() {
    if (ends_in_hamza()) {
      out_.back() = kAlefMadda;
    } else {
      out_ += kAlef;
    }
  }

  bool ends_in_hamza() const {
    return !out_.empty() && (out_.back() == kAlefHamza || out_.back() == kHamza);
  }

  // الصلوٰة, التورىٰة: a waw without a vowel of its own, a maksura inside a word.
  bool is_alef_in_disguise(std::size_t i) const {
    const Letter& letter = letters_[i];
    if (!letter.dagger_alef || letter.fatha) return false;
    return letter.base == kWaw || (letter.base == kAlefMaksura && !is_last(i));
  }

  // ٱلَّيۡل and ٱلَّٰتي have lost one.
  bool is_two_lams(std::size_t i) const {
    const Letter& letter = letters_[i];
    if (i == 0 || letters_[i - 1].base != kAlefWasla || letter.base != kLam || !letter.shadda)
      return false;
    const bool bare_yeh = !is_last(i) && letters_[i + 1].base == kYeh && letter.fatha;
    return letter.dagger_alef || bare_yeh;
  }

  std::vector<Letter> letters_;
  std::u32string out_;
};

std::string printed(const std::u32string& letters) {
  std::string utf8;
  for (const char32_t c : letters) append_utf8(utf8, c);
  return printed_arabic(utf8);
}

// يَٰ before a noun.
bool calls(const std::vector<Letter>& letters) {
  return letters.size() > 3 && letters[0].base == kYeh && letters[0].fatha &&
         letters[0].dagger_alef;
}

bool ends_in_open_ta(const std::vector<Letter>& letters) {
  if (letters.size() < 4) return false;
  const Letter& last = letters.back();
  return last.base == kTeh && (last.fatha || last.damma || last.kasra) &&
         letters[letters.size() - 2].fatha;
}

// ءا is آ at the start of a word and where vowels are written, but not at the end of an accusative.
bool has_hamza_before_alef(const std::vector<Letter>& letters) {
  bool vocalised = false;
  for (const Letter& letter : letters)
    vocalised |= letter.fatha || letter.damma || letter.kasra || letter.shadda;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    if (letters[i].base != kHamza || letters[i + 1].base != kAlef) continue;
    const bool accusative = i + 2 == letters.size();
    if (i == 0 || (vocalised && !accusative)) return true;
  }
  return false;
}

bool is_plain(const std::vector<Letter>& letters) {
  for (const Letter& letter : letters) {
    if (letter.dagger_alef || letter.small_yeh || (letter.hamza && letter.base == kTatweel))
      return false;
    if (letter.base == kAlefWasla) return false;
  }
  return !has_hamza_before_alef(letters) && !ends_in_open_ta(letters);
}

}  // namespace

TodaysSpellings todays_spellings(std::string_view raw) {
  TodaysSpellings found;
  std::vector<Letter> letters = letters_of(raw);
  if (is_plain(letters)) return found;
  const std::string plain = printed_arabic(raw);
  std::string today;
  if (calls(letters)) {
    const std::vector<Letter> rest(letters.begin() + 1, letters.end());
    today = printed({kYeh, kAlef}) + ' ' + printed(Speller(rest).spell());
  } else {
    today = printed(Speller(letters).spell());
  }
  if (today != plain) found.sure.push_back(today);
  if (ends_in_open_ta(letters)) {
    letters.back().base = kTehMarbuta;
    found.unsure.push_back(printed(Speller(letters).spell()));
  }
  return found;
}

}  // namespace fihris::stemmer::text
