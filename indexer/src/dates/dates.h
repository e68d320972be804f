// Dates as they are printed, understood.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace fihris::indexer::dates {

// An ISO 8601 date or date-time in one spelling: "2025-12-23", "2025-12-23T18:05:00+03:00". Accepts
// a space for the 'T', missing seconds, fractions (dropped) and "20251223". Nothing for a day that
// does not exist.
std::optional<std::string> iso_date(std::string_view text);

// "2025-12-23T18:05:00+03:00" → "20251223150500": 14 digits, UTC. Takes what iso_date() takes, and
// "2025" and "2025-12", which are their first day; a date without a time is its midnight, a time
// without a zone is UTC. Nothing for all else.
std::optional<std::string> date_value(std::string_view iso);

// A text that is a date and nothing else, in Arabic or English print: «الثلاثاء 23 ديسمبر/كانون
// الأول 2025», «١٥ أكتوبر / تشرين الأول 2024», «23/12/2025», «2 رجب 1447 هـ» (Umm al-Qura
// calendar), "Tue, 23 Dec 2025 18:05 GMT". Day before month where only the order tells. Where two
// months disagree the first counts; where a Hijri and a Gregorian date stand together the Gregorian
// one does. The time is kept when its zone is printed too.
std::optional<std::string> parse_date(std::string_view text);

// What a field says that is known to be a date: what iso_date() and parse_date() take, ISO 8601
// with blanks and commas, a year or a month alone ("2021", "2021-08": they come back so), figures
// of a Hijri year («1442-07-20»), figures run together ("202108041000"), and seconds, milliseconds
// and smaller since 1970 (from 1970-01-02, before 2100).
std::optional<std::string> stated_date(std::string_view text);

// The day in a web address, "…/2021/08/04/…". Good only where nothing else says one.
std::optional<std::string> url_date(std::string_view url);

// A line that says when the page was published.
struct Dateline {
  std::string date;       // ISO 8601
  bool labelled = false;  // «نشر في: …», "Published …"
  bool updated = false;  // «آخر تحديث …»: good only where nothing says when it was first published
};
std::optional<Dateline> parse_dateline(std::string_view line);

}  // namespace fihris::indexer::dates
