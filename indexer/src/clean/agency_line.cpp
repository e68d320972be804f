#include "clean/agency_line.h"

#include <algorithm>

#include "dates/dates.h"
#include "text/phrase_set.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kMaxLineBytes = 400;
constexpr std::size_t kMaxNames = 10;
constexpr std::size_t kMaxNameWords = 5;

constexpr std::string_view kAgencies[] = {"رويترز",
                                          "reuters",
                                          "فرانس برس",
                                          "فرانس بريس",
                                          "أ ف ب",
                                          "ا.ف.ب",
                                          "أ.ف.ب",
                                          "اف ب",
                                          "الفرنسية",
                                          "الصحافة الفرنسية",
                                          "afp",
                                          "أسوشييتد برس",
                                          "أسوشيتد برس",
                                          "اسوشيتدبرس",
                                          "أسوشيتد بريس",
                                          "الأسوشيتد برس",
                                          "أ ب",
                                          "أ.ب",
                                          "ap",
                                          "associated press",
                                          "الأناضول",
                                          "anadolu",
                                          "anadolu agency",
                                          "aa",
                                          "د ب أ",
                                          "د.ب.أ",
                                          "الألمانية",
                                          "dpa",
                                          "الأوروبية",
                                          "إ ب أ",
                                          "إ.ب.أ",
                                          "epa",
                                          "إفي",
                                          "إيفي",
                                          "efe",
                                          "أنسا",
                                          "ansa",
                                          "سانا",
                                          "sana",
                                          "تاس",
                                          "tass",
                                          "نوفوستي",
                                          "ريا نوفوستي",
                                          "سبوتنيك",
                                          "إنترفاكس",
                                          "شينخوا",
                                          "كيودو",
                                          "يونهاب",
                                          "واس",
                                          "وام",
                                          "كونا",
                                          "بترا",
                                          "قنا",
                                          "بنا",
                                          "العمانية",
                                          "وفا",
                                          "معا",
                                          "صفا",
                                          "سبأ",
                                          "سونا",
                                          "مينا",
                                          "أ ش أ",
                                          "أ.ش.أ",
                                          "واج",
                                          "وات",
                                          "وال",
                                          "واع",
                                          "ومع",
                                          "لاماب",
                                          "إرنا",
                                          "تسنيم",
                                          "مهر",
                                          "إسنا",
                                          "هاوار",
                                          "روداو",
                                          "بلومبيرغ",
                                          "بلومبرغ",
                                          "bloomberg",
                                          "يونايتد برس",
                                          "يو بي آي",
                                          "upi",
                                          "غيتي",
                                          "جيتي",
                                          "غيتي إيميجز",
                                          "غيتي إيمجز",
                                          "جيتي إيميجز",
                                          "getty",
                                          "getty images",
                                          "gettyimages",
                                          "شترستوك",
                                          "شاترستوك",
                                          "shutterstock",
                                          "نور فوتو",
                                          "nurphoto",
                                          "زوما",
                                          "zuma",
                                          "رويترز أرشيف",
                                          "الجزيرة",
                                          "الجزيرة نت",
                                          "الجزيرة مباشر",
                                          "العربية",
                                          "العربية نت",
                                          "العربي",
                                          "العربي الجديد",
                                          "سكاي نيوز عربية",
                                          "سكاي نيوز",
                                          "بي بي سي",
                                          "bbc",
                                          "بي بي سي عربي",
                                          "سي إن إن",
                                          "cnn",
                                          "cnn عربية",
                                          "الحرة",
                                          "الشرق",
                                          "الشرق الأوسط",
                                          "فرانس 24",
                                          "فرانس24",
                                          "france 24",
                                          "يورونيوز",
                                          "دويتشه فيله",
                                          "الميادين",
                                          "الإخبارية",
                                          "الإخبارية السورية",
                                          "روسيا اليوم",
                                          "rt",
                                          "تي آر تي",
                                          "trt",
                                          "مونت كارلو",
                                          "عنب بلدي",
                                          "تلفزيون سوريا",
                                          "الوكالة الوطنية للإعلام",
                                          "الوطنية",
                                          "المغرب العربي للأنباء",
                                          "وكالات",
                                          "الوكالات",
                                          "مواقع",
                                          "مواقع إلكترونية",
                                          "مواقع التواصل",
                                          "مواقع التواصل الاجتماعي",
                                          "وسائل التواصل",
                                          "وسائل التواصل الاجتماعي",
                                          "وسائل إعلام",
                                          "وسائل الإعلام",
                                          "الصحافة الإسرائيلية",
                                          "الصحافة الأميركية",
                                          "الصحافة البريطانية",
                                          "إعلام إسرائيلي",
                                          "إعلام تركي",
                                          "agencies",
                                          "xinhua",
                                          "spa",
                                          "wam",
                                          "irna"};

