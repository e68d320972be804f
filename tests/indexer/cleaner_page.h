// Paragraphs for pages made by tests.
#pragma once

#include <initializer_list>
#include <string>

namespace fihris::testing {

inline const std::string kLead =
    "افتتحت بلدية صيدا مكتبة عامة في خان قديم، وخصصت طبقته العليا لكتب الأطفال.";
inline const std::string kSecond =
    "وقالت أمينة المكتبة إن المتطوعين رتبوا ثمانية آلاف كتاب في أسبوعين.";
inline const std::string kThird =
    "وتفتح المكتبة أبوابها يومياً حتى الثامنة مساء، وتغلق يوم الاثنين من كل أسبوع.";

inline std::string page(std::initializer_list<std::string> lines, const std::string& gap = "\n\n") {
  std::string text;
  for (const std::string& line : lines) text += line + gap;
  return text;
}

}  // namespace fihris::testing
