#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "query/day_range.h"

namespace fihris::query {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int kMaxCount = 999;

enum class Unit { kDay, kWeek, kMonth, kYear };

// What a word can be; all normalised and without the article.
enum class Role { kUnit, kNumber, kTen, kPast, kCurrent, kThis, kLast, kLatest };

struct Word {
  std::string_view text;
  Role role;
  Unit unit = Unit::kDay;
  int number = 0;  // of a unit: 2 for a dual, else 1
};

// «احد» and «اثنا» open 11 and 12, which `kTen` closes.
constexpr Word kWords[] = {
    {"يوم", Role::kUnit, Unit::kDay, 1},
    {"يوما", Role::kUnit, Unit::kDay, 1},
    {"ايام", Role::kUnit, Unit::kDay, 1},
    {"يومين", Role::kUnit, Unit::kDay, 2},
    {"اسبوع", Role::kUnit, Unit::kWeek, 1},
    {"اسبوعا", Role::kUnit, Unit::kWeek, 1},
    {"اسابيع", Role::kUnit, Unit::kWeek, 1},
    {"اسبوعين", Role::kUnit, Unit::kWeek, 2},
    {"شهر", Role::kUnit, Unit::kMonth, 1},
    {"شهرا", Role::kUnit, Unit::kMonth, 1},
    {"اشهر", Role::kUnit, Unit::kMonth, 1},
    {"شهور", Role::kUnit, Unit::kMonth, 1},
    {"شهرين", Role::kUnit, Unit::kMonth, 2},
    {"سنه", Role::kUnit, Unit::kYear, 1},
    {"سنوات", Role::kUnit, Unit::kYear, 1},
    {"سنين", Role::kUnit, Unit::kYear, 1},
    {"سنتين", Role::kUnit, Unit::kYear, 2},
    {"عام", Role::kUnit, Unit::kYear, 1},
    {"عاما", Role::kUnit, Unit::kYear, 1},
    {"اعوام", Role::kUnit, Unit::kYear, 1},
    {"عامين", Role::kUnit, Unit::kYear, 2},
    {"day", Role::kUnit, Unit::kDay, 1},
    {"days", Role::kUnit, Unit::kDay, 1},
    {"week", Role::kUnit, Unit::kWeek, 1},
    {"weeks", Role::kUnit, Unit::kWeek, 1},
    {"month", Role::kUnit, Unit::kMonth, 1},
    {"months", Role::kUnit, Unit::kMonth, 1},
    {"year", Role::kUnit, Unit::kYear, 1},
    {"years", Role::kUnit, Unit::kYear, 1},
    {"احد", Role::kNumber, {}, 1},
    {"احدي", Role::kNumber, {}, 1},
    {"اثنين", Role::kNumber, {}, 2},
    {"اثنان", Role::kNumber, {}, 2},
    {"اثنا", Role::kNumber, {}, 2},
    {"اثني", Role::kNumber, {}, 2},
    {"اثنتا", Role::kNumber, {}, 2},
    {"اثنتي", Role::kNumber, {}, 2},
    {"ثلاثه", Role::kNumber, {}, 3},
    {"ثلاث", Role::kNumber, {}, 3},
    {"اربعه", Role::kNumber, {}, 4},
    {"اربع", Role::kNumber, {}, 4},
    {"خمسه", Role::kNumber, {}, 5},
    {"خمس", Role::kNumber, {}, 5},
    {"سته", Role::kNumber, {}, 6},
    {"ست", Role::kNumber, {}, 6},
    {"سبعه", Role::kNumber, {}, 7},
    {"سبع", Role::kNumber, {}, 7},
    {"ثمانيه", Role::kNumber, {}, 8},
    {"ثماني", Role::kNumber, {}, 8},
    {"ثمان", Role::kNumber, {}, 8},
    {"تسعه", Role::kNumber, {}, 9},
    {"تسع", Role::kNumber, {}, 9},
    {"عشره", Role::kTen, {}, 10},
    {"عشر", Role::kTen, {}, 10},
    {"two", Role::kNumber, {}, 2},
    {"three", Role::kNumber, {}, 3},
    {"four", Role::kNumber, {}, 4},
    {"five", Role::kNumber, {}, 5},
    {"six", Role::kNumber, {}, 6},
    {"seven", Role::kNumber, {}, 7},
    {"eight", Role::kNumber, {}, 8},
    {"nine", Role::kNumber, {}, 9},
    {"ten", Role::kNumber, {}, 10},
    {"eleven", Role::kNumber, {}, 11},
    {"twelve", Role::kNumber, {}, 12},
    {"ماضي", Role::kPast},
    {"ماضيه", Role::kPast},
    {"ماضيين", Role::kPast},
    {"ماضيتين", Role::kPast},
    {"فايت", Role::kPast},
    {"فايته", Role::kPast},
    {"منصرم", Role::kPast},
    {"منصرمه", Role::kPast},
    {"سابق", Role::kPast},
    {"سابقه", Role::kPast},
    {"اخيره", Role::kPast},
    {"اخيرين", Role::kPast},
    {"حالي", Role::kCurrent},
    {"حاليه", Role::kCurrent},
    {"جاري", Role::kCurrent},
    {"جاريه", Role::kCurrent},
    {"هذا", Role::kThis},
    {"هذه", Role::kThis},
    {"this", Role::kThis},
    {"last", Role::kLast},
    {"previous", Role::kLast},
    {"اخر", Role::kLatest},
    {"past", Role::kLatest},
};

struct NamedDay {
  std::string_view text;
  int ago;
};
constexpr NamedDay kDays[] = {
    {"اليوم", 0},      {"امس", 1},       {"البارحه", 1}, {"اول امس", 2},
    {"اول من امس", 2}, {"امس الاول", 2}, {"today", 0},   {"yesterday", 1},
};

std::vector<std::string> words_of(const std::string& normal) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < normal.size();) {
    const std::size_t end = std::min(normal.find(' ', begin), normal.size());
    if (end > begin) words.push_back(normal.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto opens = [&](std::string_view w) { return !words.empty() && words.front() == w; };
  if (opens("في") || opens("خلال") || opens("the") || opens("in")) words.erase(words.begin());
  return words;
}

DayRange calendar_unit(Unit unit, sys_days day) {
  const year_month_day date(day);
  switch (unit) {
    case Unit::kDay:
      break;
    case Unit::kWeek: {
      const sys_days sunday = day - days(std::chrono::weekday(day).c_encoding());
      return {sunday, sunday + days(6)};
    }
    case Unit::kMonth:
      return {date.year() / date.month() / 1, date.year() / date.month() / std::chrono::last};
    case Unit::kYear:
      return {date.year() / 1 / 1, date.year() / 12 / 31};
  }
  return {day, day};
}

DayRange previous_unit(Unit unit, sys_days today) {
  return calendar_unit(unit, calendar_unit(unit, today).first - days(1));
}

// The same day so many months earlier, or the last of a shorter month: 31 May less three months is
// the last day of February.
sys_days months_before(sys_days day, int count) {
  const year_month_day date(day);
  const year_month_day moved = date - months(count);
  return moved.ok() ? sys_days(moved) : sys_days(moved.year() / moved.month() / std::chrono::last);
}

DayRange latest_units(int count, Unit unit, sys_days today) {
  switch (unit) {
    case Unit::kDay:
      return {today - days(count - 1), today};
    case Unit::kWeek:
      return {today - days(7 * count - 1), today};
    case Unit::kMonth:
      return {months_before(today, count) + days(1), today};
    case Unit::kYear:
      break;
  }
  return {months_before(today, 12 * count) + days(1), today};
}

// Reads the words of one stretch of time; all of them must make sense.
class Reader {
 public:
  Reader(const std::vector<std::string>& words, sys_days today) : today_(today) {
    for (const std::string& word : words) words_.push_back(word_of(word));
  }

  std::optional<DayRange> read() {
    const std::optional<DayRange> range = read_before_unit();
    return at_ == words_.size() ? range : std::nullopt;
  }

 private:
  static std::optional<Word> word_of(std::string_view text) {
    constexpr std::string_view kArticle = "ال";
    if (text.substr(0, kArticle.size()) == kArticle) text.remove_prefix(kArticle.size());
    const auto* known = std::find_if(std::begin(kWords), std::end(kWords),
                                     [text](const Word& word) { return word.text == text; });
    if (known != std::end(kWords)) return *known;
    Word word{text, Role::kNumber, {}, 0};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, word.number);
    const bool counts = error == std::errc() && stop == end && word.number >= 1;
    return counts && word.number <= kMaxCount ? std::optional(word) : std::nullopt;
  }

  const Word* take(Role role) {
    if (at_ == words_.size() || !words_[at_] || words_[at_]->role != role) return nullptr;
    return &*words_[at_++];
  }

  // Takes the number that is next; 0 when there is none.
  int take_number() {
    const Word* number = take(Role::kNumber);
    const Word* ten = take(Role::kTen);
    return (number != nullptr ? number->number : 0) + (ten != nullptr ? ten->number : 0);
  }

  std::optional<DayRange> read_before_unit() {
    if (take(Role::kThis) != nullptr) {
      const Word* unit = take(Role::kUnit);
      return unit != nullptr ? std::optional(calendar_unit(unit->unit, today_)) : std::nullopt;
    }
    const bool last = take(Role::kLast) != nullptr;
    const bool latest = !last && take(Role::kLatest) != nullptr;
    const int number = take_number();
    const Word* unit = take(Role::kUnit);
    if (unit == nullptr) return std::nullopt;
    const int count = number != 0 ? number : unit->number;
    if (latest || (last && count > 1)) return latest_units(count, unit->unit, today_);
    if (last) return previous_unit(unit->unit, today_);
    return read_after_unit(*unit, number);
  }

  // Reads what follows a unit: «الشهر الماضي», «الأشهر الثلاثة الماضية», «7 أيام الماضية».
  std::optional<DayRange> read_after_unit(const Word& unit, int number) {
    if (number == 0) number = take_number();
    if (number == 0 && take(Role::kCurrent) != nullptr) return calendar_unit(unit.unit, today_);
    if (take(Role::kPast) == nullptr) return std::nullopt;
    const int count = number != 0 ? number : unit.number;
    if (count > 1) return latest_units(count, unit.unit, today_);
    return previous_unit(unit.unit, today_);
  }

  std::vector<std::optional<Word>> words_;
  sys_days today_;
  std::size_t at_ = 0;
};

std::optional<DayRange> named_day(const std::vector<std::string>& words, sys_days today) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  for (const NamedDay& day : kDays) {
    if (day.text == text) return DayRange{today - days(day.ago), today - days(day.ago)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DayRange> read_relative(std::string_view text, sys_days today) {
  const std::vector<std::string> words = words_of(normalize(text));
  if (words.empty()) return std::nullopt;
  if (const std::optional<DayRange> day = named_day(words, today)) return day;
  const std::optional<DayRange> range = Reader(words, today).read();
  const bool in_reach = range && year_month_day(range->first).year() >= std::chrono::year(1);
  return in_reach ? range : std::nullopt;
}

}  // namespace fihris::query