const text::PhraseSet& agencies() {
  static const text::PhraseSet names(kAgencies);
  return names;
}

// First words that make any name a source: «وكالة الأنباء القطرية».
const text::PhraseSet& source_words() {
  static const text::PhraseSet words{"وكالة", "وكالات", "صحيفة", "صحف",   "قناة", "تلفزيون",
                                     "إذاعة", "شبكة",   "موقع",  "مواقع", "مجلة", "منصة"};
  return words;
}

std::string_view without_brackets(std::string_view line) {
  if (!line.empty() && (line.back() == '.')) line = text::trim(line.substr(0, line.size() - 1));
  if (line.size() < 2) return {};
  const bool round = line.front() == '(' && line.back() == ')';
  const bool square = line.front() == '[' && line.back() == ']';
  if (!round && !square) return {};
  const std::string_view inner = text::trim(line.substr(1, line.size() - 2));
  return inner.find_first_of("()[]") == std::string_view::npos ? inner : std::string_view();
}

// What stands after «المصدر:».
std::string_view after_source_label(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return {};
  static const text::PhraseSet labels{"المصدر", "المصادر", "مصدر", "مصادر", "source", "sources"};
  return labels.has(line.substr(0, colon)) ? text::trim(line.substr(colon + 1))
                                           : std::string_view();
}

bool too_long(std::string_view name) {
  return text::count_words(name, kMaxNameWords + 1) > kMaxNameWords;
}

using Names = std::vector<std::string_view>;

Names split_names(std::string_view list) {
  // U+060C ARABIC COMMA, U+061B ARABIC SEMICOLON, U+2013 EN DASH
  Names names = text::split_any(list, U",/+&|-\u060C\u061B\u2013");
  const bool fits = names.size() <= kMaxNames && std::none_of(names.begin(), names.end(), too_long);
  return fits ? names : Names();
}

}  // namespace

bool is_agency(std::string_view name) {
  const std::string key = text::phrase_key(name);
  return agencies().has_key(key) || source_words().opens(key);
}

std::vector<std::string> closing_agencies(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || line.size() > kMaxLineBytes) return {};
  std::string_view list = without_brackets(line);
  if (list.empty()) list = after_source_label(line);
  const Names names = split_names(list);
  if (std::none_of(names.begin(), names.end(), is_agency)) return {};
  return {names.begin(), names.end()};
}

std::vector<std::string> agencies_alone(std::string_view line) {
  auto listed = closing_agencies(line);
  line = text::trim(line);
  if (!listed.empty() || line.size() > kMaxLineBytes / 4) return listed;
  const Names names = split_names(line);
  const auto is_name = [](std::string_view name) { return agencies().has(name); };
  if (!std::all_of(names.begin(), names.end(), is_name)) return {};
  return {names.begin(), names.end()};
}

std::optional<std::string> agency_dateline(std::string_view line) {
  constexpr std::size_t kLongestDateline = 200;
  constexpr int kPlaceWords = 4;
  const std::size_t bracket = line.find('(');
  const std::size_t end = line.find(')', bracket == std::string_view::npos ? 0 : bracket);
  if (bracket == std::string_view::npos || end == std::string_view::npos) return std::nullopt;
  if (bracket > kLongestDateline || !is_agency(line.substr(bracket + 1, end - bracket - 1)))
    return std::nullopt;
  std::string_view when = text::trim(line.substr(0, bracket));
  // The place stands before the day; a sentence would be longer.
  for (int words = 0; words <= kPlaceWords && !when.empty(); ++words) {
    if (auto date = dates::parse_date(when)) return date;
    const std::size_t space = when.find(' ');
    when = space == std::string_view::npos ? std::string_view() : text::trim(when.substr(space));
  }
  return std::nullopt;
}

void take_closing_agencies(Article& article) {
  const std::string_view body = text::trim(article.body);
  const std::size_t newline = body.rfind('\n');
  const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
  auto names = closing_agencies(body.substr(begin));
  // A body that is nothing but such a line is all the text there is.
  if (names.empty() || !text::has_words(body.substr(0, begin))) return;
  const std::string kept(text::trim(body.substr(0, begin)));
  article.agencies.insert(article.agencies.end(), names.begin(), names.end());
  article.body = kept;
}

}  // namespace fihris::indexer::clean
