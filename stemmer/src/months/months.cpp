#include "months/months.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "months/month_table.h"
#include "text/table_bytes.h"

namespace fihris::stemmer::months {
namespace {

using Kind = MonthRole::Kind;
using RoleMap = std::unordered_map<std::string_view, MonthRole>;

constexpr std::uint8_t kHijri = 12;  // added to the number of a Hijri month

std::uint8_t number_of(const MonthName& name) {
  return static_cast<std::uint8_t>(name.month + (name.hijri ? kHijri : 0));
}

constexpr std::array<std::string_view, 25> kLemmas = {
    "",    "m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12",
    "h01", "h02", "h03", "h04", "h05", "h06", "h07", "h08", "h09", "h10", "h11", "h12"};

constexpr std::pair<std::string_view, Kind> kNeighbours[] = {
    {"شهر", Kind::kBefore},   {"في", Kind::kBefore},    {"مطلع", Kind::kBefore},
    {"منتصف", Kind::kBefore}, {"نهايه", Kind::kBefore}, {"بدايه", Kind::kBefore},
    {"اوائل", Kind::kBefore}, {"اواخر", Kind::kBefore}, {"الماضي", Kind::kAfter},
    {"المقبل", Kind::kAfter}, {"الجاري", Kind::kAfter}, {"القادم", Kind::kAfter},
    {"الحالي", Kind::kAfter}, {"الفائت", Kind::kAfter}, {"المنصرم", Kind::kAfter},
    {"رقم", Kind::kRefuses},
};

RoleMap make_roles() {
  RoleMap roles;
  for (const auto& [word, kind] : kNeighbours) roles.emplace(word, MonthRole{kind, 0});
  for (const MonthSpelling& spelling : month_spellings()) {
    if (spelling.use == MonthUse::kInDates) continue;
    if (!spelling.second.empty()) {
      roles.emplace(spelling.first, MonthRole{Kind::kFirst, 0});
    } else {
      const bool certain = spelling.use == MonthUse::kAnywhere;
      roles.emplace(spelling.first,
                    MonthRole{certain ? Kind::kMonth : Kind::kMaybe, number_of(spelling.name)});
    }
  }
  return roles;
}

MonthRole find_role(std::string_view folded) {
  static const RoleMap roles = make_roles();
  const auto found = roles.find(folded);
  return found == roles.end() ? MonthRole{} : found->second;
}

// Each two bytes.
constexpr std::string_view kClitics[] = {"و", "ف", "ب", "ل", "ك"};

bool begins_with_clitic(std::string_view word) {
  return std::any_of(std::begin(kClitics), std::end(kClitics),
                     [&](std::string_view c) { return word.substr(0, 2) == c; });
}

bool is_number(const MonthContext& context, std::size_t i) {
  return context.kind(i) == TokenKind::kNumber && context.norm(i).size() <= 4;
}

struct Sequence {
  const std::vector<MonthRole>& roles;
  const MonthContext& context;
  std::size_t size() const { return roles.size(); }
  MonthRole role(std::size_t i) const { return roles[i]; }
};

bool context_says_month(const Sequence& s, std::size_t i) {
  const auto speaks = [&](std::size_t j, Kind side) {
    const MonthRole role = s.role(j);
    const bool same_month =
        (role.kind == Kind::kMonth || role.kind == Kind::kMaybe || role.kind == Kind::kDate) &&
        role.month == s.role(i).month;
    return role.kind == side || is_number(s.context, j) || same_month;
  };
  return (i > 0 && speaks(i - 1, Kind::kBefore)) ||
         (i + 1 < s.size() && speaks(i + 1, Kind::kAfter)) || s.size() == 1;
}

// «كانون الأول», «وربيع الآخر»: 0 when the two words are no month.
std::uint8_t month_of_pair(std::string_view left, std::string_view right) {
  const MonthSpelling* pair = find_spelling(left, right);
  if (pair == nullptr && begins_with_clitic(left)) pair = find_spelling(left.substr(2), right);
  return pair == nullptr || pair->use == MonthUse::kInDates ? 0 : number_of(pair->name);
}

// «القرار رقم 12/2024» is no date. `i` is its month, so up to two numbers stand before it.
bool is_a_number(const Sequence& s, std::size_t i) {
  std::size_t before = i;
  while (before > 0 && i - before < 2 && is_number(s.context, before - 1)) --before;
  return before > 0 && s.role(before - 1).kind == Kind::kRefuses;
}

MonthPlace month_at(const Sequence& s, std::size_t i) {
  const MonthRole role = s.role(i);
  switch (role.kind) {
    case Kind::kMonth:
      return {i, i + 1, role.month};
    case Kind::kMaybe:
      return context_says_month(s, i) ? MonthPlace{i, i + 1, role.month} : MonthPlace{};
    case Kind::kDate:
      return is_a_number(s, i) ? MonthPlace{} : MonthPlace{i, i + 1, role.month};
    case Kind::kFirst: {
      if (i + 1 == s.size()) return {};
      const std::uint8_t month = month_of_pair(s.context.norm(i), s.context.norm(i + 1));
      return month == 0 ? MonthPlace{} : MonthPlace{i, i + 2, month};
    }
    default:
      return {};
  }
}

// «ديسمبر/ كانون الأول»: two names of one month with a stroke, a bracket or a space between them.
bool is_pair(std::string_view text, Span left, Span right) {
  if (right.begin < left.end) return false;
  const std::string_view gap = text.substr(left.end, right.begin - left.end);
  return gap.size() <= 4 && gap.find('\n') == std::string_view::npos &&
         gap.find('.') == std::string_view::npos;
}

}  // namespace

std::string_view month_lemma(std::uint8_t month) { return kLemmas[month]; }

MonthRole month_role(std::string_view printed, std::string_view norm) {
  MonthRole role = find_role(norm);
  if (role.kind == Kind::kNone && begins_with_clitic(norm)) {
    role = find_role(norm.substr(2));
    if (role.kind == Kind::kMaybe || role.kind == Kind::kBefore || role.kind == Kind::kAfter)
      return {};
  }
  // U+0623 ALEF WITH HAMZA ABOVE: أب is "father" whatever stands around it.
  return printed == "أب" ? MonthRole{} : role;
}

bool opens_month(MonthRole role) {
  return role.kind == Kind::kMonth || role.kind == Kind::kMaybe || role.kind == Kind::kFirst;
}

std::vector<MonthPlace> find_months(std::string_view text, const std::vector<MonthRole>& roles,
                                    const MonthContext& context) {
  const Sequence s{roles, context};
  std::vector<MonthPlace> found;
  for (std::size_t i = 0; i < s.size();) {
    const MonthPlace month = month_at(s, i);
    if (month.end == 0) {
      ++i;
      continue;
    }
    if (!found.empty() && found.back().end == i && found.back().month == month.month &&
        is_pair(text, context.span(i - 1), context.span(i))) {
      found.back().end = month.end;
    } else {
      found.push_back(month);
    }
    i = month.end;
  }
  return found;
}

std::string month_table() {
  std::string table;
  for (const MonthSpelling& each : month_spellings()) {
    table +=
        text::table_row(each.first, each.second, number_of(each.name), static_cast<int>(each.use));
  }
  for (const auto& [word, kind] : kNeighbours) {
    table += text::table_row(word, static_cast<int>(kind));
  }
  for (const std::string_view clitic : kClitics) table += text::table_row(clitic);
  for (const std::string_view lemma : kLemmas) table += text::table_row(lemma);
  return table;
}

}  // namespace fihris::stemmer::months
