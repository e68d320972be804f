#include "dates/dates.h"

#include <chrono>
#include <vector>

#include "dates/clock_time.h"
#include "dates/date_tokens.h"
#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/calendar.h"
#include "fihris/stemmer/month_names.h"
#include "text/unicode_text.h"

namespace fihris::indexer::dates {
namespace {

using std::chrono::year_month_day;

constexpr std::size_t kMaxDateBytes = 240;  // longer lines are no dates

// Reads a whole line of tokens; everything in it must make sense.
class DateLineReader {
 public:
  explicit DateLineReader(std::vector<DateToken> tokens) : tokens_(std::move(tokens)) {}

  std::optional<Dateline> read() {
    while (pos_ < tokens_.size()) {
      if (!read_numeric_date() && !read_time() && !read_named_date() && !read_year() &&
          !read_word() && !read_zone() && !read_mark()) {
        return std::nullopt;
      }
    }
    return join_parts() ? result() : std::nullopt;
  }

 private:
  using Kind = DateToken::Kind;

  bool is(std::size_t i, Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  bool is_mark(std::size_t i, std::string_view marks) const {
    return is(i, Kind::kMark) && marks.find(tokens_[i].word) != std::string_view::npos;
  }
  DateWord word_at(std::size_t i) const {
    return is(i, Kind::kWord) ? date_word(tokens_[i].word) : DateWord::kUnknown;
  }

  // 2025-12-23, 23/12/2025, 12/23/2025, 23.12.2025, 1447/7/2 هـ
  bool read_numeric_date() {
    const std::size_t i = pos_;
    if (!is(i, Kind::kNumber) || !is_mark(i + 1, "/-.") || !is(i + 2, Kind::kNumber) ||
        !is_mark(i + 3, "/-.") || !is(i + 4, Kind::kNumber)) {
      return false;
    }
    int day = tokens_[i + 4].value;
    int month = tokens_[i + 2].value;
    int year = tokens_[i].value;
    if (tokens_[i].digits <= 2 && tokens_[i + 4].digits == 4) {
      std::swap(day, year);
      if (month > 12) std::swap(day, month);
    } else if (tokens_[i].digits != 4) {
      return false;
    }
    pos_ = i + 5;
    const bool is_hijri = word_at(pos_) == DateWord::kHijri;
    return keep(is_hijri, year, month, day);
  }

  // 18:05, 18:05:30, 18:05:30 +0300
  bool read_time() {
    if (!is(pos_, Kind::kNumber) || !is_mark(pos_ + 1, ":") || !is(pos_ + 2, Kind::kNumber)) {
      return false;
    }
    ClockTime time{tokens_[pos_].value, tokens_[pos_ + 2].value, 0};
    pos_ += 3;
    if (is_mark(pos_, ":") && is(pos_ + 1, Kind::kNumber)) {
      time.second = tokens_[pos_ + 1].value;
      pos_ += 2;
    }
    // «6:05 م»: after a time the letter means the afternoon, after a year the calendar.
    const DateWord next = word_at(pos_);
    if ((next == DateWord::kAfternoon || next == DateWord::kGregorian) && time.hour < 12)
      time.hour += 12;
    if (!is_valid(time)) return false;
    time_ = time;
    read_offset();
    return true;
  }

  // "+0300", "+03:00", and "+3" behind "GMT". What follows a dash is an offset only as "-0300":
  // «GMT - 10:30» is a time.
  void read_offset(bool may_be_short = false) {
    if (!is_mark(pos_, "+-") || !is(pos_ + 1, Kind::kNumber)) return;
    const bool plus = is_mark(pos_, "+");
    const DateToken& number = tokens_[pos_ + 1];
    std::size_t end = pos_ + 2;
    int minutes = 0;
    int hours = number.value;
    if (number.digits == 4) {
      minutes = number.value % 100;
      hours = number.value / 100;
    } else if (plus && number.digits <= 2 && is_mark(end, ":") && is(end + 1, Kind::kNumber)) {
      minutes = tokens_[end + 1].value;
      end += 2;
    } else if (!plus || !may_be_short || number.digits > 2) {
      return;
    }
    if (hours > 14 || minutes % 15 != 0 || minutes > 45) return;  // a year: «10:00 - 2021»
    zone_ = (plus ? '+' : '-') + two_digits(hours) + ':' + two_digits(minutes);
    pos_ = end;
  }
  static std::string two_digits(int value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
  }

  // «الساعة 10.00», «الساعة 10»
  void read_hour() {
    if (!is(pos_, Kind::kNumber) || tokens_[pos_].digits > 2 || is_mark(pos_ + 1, ":/-")) return;
    ClockTime time{tokens_[pos_].value, 0, 0};
    const bool minutes =
        is_mark(pos_ + 1, ".") && is(pos_ + 2, Kind::kNumber) && tokens_[pos_ + 2].digits == 2;
    if (minutes) time.minute = tokens_[pos_ + 2].value;
    if (!is_valid(time)) return;
    pos_ += minutes ? 3 : 1;
    if (word_at(pos_) == DateWord::kAfternoon && time.hour < 12) time.hour += 12;
    time_ = time;
  }

  void read_issue_number() {
    std::size_t i = pos_;
    while (is_mark(i, ":.-#(")) ++i;
    if (is(i, Kind::kNumber)) pos_ = i + 1;
  }

  FoundMonth month_at(std::size_t i) const {
    if (!is(i, Kind::kWord)) return {};
    return find_month(tokens_[i].word,
                      i + 1 < tokens_.size() ? tokens_[i + 1].word : std::string());
  }

  // The month at `i` and the names of it in other systems after a stroke; `i` moves behind them.
  MonthName read_months(std::size_t& i) const {
    FoundMonth found = month_at(i);
    const MonthName first = found.name;
    while (found.words > 0) {
      i += static_cast<std::size_t>(found.words);
      std::size_t next = i;
      while (is_mark(next, "/-–()،")) ++next;
      found = month_at(next);
      if (found.words > 0) i = next;
    }
    while (first.month != 0 && is_mark(i, "/-)،,.")) ++i;
    return first;
  }

  bool is_year(std::size_t i) const {
    return is(i, Kind::kNumber) && tokens_[i].digits == 4 && !is_mark(i + 1, ":");
  }

  // 23 ديسمبر 2025; ديسمبر 23, 2025; 2025 ديسمبر 23; 23 ديسمبر, with the year elsewhere in the line
  bool read_named_date() {
    std::size_t i = pos_;
    int year = is_year(i) ? tokens_[i].value : 0;
    int day = year == 0 && is(i, Kind::kNumber) ? tokens_[i].value : 0;
    if (year != 0 || day != 0) {
      ++i;
      while (is_mark(i, "-/.،") || (word_at(i) == DateWord::kFiller && month_at(i).words == 0)) ++i;
    }
    const MonthName month = read_months(i);
    if (month.month == 0) return false;
    if (day == 0) {
      if (!is(i, Kind::kNumber) || tokens_[i].digits > 2) return false;
      day = tokens_[i++].value;
    }
    if (year == 0) year = take_year_behind(i);
    pos_ = i;
    if (year != 0) return keep(month.hijri, year, month.month, day);
    if (month.hijri || day_without_year_) return false;
    day_without_year_ = std::chrono::month_day(std::chrono::month(month.month),
                                               std::chrono::day(static_cast<unsigned>(day)));
    return true;
  }

  // 0 when none stands there.
  int take_year_behind(std::size_t& i) const {
    std::size_t at = i;
    while (is_mark(at, ",،") || word_at(at) == DateWord::kFiller) ++at;
    if (!is_year(at)) return 0;
    i = at + 1;
    return tokens_[at].value;
  }

  // The year apart from its day: "Thu Mar 04 10:00:00 +0000 2021", «2021 الأربعاء ,04 آب».
  bool read_year() {
    if (!is_year(pos_) || year_ != 0 || gregorian_) return false;
    year_ = tokens_[pos_++].value;
    return true;
  }

  // A day without a year, or a year without a day, is no date.
  bool join_parts() {
    if (!day_without_year_ && year_ == 0) return true;
    return day_without_year_ && year_ != 0 &&
           keep(false, year_, static_cast<int>(unsigned{day_without_year_->month()}),
                static_cast<int>(unsigned{day_without_year_->day()}));
  }

  bool keep(bool is_hijri, int year, int month, int day) {
    auto& slot = is_hijri ? hijri_ : gregorian_;
    const auto date = is_hijri ? hijri(year, month, day) : gregorian(year, month, day);
    if (!date) return false;
    if (!slot) slot = date;
    return true;
  }

  bool read_word() {
    const DateWord word = word_at(pos_);
    if (word == DateWord::kUnknown) return false;
    ++pos_;
    published_ = published_ || word == DateWord::kPublished;
    updated_ = updated_ || word == DateWord::kUpdated;
    if (word == DateWord::kHour) read_hour();
    if (word == DateWord::kIssue) read_issue_number();
    if (word == DateWord::kUtc) {
      zone_ = "Z";
      read_offset(true);
    }
    return true;
  }

  bool read_zone() {
    const std::string_view offset =
        is(pos_, Kind::kWord) && time_ ? zone_offset(tokens_[pos_].word) : std::string_view();
    if (offset.empty()) return false;
    ++pos_;
    zone_ = offset;
    return true;
  }

  bool read_mark() {
    if (!is(pos_, Kind::kMark)) return false;
    ++pos_;
    return true;
  }

  std::optional<Dateline> result() const {
    const auto& date = gregorian_ ? gregorian_ : hijri_;
    if (!date) return std::nullopt;
    Dateline line;
    line.date = fihris::to_iso(*date);
    if (time_ && !zone_.empty()) line.date += to_iso(*time_) + zone_;
    line.labelled = published_ || updated_;
    line.updated = updated_ && !published_;
    return line;
  }

  std::vector<DateToken> tokens_;
  std::size_t pos_ = 0;
  std::optional<year_month_day> gregorian_;
  std::optional<year_month_day> hijri_;
  std::optional<std::chrono::month_day> day_without_year_;
  int year_ = 0;  // one that stands alone
  std::optional<ClockTime> time_;
  std::string zone_;
  bool published_ = false;
  bool updated_ = false;
};

}  // namespace

std::optional<std::string> parse_date(std::string_view text) {
  auto line = parse_dateline(text);
  return line ? std::optional(std::move(line->date)) : std::nullopt;
}

std::optional<Dateline> parse_dateline(std::string_view line) {
  line = text::trim(line);
  if (line.empty() || line.size() > kMaxDateBytes) return std::nullopt;
  if (auto iso = iso_date(line)) return Dateline{*iso, false, false};
  return DateLineReader(date_tokens(normalize(line))).read();
}

}  // namespace fihris::indexer::dates
