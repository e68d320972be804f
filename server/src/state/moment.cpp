#include "state/moment.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace fihris::server::state {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t kFractionDigits = 6;

// Reads on through a text; once something is missing, all that follows is.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool failed() const { return failed_; }

  bool take(std::string_view any_of) {
    if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!take({&c, 1})) failed_ = true;
  }
  bool starts_with(char c) const { return rest_.starts_with(c); }

  // Exactly so many digits, at most `most`.
  int number(std::size_t digits, int most) {
    int value = 0;
    const std::size_t begin = rest_.find_first_not_of("0123456789");
    if (rest_.size() < digits || begin < digits) failed_ = true;
    if (failed_) return 0;
    std::from_chars(rest_.data(), rest_.data() + digits, value);
    rest_.remove_prefix(digits);
    if (value > most) failed_ = true;
    return value;
  }
  // Digits behind a full stop, those beyond microseconds left out.
  microseconds fraction() {
    std::int64_t value = 0;
    std::size_t count = 0;
    for (; !rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9'; ++count) {
      if (count < kFractionDigits) value = value * 10 + (rest_.front() - '0');
      rest_.remove_prefix(1);
    }
    if (count == 0) failed_ = true;
    for (; count < kFractionDigits; ++count) value *= 10;
    return microseconds(value);
  }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

microseconds time_of_day(Scanner& scanner) {
  const auto hour = hours(scanner.number(2, 23));
  scanner.expect(':');
  const auto minute = minutes(scanner.number(2, 59));
  scanner.expect(':');
  microseconds time = hour + minute + seconds(scanner.number(2, 59));
  if (scanner.take(".")) time += scanner.fraction();
  return time;
}

// What must be taken from the time to have it in UTC.
minutes offset(Scanner& scanner) {
  if (scanner.at_end() || scanner.take("Zz")) return minutes(0);
  const bool west = scanner.starts_with('-');
  if (!scanner.take("+-")) scanner.expect('+');
  const auto hour = hours(scanner.number(2, 23));
  scanner.expect(':');
  const minutes ahead = hour + minutes(scanner.number(2, 59));
  return west ? -ahead : ahead;
}

}  // namespace

Moment now() { return std::chrono::floor<microseconds>(std::chrono::system_clock::now()); }

std::string full_text(Moment moment) {
  const auto day = std::chrono::floor<days>(moment);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(moment - day);
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%06d000Z",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return text.data();
}

std::string to_text(Moment moment) {
  std::string shortest = full_text(moment);
  shortest.pop_back();
  shortest.erase(shortest.find_last_not_of('0') + 1);
  if (shortest.ends_with('.')) shortest.pop_back();
  return shortest + "Z";
}

std::string now_text() { return full_text(now()); }

std::optional<Moment> read_moment(std::string_view text) {
  Scanner scanner(text);
  const std::chrono::year year(scanner.number(4, 9999));
  scanner.expect('-');
  const std::chrono::month month(static_cast<unsigned>(scanner.number(2, 12)));
  scanner.expect('-');
  const std::chrono::day day(static_cast<unsigned>(scanner.number(2, 31)));
  const std::chrono::year_month_day date(year, month, day);
  microseconds time(0);
  if (!scanner.at_end()) {
    if (!scanner.take("Tt ")) return std::nullopt;
    time = time_of_day(scanner);
    time -= offset(scanner);
  }
  if (scanner.failed() || !scanner.at_end() || !date.ok()) return std::nullopt;
  return Moment(std::chrono::sys_days(date).time_since_epoch() + time);
}

}  // namespace fihris::server::state
