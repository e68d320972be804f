#include "date_words.h"

#include <map>
#include <utility>

#include "phrase_set.h"

namespace fihris {
namespace {

using MonthMap = std::map<std::string, MonthName, std::less<>>;

struct Spelling {
  std::string_view name;
  MonthName month;
};

// Egypt and the Gulf; the Levant and Iraq; Algeria and Tunisia; Morocco; Hijri; English.
constexpr Spelling kMonths[] = {
    {"يناير", {1}},
    {"فبراير", {2}},
    {"مارس", {3}},
    {"أبريل", {4}},
    {"إبريل", {4}},
    {"مايو", {5}},
    {"يونيو", {6}},
    {"يونيه", {6}},
    {"يوليو", {7}},
    {"يوليه", {7}},
    {"أغسطس", {8}},
    {"سبتمبر", {9}},
    {"أكتوبر", {10}},
    {"نوفمبر", {11}},
    {"ديسمبر", {12}},
    {"كانون الثاني", {1}},
    {"كانون ثاني", {1}},
    {"كانون 2", {1}},
    {"شباط", {2}},
    {"آذار", {3}},
    {"أذار", {3}},
    {"نيسان", {4}},
    {"أيار", {5}},
    {"حزيران", {6}},
    {"تموز", {7}},
    {"آب", {8}},
    {"أيلول", {9}},
    {"تشرين الأول", {10}},
    {"تشرين أول", {10}},
    {"تشرين 1", {10}},
    {"تشرين الثاني", {11}},
    {"تشرين ثاني", {11}},
    {"تشرين 2", {11}},
    {"كانون الأول", {12}},
    {"كانون أول", {12}},
    {"كانون 1", {12}},
    {"جانفي", {1}},
    {"فيفري", {2}},
    {"أفريل", {4}},
    {"ماي", {5}},
    {"جوان", {6}},
    {"جويلية", {7}},
    {"أوت", {8}},
    {"يوليوز", {7}},
    {"غشت", {8}},
    {"شتنبر", {9}},
    {"نونبر", {11}},
    {"دجنبر", {12}},
    {"محرم", {1, true}},
    {"المحرم", {1, true}},
    {"صفر", {2, true}},
    {"ربيع الأول", {3, true}},
    {"ربيع أول", {3, true}},
    {"ربيع الآخر", {4, true}},
    {"ربيع الثاني", {4, true}},
    {"ربيع آخر", {4, true}},
    {"جمادى الأولى", {5, true}},
    {"جمادى الأول", {5, true}},
    {"جمادى الآخرة", {6, true}},
    {"جمادى الثانية", {6, true}},
    {"جمادى الآخر", {6, true}},
    {"جمادى الثاني", {6, true}},
    {"رجب", {7, true}},
    {"شعبان", {8, true}},
    {"رمضان", {9, true}},
    {"شوال", {10, true}},
    {"ذو القعدة", {11, true}},
    {"ذي القعدة", {11, true}},
    {"ذوالقعدة", {11, true}},
    {"ذو الحجة", {12, true}},
    {"ذي الحجة", {12, true}},
    {"ذوالحجة", {12, true}},
    {"january", {1}},
    {"february", {2}},
    {"march", {3}},
    {"april", {4}},
    {"may", {5}},
    {"june", {6}},
    {"july", {7}},
    {"august", {8}},
    {"september", {9}},
    {"october", {10}},
    {"november", {11}},
    {"december", {12}},
    {"jan", {1}},
    {"feb", {2}},
    {"mar", {3}},
    {"apr", {4}},
    {"jun", {6}},
    {"jul", {7}},
    {"aug", {8}},
    {"sep", {9}},
    {"sept", {9}},
    {"oct", {10}},
    {"nov", {11}},
    {"dec", {12}},
};

const MonthMap& months() {
  static const MonthMap map = [] {
    MonthMap built;
    for (const Spelling& s : kMonths) built.emplace(phrase_key(s.name), s.month);
    return built;
  }();
  return map;
}

const PhraseSet& fillers() {
  static const PhraseSet words{
      "الأحد",   "الاثنين", "الإثنين",   "الثلاثاء", "الأربعاء", "الخميس",   "الجمعة", "السبت",
      "يوم",     "في",      "الموافق",   "من",       "عام",      "سنة",      "شهر",    "لعام",
      "الساعة",  "ساعة",    "بتوقيت",    "توقيت",    "بالتوقيت", "المحلي",   "محلي",   "مكة",
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
    {"آخر", DateWord::kUpdated},
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
};

const WordMap& signs() {
  static const WordMap map = [] {
    WordMap built;
    for (const auto& [word, meaning] : kSigns) built.emplace(phrase_key(word), meaning);
    return built;
  }();
  return map;
}

}  // namespace

FoundMonth find_month(const std::string& first, const std::string& second) {
  if (!second.empty()) {
    const auto pair = months().find(first + ' ' + second);
    if (pair != months().end()) return {pair->second, 2};
  }
  const auto single = months().find(first);
  return single == months().end() ? FoundMonth{} : FoundMonth{single->second, 1};
}

DateWord date_word(const std::string& key) {
  const auto sign = signs().find(key);
  if (sign != signs().end()) return sign->second;
  return fillers().has_key(key) ? DateWord::kFiller : DateWord::kUnknown;
}

}  // namespace fihris
