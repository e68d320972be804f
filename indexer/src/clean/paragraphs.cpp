#include "clean/paragraphs.h"

#include <algorithm>

#include "fihris/stemmer/internal/utf8.h"
#include "text/phrase_set.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kRunningLetters =
    45;  // a line this long without a stop is more than a subheading
constexpr std::size_t kLongLetters = 90;
constexpr std::size_t kHeadlineLetters = 120;  // the longest headline
constexpr std::size_t kTitleLetters = 110;
constexpr std::size_t kClauseLetters = 60;  // a shorter clause says too little
constexpr std::size_t kMinSentenceLetters = 20;

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }
std::string_view last_word(std::string_view text) {
  const std::size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

// Words that cannot end a sentence or a heading. Compared as printed: normalised, «على» is the name
// «علي».
bool is_dangling(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "في",  "من",  "إلى", "الى", "على",  "عن",   "مع",   "أن",    "إن",  "بأن",
      "أو",  "و",   "ثم",  "بين", "خلال", "التي", "الذي", "الذين", "حيث", "ضد",
      "نحو", "حول", "لدى", "حتى", "بحسب", "وفق",  "قد",   "لم",    "لن",  "سوى",
      "منذ", "عند", "the", "of",  "and",  "to",   "بـ",   "لـ"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

// Words that cannot begin a paragraph: they hang on a verb or a noun before them.
const text::PhraseSet& hanging_words() {
  static const text::PhraseSet words{
      "الذي",  "التي",  "الذين", "اللذان", "اللتان", "اللذين", "اللتين", "أن",      "بأن",
      "بأنه",  "بأنها", "أنه",   "أنها",   "لأن",    "لأنه",   "لأنها",  "حيث",     "والذي",
      "والتي", "وأن",   "وأنه",  "وأنها",  "لكنه",   "لكنها",  "مما",    "مضيفا",   "مضيفة",
      "مؤكدا", "مؤكدة", "موضحا", "موضحة",  "مشيرا",  "مشيرة",  "معتبرا", "معتبرة",  "داعيا",
      "داعية", "برفقة", "بحضور", "بهدف",   "بغية",   "لبحث",   "لإجراء", "لمناقشة", "إذ"};
  return words;
}

const text::PhraseSet& prepositions() {
  static const text::PhraseSet words{"في",   "من",   "إلى", "على", "عن",  "مع",   "ضد",  "بين",
                                     "خلال", "أمام", "حول", "عبر", "لدى", "تجاه", "بشأن"};
  return words;
}

// «في السياق», «من جهته»: phrases that open a paragraph although they begin with a preposition.
bool opens_discourse(std::string_view line) {
  static const text::PhraseSet openings{
      "في السياق",    "في سياق",     "في المقابل", "في غضون",    "في الأثناء",  "في هذه الأثناء",
      "في هذا",       "في هذه",      "في حين",     "في وقت",     "في الوقت",    "في ذلك",
      "في تلك",       "في تصريح",    "في تصريحات", "في بيان",    "في مؤتمر",    "في خطوة",
      "في تطور",      "في أول",      "في آخر",     "في ظل",      "في إطار",     "في خضم",
      "في مقابلة",    "في حديث",     "في الجانب",  "في الشأن",   "في عام",      "في العام",
      "في يوم",       "في اليوم",    "في شهر",     "في ما",      "في المجمل",   "في النهاية",
      "في البداية",   "في نهاية",    "في بداية",   "في ختام",    "في الختام",   "في مطلع",
      "في أعقاب",     "من جهته",     "من جهتها",   "من جهتهم",   "من جهة",      "من جانبه",
      "من جانبها",    "من جانب",     "من جانبهم",  "من ناحيته",  "من ناحيتها",  "من ناحية",
      "من المقرر",    "من المتوقع",  "من المنتظر", "من المرتقب", "من الجانب",   "من الجدير",
      "من المعروف",   "من بين",      "من هنا",     "من ذلك",     "من دون",      "من بينهم",
      "إلى ذلك",      "إلى جانب",    "على صعيد",   "على الصعيد", "على خلفية",   "على الرغم",
      "على هامش",     "على أثر",     "على إثر",    "على الجانب", "على المستوى", "على مدى",
      "على مدار",     "عن ذلك",      "مع ذلك",     "مع بداية",   "مع بدء",      "مع حلول",
      "مع اقتراب",    "مع تصاعد",    "مع استمرار", "مع دخول",    "بين هذا",     "خلال ذلك",
      "خلال السنوات", "خلال الأيام", "حول هذا",    "حول ذلك",    "عبر حسابه",   "أمام هذا",
      "أمام ذلك",     "بشأن ذلك"};
  return openings.opens(text::phrase_key(stemmer::first_bytes(line, 60)));
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// «وفداً»: an indefinite object, U+064B FATHATAN on its last letters. Adverbs that open paragraphs
// end so too.
bool is_object(std::string_view word) {
  static const text::PhraseSet adverbs{
      "أيضا",    "وأيضا",    "أولا",     "ثانيا",   "ثالثا",     "رابعا",  "خامسا",   "سادسا",
      "أخيرا",   "وأخيرا",   "حاليا",    "وحاليا",  "سابقا",     "وسابقا", "لاحقا",   "ولاحقا",
      "يوميا",   "سنويا",    "ميدانيا",  "سياسيا",  "اقتصاديا",  "رسميا",  "دوليا",   "محليا",
      "عسكريا",  "أمنيا",    "وميدانيا", "وسياسيا", "واقتصاديا", "عمليا",  "وعمليا",  "نظريا",
      "تاريخيا", "وتاريخيا", "شكرا",     "ختاما",   "وختاما",    "بداية",  "ورسميا",  "ومؤخرا",
      "مؤخرا",   "غالبا",    "وغالبا",   "قريبا",   "فعليا",     "وفعليا", "فضلا",    "وفضلا",
      "إضافة",   "ردا",      "وردا",     "تعليقا",  "وتعليقا",   "تزامنا", "وتزامنا", "استنادا",
      "نظرا",    "ونظرا",    "خلافا",    "وخلافا",  "تبعا",      "وفقا",   "ووفقا",   "طبقا",
      "انطلاقا"};
  return (ends_with(word, "\u0627\u064B") || ends_with(word, "\u064B\u0627") ||
          ends_with(word, "\u0629\u064B")) &&
         !adverbs.has(word);
}

// «سيجري»: U+0633 SEEN before the prefix of an imperfect verb. Names and nouns that look alike are
// listed.
bool is_future(std::string_view word) {
  static constexpr std::string_view kPrefixes[] = {"\u0633\u064A", "\u0633\u062A", "\u0633\u0646"};
  static constexpr std::string_view kNouns[] = {
      "سياس",    "سياح",  "سيار",  "سياد",  "سياق",  "سياج",  "سيطر",  "سينم",  "سيبر", "سيرغ",
      "سيرج",    "سيول",  "سينا",  "سيدن",  "سيري",  "سيران", "سيدة",  "سيدا",  "سيرة", "سيمف",
      "سيناتور", "سيليك", "سيسي",  "سيف",   "ستين",  "ستون",  "ستوك",  "ستار",  "ستيف", "ستان",
      "ستال",    "ستائر", "ستراس", "سترات", "سنوات", "سنوي",  "سنغاف", "سندات", "سنجار"};
  constexpr std::size_t kMinBytes = 8;  // four letters
  const auto opens = [&](std::string_view start) { return word.substr(0, start.size()) == start; };
  return word.size() >= kMinBytes &&
         std::any_of(std::begin(kPrefixes), std::end(kPrefixes), opens) &&
         std::none_of(std::begin(kNouns), std::end(kNouns), opens) && !ends_with(word, "\u0629") &&
         !ends_with(word, "\u0627\u062A");
}

bool begins_with_mark(std::string_view text) {
  std::size_t pos = 0;
  constexpr std::u32string_view kMarks = U".,:;)]\u060C\u061B\u00BB\u201D";
  return kMarks.find(stemmer::next_code_point(text, pos)) != std::u32string_view::npos &&
         text.substr(0, 2) != "..";
}

// Whether the text leaves a quotation or bracket open, which is then closed on the next line.
bool has_open_quote(std::string_view text) {
  const auto count = [&](std::string_view mark) {
    std::size_t found = 0;
    for (std::size_t at = text.find(mark); at != std::string_view::npos;
         at = text.find(mark, at + mark.size())) {
      ++found;
    }
    return found;
  };
  return count("\u00AB") > count("\u00BB") || count("\u201C") > count("\u201D") ||
         count("(") > count(")");
}

// Whether the first words of the lower line hang on what was said before.
bool lower_hangs(const PageLine& upper, const PageLine& lower) {
  const std::string_view word = first_word(lower.text);
  if (hanging_words().has(word) || is_object(word) || is_future(word)) return true;
  const bool dated = lower.text.find_first_of("0123456789") == word.size() + 1;
  return upper.letters > kLongLetters && prepositions().has(word) && !dated &&
         lower.end != LineEnd::kQuestion && !opens_discourse(lower.text);
}

// «كما», «بينما», «من جهته», «أكد»: how paragraphs of news begin.
bool opens_paragraph(std::string_view text) {
  static const text::PhraseSet openers{
      "كما",  "لكن",  "غير", "ثم",   "إلا",   "أما",   "إذا",    "عندما", "بينما",
      "فيما", "منذ",  "بعد", "قبل",  "رغم",   "بدوره", "بدورها", "كذلك",  "أيضا",
      "هذا",  "هذه",  "ذلك", "جدير", "جاء",   "جاءت",  "كان",    "كانت",  "بحسب",
      "وفق",  "وفقا", "حسب", "أولا", "ثانيا", "ثالثا", "رابعا",  "خامسا", "أخيرا"};
  const std::string_view word = first_word(text);
  // U+0648 WAW joins paragraphs as it joins words; few nouns begin with it.
  return word.substr(0, 2) == "\u0648" || openers.has(word) || begins_with_report(text) ||
         opens_discourse(text);
}

// The end of the first sentence, behind its mark; npos where there is none in `text`.
std::size_t sentence_end(std::string_view text) {
  std::size_t letters = 0;
  std::size_t in_word = 0;
  char32_t before = 0;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = stemmer::next_code_point(text, pos);
    ++letters;
    const bool mark = c == '.' || c == '!' || c == '?' || c == 0x061F;  // ARABIC QUESTION MARK
    const bool at_end = pos == text.size() || text::is_blank(static_cast<unsigned char>(text[pos]));
    // «د. فلان»: one or two letters before the stop abbreviate a title. Two stops are a pause.
    const bool pause = c == '.' && before == '.';
    if (mark && at_end && !pause && in_word > 2 && letters >= kMinSentenceLetters) return pos;
    in_word = text::is_blank(c) ? 0 : in_word + 1;
    before = c;
  }
  return std::string_view::npos;
}

std::string_view without_tail_marks(std::string_view text) {
  if (line_end(text) == LineEnd::kEllipsis) return text;
  constexpr std::u32string_view kMarks = U".,:;-\u060C\u061B\u2013";
  std::size_t last = 0;  // byte where the last character begins
  for (std::size_t pos = 0; pos < text.size();) {
    last = pos;
    stemmer::next_code_point(text, pos);
  }
  std::size_t pos = last;
  const bool mark = !text.empty() &&
                    kMarks.find(stemmer::next_code_point(text, pos)) != std::u32string_view::npos;
  return mark ? text::trim(text.substr(0, last)) : text;
}

// Where a quotation opens that `cut` would leave open, if enough stands before it.
std::size_t before_open_quote(std::string_view text, std::size_t cut) {
  const std::string_view kept = text.substr(0, cut);
  if (!has_open_quote(kept)) return cut;
  for (const std::string_view mark : {"\u00AB", "\u201C", "("}) {
    const std::size_t at = kept.rfind(mark);
    if (at != std::string_view::npos &&
        text::count_letters(kept.substr(0, at), kClauseLetters) == kClauseLetters)
      return at;
  }
  return cut;
}

// The longest beginning of whole words with at most kTitleLetters, not ending on a word that wants
// another. Stops at the last comma that leaves a title of some length.
std::string_view cut_to_title(std::string_view text) {
  std::size_t letters = 0;
  std::size_t cut = 0;
  std::size_t clause = 0;
  std::size_t pos = 0;
  while (pos < text.size() && letters <= kTitleLetters) {
    const std::size_t begin = pos;
    const char32_t c = stemmer::next_code_point(text, pos);
    if (c == ' ') cut = begin;
    if (c == 0x060C && letters >= kClauseLetters) clause = begin;  // ARABIC COMMA
    letters += text::count_letters(text.substr(begin, pos - begin), 1);
  }
  if (clause != 0) return text::trim(text.substr(0, clause));
  cut = before_open_quote(text, cut);
  if (cut == 0) cut = pos;  // one endless word
  std::string_view kept = without_tail_marks(text::trim(text.substr(0, cut)));
  for (int i = 0; i < 2 && kept.find(' ') != std::string_view::npos && is_dangling(last_word(kept));
       ++i) {
    kept = without_tail_marks(text::trim(kept.substr(0, kept.rfind(' '))));
  }
  return kept;
}

}  // namespace

bool is_broken(const PageLine& upper, const PageLine& lower, BreakAt where) {
  if (begins_with_mark(lower.text)) return true;
  if (upper.end == LineEnd::kComma) return true;
  const std::size_t enough = where == BreakAt::kTop ? kHeadlineLetters : kRunningLetters;
  if (upper.end != LineEnd::kOpen || is_bullet(lower) || upper.words < 3) return false;
  if (where == BreakAt::kText && is_dangling(last_word(upper.text))) return true;
  if (upper.letters <= enough) return false;
  return has_open_quote(upper.text) || lower_hangs(upper, lower);
}

bool begins_with_report(std::string_view text) {
  static const text::PhraseSet verbs{
      "قال",   "قالت", "يقول",  "تقول",  "أكد",    "أكدت", "يؤكد", "تؤكد", "أضاف", "أضافت", "أعلن",
      "أعلنت", "أوضح", "أوضحت", "أشار",  "أشارت",  "ذكر",  "ذكرت", "يذكر", "يشار", "تجدر",  "يأتي",
      "تأتي",  "شدد",  "شددت",  "اعتبر", "اعتبرت", "رأى",  "رأت",  "نقلت", "نقل",  "دعا",   "دعت",
      "كشف",   "كشفت", "أفاد",  "أفادت", "نفى",    "نفت",  "طالب", "طالبت"};
  return verbs.has(first_word(text));
}

bool is_unfinished(const PageLine& upper, const PageLine& lower) {
  constexpr std::size_t kTooLongForHeading = 150;
  return upper.end == LineEnd::kOpen && upper.letters > kTooLongForHeading &&
         lower.end == LineEnd::kStop && !is_bullet(lower) && !opens_paragraph(lower.text);
}

std::string title_from_lead(std::string_view text) {
  constexpr std::size_t kLookAhead = 2000;  // bytes: more than any title
  const std::string lead =
      text::collapse_blanks(stemmer::first_bytes(text.substr(0, text.find('\n')), kLookAhead));
  const std::size_t end = sentence_end(lead);
  const std::string_view sentence = std::string_view(lead).substr(0, end);
  if (text::count_letters(sentence, kTitleLetters + 1) <= kTitleLetters) {
    return std::string(without_tail_marks(sentence));
  }
  return std::string(cut_to_title(sentence)) + "\u2026";  // HORIZONTAL ELLIPSIS
}

}  // namespace fihris::indexer::clean
