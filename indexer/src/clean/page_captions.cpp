#include <algorithm>

#include "clean/agency_line.h"
#include "clean/page_rules.h"
#include "clean/paragraphs.h"
#include "text/phrase_set.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kLabelledWords = 45;
constexpr std::size_t kCaptionWords = 30;  // longer lines are paragraphs that lack their stop
constexpr std::size_t kCreditWords = 6;

// The text in the brackets that close a line; nothing when a stop follows them or nothing stands
// before them.
std::string_view closing_bracket(std::string_view text) {
  if (text.empty() || text.back() != ')') return {};
  const std::size_t open = text.rfind('(');
  if (open == std::string_view::npos) return {};
  return text::trim(text.substr(open + 1, text.size() - open - 2));
}

// First words of credits that are no agency: «(المكتب الإعلامي للرئاسة)», «(تصوير: فلان)»,
// «(أرشيف)».
bool opens_credit(std::string_view key) {
  static const text::PhraseSet words{"تصوير",
                                     "عدسة",
                                     "صورة من",
                                     "صورة أرشيفية",
                                     "صورة متداولة",
                                     "أرشيف",
                                     "أرشيفية",
                                     "الأرشيف",
                                     "من الأرشيف",
                                     "خاص",
                                     "المكتب الإعلامي",
                                     "المكتب الصحفي",
                                     "الصفحة الرسمية",
                                     "صفحة",
                                     "حساب",
                                     "الحساب الرسمي",
                                     "من المصدر",
                                     "من صفحة",
                                     "من حساب",
                                     "منصة",
                                     "منصات",
                                     "فيسبوك",
                                     "تويتر",
                                     "إكس",
                                     "انستغرام",
                                     "إنستغرام",
                                     "يوتيوب",
                                     "تلغرام",
                                     "تليغرام",
                                     "إنترنت",
                                     "الإنترنت",
                                     "الانترنت",
                                     "من الإنترنت",
                                     "مواقع",
                                     "وسائل",
                                     "رئاسة الجمهورية",
                                     "الرئاسة",
                                     "الديوان الملكي",
                                     "وزارة",
                                     "وزارة الخارجية",
                                     "وزارة الدفاع",
                                     "وزارة الداخلية",
                                     "الدفاع المدني",
                                     "ناسا",
                                     "nasa",
                                     "x",
                                     "facebook",
                                     "instagram",
                                     "youtube",
                                     "archive",
                                     "file",
                                     "courtesy",
                                     "handout"};
  return words.opens(key);
}

// «(رويترز)», «(فلان/فرانس برس)», «(رويترز - أرشيف)»
bool names_agency(std::string_view credit) {
  const auto parts = text::split_any(credit, U"/-\u2013+|\u060C,");
  return is_agency(credit) || std::any_of(parts.begin(), parts.end(), is_agency);
}

bool is_credit(std::string_view text) {
  if (opens_credit(text::phrase_key(text))) return true;
  const auto parts = text::split_any(text, U"/-\u2013+|\u060C,");
  return std::any_of(parts.begin(), parts.end(),
                     [](std::string_view part) { return opens_credit(text::phrase_key(part)); });
}

// «(يمين)», «(يسار الصورة)»: says where somebody stands in a picture.
bool points_in_picture(std::string_view key) {
  static constexpr std::string_view kPlaces[] = {" يمين ", " يسار ", " يمين الصوره ",
                                                 " وسط الصوره ", " يسار الصوره "};
  const std::string padded = ' ' + std::string(key) + ' ';
  return std::any_of(std::begin(kPlaces), std::end(kPlaces), [&](std::string_view place) {
    return padded.find(place) != std::string::npos;
  });
}

// «صورة: …», «مصدر الصورة، …», "Image caption …"
bool has_caption_label(const PageLine& line) {
  static const text::PhraseSet with_colon{"صورة",      "الصورة", "تصوير", "عدسة",
                                          "الصورة من", "photo",  "image", "credit"};
  static const text::PhraseSet labels{
      "مصدر الصورة",     "التعليق على الصورة", "تعليق على الصورة", "تعليق الصورة", "صورة أرشيفية",
      "صورة من الأرشيف", "image caption",      "image source",     "photo credit", "getty images"};
  if (line.key.empty()) return false;
  if (labels.opens(line.key)) return true;
  const std::size_t colon = line.text.find(':');
  return colon != std::string_view::npos && with_colon.has(line.text.substr(0, colon));
}

// «… وكالة الأنباء السعودية (واس)»: the brackets hold the short name of what stands before them.
bool is_short_name(std::string_view line, std::string_view credit) {
  static const text::PhraseSet kinds{"وكالة", "الوكالة", "لوكالة",  "قناة", "صحيفة",
                                     "شبكة",  "إذاعة",   "تلفزيون", "هيئة", "agency"};
  const auto open = static_cast<std::size_t>(credit.data() - line.data());
  const auto words = text::split_any(line.substr(0, open), U" (");
  const std::size_t near = words.size() > 5 ? words.size() - 5 : 0;
  return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(near), words.end(),
                     [](std::string_view word) { return kinds.has(word); });
}

// `at_top` lines are more often headlines: «… (خاص)», «… (فيديو)».
bool is_caption(const PageLine& line, bool at_top) {
  if (!at_top && line.words <= kLabelledWords && has_caption_label(line)) return true;
  if (line.words > kCaptionWords || begins_with_report(line.text)) return false;
  const std::string_view credit = closing_bracket(line.text);
  if (credit.empty() || text::count_words(credit, kCreditWords + 1) > kCreditWords) return false;
  if (is_short_name(line.text, credit)) return false;
  return names_agency(credit) || (!at_top && (is_credit(credit) || points_in_picture(line.key)));
}

// A caption whose credit nobody can know by name, «سوق المدينة القديمة عشية العيد (ليلى حداد)»: a
// short paragraph of its own, closed by a bracket, among paragraphs that end in stops. A subheading
// is shorter.
bool has_unknown_credit(const PageLine& line, bool below_text) {
  constexpr std::size_t kWords = 22;
  constexpr std::size_t kNameWords = 4;
  const std::string_view credit = closing_bracket(line.text);
  if (credit.empty() || !line.after_blank || line.words > kWords) return false;
  if (credit.find_first_of("0123456789") != std::string_view::npos) return false;
  const std::size_t names = text::count_words(credit, kNameWords + 1);
  const std::size_t before = line.words - std::min(line.words, names);
  if (names == 0 || names > kNameWords) return false;
  return below_text ? before >= 3 : before >= 6 && names >= 2;
}

}  // namespace

void mark_captions(PageLines& lines) {
  const ProseRange prose = prose_range(lines);
  const bool orderly = stopped_paragraphs(lines) >= 0.8;
  bool at_top = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    if (line.role != LineRole::kText) continue;
    const bool unknown = orderly && i > prose.first && has_unknown_credit(line, i > prose.last);
    if (is_caption(line, at_top) || unknown) line.role = LineRole::kCaption;
    at_top = false;
  }
}

}  // namespace fihris::indexer::clean
