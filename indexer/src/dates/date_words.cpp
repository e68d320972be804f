#include <map>
#include <utility>

#include "dates/date_tokens.h"
#include "text/phrase_set.h"

namespace fihris::indexer::dates {
namespace {

const text::PhraseSet& fillers() {
  static const text::PhraseSet words{
      "الأحد",   "الاثنين", "الإثنين",   "الثلاثاء", "الأربعاء", "الخميس",   "الجمعة", "السبت",
      "يوم",     "في",      "الموافق",   "من",       "عام",      "سنة",      "شهر",    "لعام",
      "اليوم",   "تم",      "بتوقيت",    "توقيت",    "بالتوقيت", "المحلي",   "محلي",   "مكة",
      "المكرمة", "القدس",   "الدوحة",    "دمشق",     "بيروت",    "القاهرة",  "بغداد",  "الرياض",
      "أبوظبي",  "دبي",     "عمان",      "تونس",     "الجزائر",  "الرباط",   "صباحا",  "صباح",
      "ظهرا",    "فجرا",    "ليلا",      "ص",        "الظهر",    "على",      "عند",    "sunday",
      "monday",  "tuesday", "wednesday", "thursday", "friday",   "saturday", "sun",    "mon",
      "tue",     "tues",    "wed",       "thu",      "thur",     "thurs",    "fri",    "sat",
      "at",      "on",      "am",        "t",        "the",      "st",       "nd",     "rd",
      "th",      "time",    "ast",       "ist",      "bst"};
  return words;
}

using WordMap = std::map<std::string, DateWord, std::less<>>;

constexpr std::pair<std::string_view, DateWord> kSigns[] = {
    {"نشر", DateWord::kPublished},
    {"نشرت", DateWord::kPublished},
    {"النشر", DateWord::kPublished},
    {"نشره", DateWord::kPublished},
    {"منشور", DateWord::kPublished},
    {"تاريخ", DateWord::kPublished},
    {"التاريخ", DateWord::kPublished},
    {"بتاريخ", DateWord::kPublished},
    {"أضيف", DateWord::kPublished},
    {"الإضافة", DateWord::kPublished},
    {"published", DateWord::kPublished},
    {"posted", DateWord::kPublished},
    {"date", DateWord::kPublished},
    {"حرر", DateWord::kPublished},
    {"حررت", DateWord::kPublished},
    {"كتب", DateWord::kPublished},
    {"كتبت", DateWord::kPublished},
    {"created", DateWord::kPublished},
    {"آخر", DateWord::kUpdated},
    {"تعديل", DateWord::kUpdated},
    {"التعديل", DateWord::kUpdated},
    {"modified", DateWord::kUpdated},
    {"تحديث", DateWord::kUpdated},
    {"التحديث", DateWord::kUpdated},
    {"حدث", DateWord::kUpdated},
    {"حدثت", DateWord::kUpdated},
    {"محدث", DateWord::kUpdated},
    {"updated", DateWord::kUpdated},
    {"update", DateWord::kUpdated},
    {"last", DateWord::kUpdated},
    {"هـ", DateWord::kHijri},
    {"هجري", DateWord::kHijri},
    {"هجرية", DateWord::kHijri},
    {"هجريا", DateWord::kHijri},
    {"م", DateWord::kGregorian},
    {"ميلادي", DateWord::kGregorian},
    {"ميلادية", DateWord::kGregorian},
    {"ميلاديا", DateWord::kGregorian},
    {"مساء", DateWord::kAfternoon},
    {"عصرا", DateWord::kAfternoon},
    {"بعد", DateWord::kAfternoon},
    {"pm", DateWord::kAfternoon},
    {"غرينتش", DateWord::kUtc},
    {"غرينيتش", DateWord::kUtc},
    {"جرينتش", DateWord::kUtc},
    {"gmt", DateWord::kUtc},
    {"utc", DateWord::kUtc},
    {"ut", DateWord::kUtc},
    {"z", DateWord::kUtc},
    {"الساعة", DateWord::kHour},
    {"ساعة", DateWord::kHour},
    {"العدد", DateWord::kIssue},
    {"عدد", DateWord::kIssue},
};

// Those of RFC 2822, and of Europe, which Arabic outlets print.
constexpr std::pair<std::string_view, std::string_view> kZones[] = {
    {"est", "-05:00"},  {"edt", "-04:00"}, {"cst", "-06:00"},  {"cdt", "-05:00"}, {"mst", "-07:00"},
    {"mdt", "-06:00"},  {"pst", "-08:00"}, {"pdt", "-07:00"},  {"wet", "+00:00"}, {"cet", "+01:00"},
    {"cest", "+02:00"}, {"eet", "+02:00"}, {"eest", "+03:00"}, {"msk", "+03:00"},
};

const WordMap& signs() {
  static const WordMap map = [] {
    WordMap built;
    for (const auto& [word, meaning] : kSigns) built.emplace(text::phrase_key(word), meaning);
    return built;
  }();
  return map;
}

}  // namespace

DateWord date_word(const std::string& key) {
  const auto sign = signs().find(key);
  if (sign != signs().end()) return sign->second;
  return fillers().has_key(key) ? DateWord::kFiller : DateWord::kUnknown;
}

std::string_view zone_offset(std::string_view key) {
  for (const auto& [name, offset] : kZones) {
    if (name == key) return offset;
  }
  return {};
}

}  // namespace fihris::indexer::dates
