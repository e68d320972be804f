#include "word_analyzer.h"

#include <algorithm>

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

// The key of a number: without the zero in front of two digits ("08" is the eighth day or hour).
// Longer numbers with a zero in front are numbers of something and stay.
std::string number_key(const std::string& norm) {
  return norm.size() == 2 && norm.front() == '0' ? norm.substr(1) : norm;
}

}  // namespace

AnalyzedWord WordAnalyzer::arabic(std::string_view printed, bool acronym) const {
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

std::vector<AnalyzedWord> WordAnalyzer::analyze(std::string_view raw, TokenKind kind,
                                                bool acronym) {
  std::vector<AnalyzedWord> words;
  if (kind != TokenKind::kArabic) {
    words.push_back(other(acronym ? letters_only(raw) : std::string(raw), kind));
  } else {
    const std::string printed =
        text::printed_arabic(acronym ? letters_only(raw) : std::string(raw));
    for (std::size_t begin = 0; begin < printed.size();) {
      const std::size_t end = std::min(printed.find(' ', begin), printed.size());
      if (end > begin)
        words.push_back(arabic(std::string_view(printed).substr(begin, end - begin), acronym));
      begin = end + 1;
    }
  }
  // A word of marks alone has no key.
  std::erase_if(words, [](const AnalyzedWord& w) { return w.norm.empty(); });
  return words;
}

}  // namespace fihris::stemmer
