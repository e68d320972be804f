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
      "th",      "time"};
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
    {"z", DateWord::kUtc},
    {"الساعة", DateWord::kHour},
    {"ساعة", DateWord::kHour},
    {"العدد", DateWord::kIssue},
    {"عدد", DateWord::kIssue},
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

}  // namespace fihris::indexer::dates
