#include <gtest/gtest.h>

#include "dates/dates.h"

namespace fihris {
namespace {

struct DateCase {
  const char* iso;
  const char* value;  // nullptr: no date
};

class DateValue : public ::testing::TestWithParam<DateCase> {};

TEST_P(DateValue, IsUtcInFourteenDigits) {
  const std::optional<std::string> value = indexer::dates::date_value(GetParam().iso);
  EXPECT_EQ(value.value_or("none"), GetParam().value == nullptr ? "none" : GetParam().value)
      << GetParam().iso;
}

INSTANTIATE_TEST_SUITE_P(
    Iso8601, DateValue,
    ::testing::Values(DateCase{"2025-12-23", "20251223000000"},
                      DateCase{"2025-12-23T18:05:09Z", "20251223180509"},
                      DateCase{"2025-12-23T18:05", "20251223180500"},
                      DateCase{"2025-12-23 18:05:09.123", "20251223180509"},
                      DateCase{"2025-12-23T18:05:00+03:00", "20251223150500"},
                      DateCase{"2025-12-23T18:05:00-0530", "20251223233500"},
                      DateCase{"2025-12-23T18:05:00+03", "20251223150500"},
                      // A part of a date is its first day.
                      DateCase{"2025", "20250101000000"}, DateCase{"2025-12", "20251201000000"},
                      // The zone moves it over the ends of a day, a month, a year and February.
                      DateCase{"2026-01-01T01:30:00+03:00", "20251231223000"},
                      DateCase{"2024-02-28T23:30:00-01:00", "20240229003000"}));

INSTANTIATE_TEST_SUITE_P(
    Invalid, DateValue,
    ::testing::Values(DateCase{"", nullptr}, DateCase{"20", nullptr}, DateCase{"2025-13", nullptr},
                      DateCase{"1442", nullptr}, DateCase{"2025-13-01", nullptr},
                      DateCase{"2025-02-29", nullptr}, DateCase{"2025-00-10", nullptr},
                      DateCase{"2025-12-23T25:00", nullptr},
                      DateCase{"2025-12-23T18:05:00+99", nullptr}, DateCase{"2025-12-23T", nullptr},
                      DateCase{"2025-12-23x", nullptr}, DateCase{"أمس", nullptr},
                      DateCase{"٢٠٢٥-١٢-٢٣", nullptr}));

}  // namespace
}  // namespace fihris
