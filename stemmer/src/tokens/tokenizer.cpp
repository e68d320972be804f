#include "tokens/tokenizer.h"

#include "fihris/stemmer/internal/utf8.h"
#include "tokens/figures.h"
#include "tokens/joined_clitics.h"
#include "tokens/numeric_dates.h"

namespace fihris::stemmer::tokens {
namespace {

constexpr std::size_t kMaxChain = 16;  // longer chains are found by their parts only

// What lies between two pieces.
struct Gap {
  std::size_t size = 0;  // code points, format characters not counted
  char32_t single = 0;   // the first of them
  bool newline = false;
  bool sentence_end = false;
};

void extend(Gap& gap, char32_t c, text::CharClass kind) {
  if (kind == text::CharClass::kFormat || kind == text::CharClass::kMark) return;
  if (++gap.size == 1) gap.single = c;
  gap.newline |= kind == text::CharClass::kNewline;
  gap.sentence_end |= kind == text::CharClass::kSentenceEnd;
}

TokenKind token_kind(text::CharClass kind) {
  switch (kind) {
    case text::CharClass::kArabic:
      return TokenKind::kArabic;
    case text::CharClass::kLatin:
      return TokenKind::kLatin;
    case text::CharClass::kDigit:
      return TokenKind::kNumber;
    default:
      return TokenKind::kOther;
  }
}

bool is_arabic(const Piece& p) { return p.kind == text::CharClass::kArabic; }
bool is_digit(const Piece& p) { return p.kind == text::CharClass::kDigit; }
bool is_latin(const Piece& p) { return p.kind == text::CharClass::kLatin; }
bool is_latin_or_digit(const Piece& p) { return is_latin(p) || is_digit(p); }

// One letter, whatever marks it carries.
bool is_single_letter(std::string_view text, const Piece& p) {
  std::size_t letters = 0;
  for (std::size_t pos = p.span.begin; pos < p.span.end;) {
    letters += text::is_letter_or_digit(text::classify(next_code_point(text, pos))) ? 1 : 0;
    if (letters > 1) return false;
  }
  return true;
}

bool starts_upper(std::string_view text, const Piece& p) {
  const char c = text[p.span.begin];
  return c >= 'A' && c <= 'Z';
}

// Characters that hold the parts of one token together, by what stands on either side.
bool joins(std::string_view text, const Piece& left, const Piece& right) {
  switch (right.joiner) {
    case '_':
      return true;
    case '-':
    case 0x2010:  // HYPHEN
    case 0x2011:  // NON-BREAKING HYPHEN
      return !(is_arabic(left) && is_arabic(right));
    case 0x2013:  // EN DASH
      return is_digit(left) && is_digit(right);
    case '.':
      if (is_single_letter(text, left) && is_single_letter(text, right))
        return left.kind == right.kind;
      // "end.Next" is a forgotten space, "example.org" an address.
      return is_latin_or_digit(left) && is_latin_or_digit(right) &&
             !(is_latin(left) && is_latin(right) && starts_upper(text, right));
    case '\'':
    case 0x2019:  // RIGHT SINGLE QUOTATION MARK
      return is_latin(left) && is_latin(right);
    case '@':
    case '&':
    case '+':
    case '/':
    case '=':
      return is_latin_or_digit(left) && is_latin_or_digit(right);
    case 0x060C:  // ARABIC COMMA
      return is_thousands_comma(text, left, right);
    case ',':
    case 0x060D:  // ARABIC DATE SEPARATOR
    case 0x066B:  // ARABIC DECIMAL SEPARATOR
    case 0x066C:  // ARABIC THOUSANDS SEPARATOR
    case ':':
      return is_digit(left) && is_digit(right);
    default:
      return false;
  }
}

bool is_clitic(std::string_view text, const Piece& p) {
  return is_arabic(p) && is_joined_clitic(text.substr(p.span.begin, p.span.end - p.span.begin));
}

// The first piece after `first` that does not make one word with it: "12.5", "O'Neil", "G20",
// «أ.ف.ب».
std::size_t end_of_word(std::string_view text, const std::vector<Piece>& pieces, std::size_t first,
                        std::size_t last) {
  std::size_t end = first + 1;
  const auto grows = [&](auto&& test) {
    while (end < last && test(pieces[end - 1], pieces[end])) ++end;
    return end;
  };
  if (is_digit(pieces[first])) {
    // One separator makes a decimal or a group of thousands, several full stops an address, a date
    // or groups of thousands.
    const auto decimal = [](const Piece&, const Piece& right) {
      return is_digit(right) && is_number_joiner(right.joiner);
    };
    const bool dotted = grows(decimal) - first > 2 && pieces[first + 1].joiner == '.';
    const bool parted = dotted && !are_thousands(text, pieces, first, end);
    if (parted || continues_address(pieces, first)) end = first + 1;
    if (end > first + 1) return end;
  }
  const auto dotted = [&](const Piece& left, const Piece& right) {
    return right.joiner == '.' && !is_digit(right) && is_single_letter(text, left) &&
           is_single_letter(text, right);
  };
  if (grows(dotted) > first + 1) return end;
  const auto glued = [](const Piece& left, const Piece& right) {
    const bool apostrophe = right.joiner == '\'' || right.joiner == 0x2019;
    return is_latin_or_digit(left) && is_latin_or_digit(right) && (right.adjacent || apostrophe);
  };
  return grows(glued);
}

// The first piece after those that spell an abbreviation from `first` on: «أ ف ب» or «أ. ف. ب».
// `first` itself when nothing does. A waw between letters is a conjunction.
std::size_t end_of_spelled(std::string_view text, const std::vector<Piece>& pieces,
                           std::size_t first) {
  constexpr std::size_t kLeast = 3, kMost = 6;
  std::size_t end = first;
  for (; end < pieces.size() && is_arabic(pieces[end]) && is_single_letter(text, pieces[end]);
       ++end) {
    if (end == first) continue;
    const std::size_t begin = pieces[end - 1].span.end;
    const std::string_view gap = text.substr(begin, pieces[end].span.begin - begin);
    if (gap != " " && gap != "." && gap != ". ") break;
    if (gap == " " && text.substr(pieces[end].span.begin, 2) == "و") return first;
  }
  return end - first >= kLeast && end - first <= kMost ? end : first;
}

Word make_word(const std::vector<Piece>& pieces, std::size_t first, std::size_t end) {
  Word word;
  word.span = {pieces[first].span.begin, pieces[end - 1].span.end};
  word.key = word.span;
  word.kind = token_kind(pieces[first].kind);
  if (end - first == 1) return word;
  if (pieces[first + 1].joiner == '.' && !is_digit(pieces[first])) word.acronym = true;
  for (std::size_t i = first + 1; i < end; ++i) {
    if (pieces[i].kind != pieces[first].kind) word.kind = TokenKind::kCompound;  // G20
  }
  return word;
}

Piece make_piece(std::string_view text, const std::vector<Piece>& before, text::CharClass kind,
                 std::size_t begin, const Gap& gap, bool adjacent) {
  Piece piece;
  piece.span.begin = begin;
  piece.kind = kind;
  piece.newline_before = gap.newline;
  piece.stop_before = gap.sentence_end;
  piece.adjacent = adjacent;
  if (!adjacent && gap.size == 1) piece.joiner = gap.single;
  if (!before.empty() && gap.size == 3) {
    const std::size_t end = before.back().span.end;
    if (text.substr(end, begin - end) == "://") piece.joiner = '/';
  }
  return piece;
}

// Past the letters of this class, and the marks on them, that follow at once.
std::size_t end_of_run(std::string_view text, std::size_t pos, text::CharClass kind,
                       const text::ClassTable& classes) {
  while (pos < text.size()) {
    std::size_t next = pos;
    const text::CharClass following = text::classify(next_code_point(text, next), classes);
    if (following != kind && following != text::CharClass::kMark) break;
    pos = next;
  }
  return pos;
}

}  // namespace

bool Tokenizer::starts_sentence(std::string_view text, std::size_t first) const {
  const Piece& piece = pieces_[first];
  if (piece.newline_before) return true;
  // «د. أحمد»: a full stop after a single letter abbreviates.
  return piece.stop_before && !is_single_letter(text, pieces_[first - 1]);
}

void Tokenizer::scan(std::string_view text) {
  pieces_.clear();
  const text::ClassTable& classes = text::class_table();
  Gap gap;
  gap.newline = true;  // the text begins a sentence
  bool open = false;   // the last piece may still grow
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    const char32_t c = next_code_point(text, pos);
    const text::CharClass kind = text::classify(c, classes);
    if (text::is_letter_or_digit(kind)) {
      if (!open || pieces_.back().kind != kind) {
        pieces_.push_back(make_piece(text, pieces_, kind, begin, gap, open));
        gap = {};
        open = true;
      }
      pieces_.back().span.end = pos = end_of_run(text, pos, kind, classes);
    } else if (kind == text::CharClass::kMark && open) {
      pieces_.back().span.end = pos;
    } else if (kind != text::CharClass::kFormat) {
      open = false;
      extend(gap, c, kind);
    }
  }
}

