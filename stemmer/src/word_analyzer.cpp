#include "word_analyzer.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "fihris/stemmer/internal/utf8.h"
#include "text/orthography.h"

namespace fihris::stemmer {
namespace {

// Longer words are noise (base64, a forgotten space bar): kept whole, not stemmed.
constexpr std::size_t kMaxStemmedBytes = 128;

std::string letters_only(std::string_view raw) {
  std::string out;
  for (std::size_t pos = 0; pos < raw.size();) {
    const char32_t c = next_code_point(raw, pos);
    const text::CharClass kind = text::classify(c);
    if (text::is_letter_or_digit(kind) || kind == text::CharClass::kMark) append_utf8(out, c);
  }
  return out;
}

bool is_known(const AnalyzedWord& word) {
  return word.lemma.source != LemmaSource::kGuarded && word.lemma.source != LemmaSource::kPlain;
}

// Words that are written without their alef to this day.
bool keeps_old_spelling(const AnalyzedWord& word) {
  static constexpr std::array<std::string_view, 6> kLemmas = {"الله",   "اله", "رحمن",
                                                              "الرحمن", "طه",  "يس"};
  return word.lemma.stop ||
         std::find(kLemmas.begin(), kLemmas.end(), word.lemma.lemma) != kLemmas.end();
}

AnalyzedWord other_key(const AnalyzedWord& word) {
  AnalyzedWord other;
  other.norm = word.norm;
  other.lemma.lemma = word.lemma.also;
  other.lemma.core = word.lemma.core;
  other.lemma.source = word.lemma.source;
  other.also = true;
  return other;
}

// The key of a number: 75.40 is 75.4; without the zero in front of two digits ("08" is the eighth
// day or hour). Longer numbers with a zero in front are numbers of something and stay.
std::string number_key(std::string norm) {
  const bool fraction = std::count(norm.begin(), norm.end(), '.') == 1 && norm.front() != '.';
  while (fraction && norm.back() == '0') norm.pop_back();
  if (fraction && norm.back() == '.') norm.pop_back();
  return norm.size() == 2 && norm.front() == '0' ? norm.substr(1) : norm;
}

}  // namespace

AnalyzedWord WordAnalyzer::arabic(std::string_view printed, bool acronym) {
  AnalyzedWord word;
  word.norm = text::fold_arabic(printed);
  if (acronym || word.norm.size() > kMaxStemmedBytes) {
    word.lemma.lemma = word.lemma.core = word.norm;
    return word;
  }
  word.lemma = lemmas::lemmatize_arabic(printed);
  word.month = months::month_role(printed, word.norm);
  return word;
}

AnalyzedWord WordAnalyzer::other(std::string_view raw, TokenKind kind) {
  AnalyzedWord word;
  switch (kind) {
    case TokenKind::kNumber:
      word.norm = text::fold_number(raw);
      word.lemma.source = LemmaSource::kNone;
      break;
    case TokenKind::kCompound:
      word.norm = text::fold_arabic(text::printed_arabic(text::fold_latin(letters_only(raw))));
      word.lemma.source = LemmaSource::kNone;
      break;
    default:
      word.norm = text::fold_latin(raw);
  }
  word.lemma.lemma = kind == TokenKind::kNumber ? number_key(word.norm) : word.norm;
  if (kind == TokenKind::kLatin && word.norm.size() <= kMaxStemmedBytes) {
    word.lemma.lemma = latin_.stem(word.norm);
    word.lemma.source = LemmaSource::kSnowball;
  }
  word.lemma.core = word.norm;
  return word;
}

// The words of a printed form and, behind each, its other key.
void WordAnalyzer::add_words(std::string_view printed, bool acronym,
                             std::vector<AnalyzedWord>& words) {
  for (std::size_t begin = 0; begin < printed.size();) {
    const std::size_t end = std::min(printed.find(' ', begin), printed.size());
    if (end > begin) {
      words.push_back(arabic(printed.substr(begin, end - begin), acronym));
      if (!words.back().lemma.also.empty()) words.push_back(other_key(words.back()));
    }
    begin = end + 1;
  }
}

// Chooses among the readings of a classical spelling: the first that is a word. The others that are
// words, too, become keys beside it.
void WordAnalyzer::add_spellings(const std::string& plain, text::TodaysSpellings today,
                                 std::vector<AnalyzedWord>& words) {
  const AnalyzedWord as_plain = arabic(plain, false);
  if (keeps_old_spelling(as_plain)) return add_words(plain, false, words);
  std::vector<std::string> readings = std::move(today.sure);
  if (!readings.empty() && readings[0].find(' ') != std::string::npos)
    return add_words(readings[0], false, words);
  readings.push_back(plain);
  std::move(today.unsure.begin(), today.unsure.end(), std::back_inserter(readings));
  std::vector<AnalyzedWord> known;
  for (const std::string& reading : readings) {
    AnalyzedWord word = arabic(reading, false);
    if (is_known(word)) known.push_back(std::move(word));
  }
  if (known.empty()) return add_words(readings.front(), false, words);
  const std::string lemma = known.front().lemma.lemma;
  for (AnalyzedWord& word : known) {
    word.also = &word != &known.front();
    if (!word.also || (word.lemma.lemma != lemma && !word.lemma.stop)) words.push_back(word);
  }
}

std::vector<AnalyzedWord> WordAnalyzer::analyze(std::string_view raw, TokenKind kind,
                                                bool acronym) {
  std::vector<AnalyzedWord> words;
  if (kind != TokenKind::kArabic) {
    words.push_back(other(acronym ? letters_only(raw) : std::string(raw), kind));
  } else {
    const std::string printed =
        text::printed_arabic(acronym ? letters_only(raw) : std::string(raw));
    text::TodaysSpellings today;
    if (!acronym && raw.size() <= kMaxStemmedBytes) today = text::todays_spellings(raw);
    if (today.sure.empty() && today.unsure.empty()) {
      add_words(printed, acronym, words);
    } else {
      add_spellings(printed, std::move(today), words);
    }
  }
  // A word of marks alone has no key.
  std::erase_if(words, [](const AnalyzedWord& w) { return w.norm.empty(); });
  return words;
}

}  // namespace fihris::stemmer