void Tokenizer::emit_chain(std::string_view text, std::size_t first, std::size_t last,
                           std::vector<Word>& words) {
  const std::size_t clitic_begin = pieces_[first].span.begin;
  const bool sentence_start = starts_sentence(text, first);
  if (last - first > 1 && !is_arabic(pieces_[first + 1]) && is_clitic(text, pieces_[first]))
    ++first;
  const std::size_t first_word = words.size();
  const bool several = last - first > 1;
  const NumericDate date = several ? find_numeric_date(text, pieces_, first, last) : NumericDate{};
  for (std::size_t i = first; i < last;) {
    const bool in_date = i >= date.first && i < date.end;
    const bool alone = in_date || date.has_time;
    const std::size_t end = alone ? i + 1 : end_of_word(text, pieces_, i, last);
    words.push_back(make_word(pieces_, i, end));
    if (in_date && i == date.month_piece) words.back().date_month = date.month;
    i = end;
  }
  Word& head = words[first_word];
  head.sentence_start = sentence_start;
  const std::size_t parts = words.size() - first_word;
  if (parts > 1 && parts <= kMaxChain) {
    head.compound = static_cast<std::uint32_t>(parts);
    head.compound_key = {head.key.begin, words.back().span.end};
    const bool telephone =
        date.first == date.end && is_telephone_number(text, pieces_, first, last);
    head.compound_kind = telephone ? TokenKind::kNumber : TokenKind::kCompound;
  }
  head.span.begin = clitic_begin;
}

void Tokenizer::split(std::string_view text, std::vector<Word>& words) {
  words.clear();
  scan(text);
  for (std::size_t first = 0; first < pieces_.size();) {
    std::size_t last = end_of_spelled(text, pieces_, first);
    if (last > first) {
      words.push_back(make_word(pieces_, first, last));
      words.back().acronym = true;
      words.back().sentence_start = starts_sentence(text, first);
      first = last;
      continue;
    }
    last = first + 1;
    while (last < pieces_.size() &&
           (pieces_[last].adjacent || joins(text, pieces_[last - 1], pieces_[last]))) {
      ++last;
    }
    if (last - first == 1) {
      words.push_back(make_word(pieces_, first, last));
      words.back().sentence_start = starts_sentence(text, first);
    } else {
      emit_chain(text, first, last, words);
    }
    first = last;
  }
}

}  // namespace fihris::stemmer::tokens
