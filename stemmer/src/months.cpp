#include "months.h"

#include <algorithm>
#include <array>
#include <span>

namespace fihris {
namespace {

using Kind = MonthRole::Kind;

struct NamedRole {
  std::string_view folded;
  MonthRole role;
};

// Folded spelling. Egypt and the Gulf; the Levant and Iraq; Algeria and Tunisia; Morocco.
// kMaybe: ماي is also a surname, جوان a given name, اوت the English "out", نيسان a car maker, اب
// "father".
constexpr NamedRole kRoles[] = {
    {"يناير", {Kind::kMonth, 1}},   {"جانفي", {Kind::kMonth, 1}},  {"فبراير", {Kind::kMonth, 2}},
    {"فيفري", {Kind::kMonth, 2}},   {"شباط", {Kind::kMonth, 2}},   {"مارس", {Kind::kMonth, 3}},
    {"اذار", {Kind::kMonth, 3}},    {"ابريل", {Kind::kMonth, 4}},  {"افريل", {Kind::kMonth, 4}},
    {"نيسان", {Kind::kMaybe, 4}},   {"مايو", {Kind::kMonth, 5}},   {"ايار", {Kind::kMonth, 5}},
    {"ماي", {Kind::kMaybe, 5}},     {"يونيو", {Kind::kMonth, 6}},  {"يونيه", {Kind::kMonth, 6}},
    {"حزيران", {Kind::kMonth, 6}},  {"جوان", {Kind::kMaybe, 6}},   {"يوليو", {Kind::kMonth, 7}},
    {"يوليه", {Kind::kMonth, 7}},   {"تموز", {Kind::kMonth, 7}},   {"جويليه", {Kind::kMonth, 7}},
    {"يوليوز", {Kind::kMonth, 7}},  {"اغسطس", {Kind::kMonth, 8}},  {"غشت", {Kind::kMonth, 8}},
    {"اوت", {Kind::kMaybe, 8}},     {"اب", {Kind::kMaybe, 8}},     {"سبتمبر", {Kind::kMonth, 9}},
    {"ايلول", {Kind::kMonth, 9}},   {"شتنبر", {Kind::kMonth, 9}},  {"اكتوبر", {Kind::kMonth, 10}},
    {"نوفمبر", {Kind::kMonth, 11}}, {"نونبر", {Kind::kMonth, 11}}, {"ديسمبر", {Kind::kMonth, 12}},
    {"دجنبر", {Kind::kMonth, 12}},  {"تشرين", {Kind::kFirst, 10}}, {"كانون", {Kind::kFirst, 12}},
    {"الاول", {Kind::kSecond, 1}},  {"اول", {Kind::kSecond, 1}},   {"1", {Kind::kSecond, 1}},
    {"الثاني", {Kind::kSecond, 2}}, {"ثاني", {Kind::kSecond, 2}},  {"2", {Kind::kSecond, 2}},
    {"شهر", {Kind::kBefore, 0}},    {"في", {Kind::kBefore, 0}},    {"مطلع", {Kind::kBefore, 0}},
    {"منتصف", {Kind::kBefore, 0}},  {"نهايه", {Kind::kBefore, 0}}, {"بدايه", {Kind::kBefore, 0}},
    {"اوائل", {Kind::kBefore, 0}},  {"اواخر", {Kind::kBefore, 0}}, {"الماضي", {Kind::kAfter, 0}},
    {"المقبل", {Kind::kAfter, 0}},  {"الجاري", {Kind::kAfter, 0}}, {"القادم", {Kind::kAfter, 0}},
    {"الحالي", {Kind::kAfter, 0}},  {"الفائت", {Kind::kAfter, 0}}, {"المنصرم", {Kind::kAfter, 0}},
};

const NamedRole* find_role(std::string_view folded) {
  const auto* found = std::find_if(std::begin(kRoles), std::end(kRoles),
                                   [&](const NamedRole& r) { return r.folded == folded; });
  return found == std::end(kRoles) ? nullptr : found;
}

// و ف ب ل ك, each two bytes.
bool begins_with_clitic(std::string_view word) {
  static constexpr std::string_view kClitics[] = {"و", "ف", "ب", "ل", "ك"};
  return std::any_of(std::begin(kClitics), std::end(kClitics),
                     [&](std::string_view c) { return word.substr(0, 2) == c; });
}

// A month name found in the sequence: tokens [first, end).
struct Found {
  std::size_t first = 0;
  std::size_t end = 0;
  std::uint8_t month = 0;
};

bool is_number(const Token& token) {
  return token.kind == TokenKind::kNumber && token.norm.size() <= 4;
}

// The tokens in sequence only: what the rules of context look at.
struct Sequence {
  std::vector<std::size_t> index;  // into tokens
  const std::vector<Token>* tokens;
  const std::vector<MonthRole>* roles;
  std::size_t size() const { return index.size(); }
  const Token& token(std::size_t i) const { return (*tokens)[index[i]]; }
  MonthRole role(std::size_t i) const { return (*roles)[index[i]]; }
};

bool context_says_month(const Sequence& s, std::size_t i) {
  const auto speaks = [&](std::size_t j, Kind side) {
    const MonthRole role = s.role(j);
    const bool same_month =
        (role.kind == Kind::kMonth || role.kind == Kind::kMaybe) && role.month == s.role(i).month;
    return role.kind == side || is_number(s.token(j)) || same_month;
  };
  return (i > 0 && speaks(i - 1, Kind::kBefore)) ||
         (i + 1 < s.size() && speaks(i + 1, Kind::kAfter)) || s.size() == 1;
}

Found month_at(const Sequence& s, std::size_t i) {
  const MonthRole role = s.role(i);
  if (role.kind == Kind::kMonth || (role.kind == Kind::kMaybe && context_says_month(s, i))) {
    return {i, i + 1, role.month};
  }
  if (role.kind == Kind::kFirst && i + 1 < s.size() && s.role(i + 1).kind == Kind::kSecond) {
    // «تشرين الأول» 10, «تشرين الثاني» 11, «كانون الأول» 12, «كانون الثاني» 1.
    const int month = role.month + s.role(i + 1).month - 1;
    return {i, i + 2, static_cast<std::uint8_t>(month > 12 ? month - 12 : month)};
  }
  return {};
}

// «ديسمبر/ كانون الأول»: two names of one month with a stroke, a bracket or a space between them.
bool is_pair(std::string_view text, const Token& left, const Token& right) {
  if (right.span.begin < left.span.end) return false;
  const std::string_view gap = text.substr(left.span.end, right.span.begin - left.span.end);
  return gap.size() <= 4 && gap.find('\n') == std::string_view::npos &&
         gap.find('.') == std::string_view::npos;
}

std::vector<Found> find_months(std::string_view text, const Sequence& s) {
  std::vector<Found> found;
  for (std::size_t i = 0; i < s.size();) {
    const Found month = month_at(s, i);
    if (month.end == 0) {
      ++i;
      continue;
    }
    if (!found.empty() && found.back().end == i && found.back().month == month.month &&
        is_pair(text, s.token(i - 1), s.token(i))) {
      found.back().end = month.end;
    } else {
      found.push_back(month);
    }
    i = month.end;
  }
  return found;
}

Token month_token(const Sequence& s, const Found& found) {
  Token token = s.token(found.first);
  token.kind = TokenKind::kMonth;
  token.stop = false;
  token.span.end = s.token(found.end - 1).span.end;
  token.lemma = month_lemma(found.month);
  if (found.end - found.first > 1) token.norm = token.lemma;
  return token;
}

}  // namespace

std::string_view month_lemma(std::uint8_t month) {
  static constexpr std::array<std::string_view, 13> kLemmas = {
      "", "m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12"};
  return kLemmas[month];
}

MonthRole month_role(std::string_view printed, std::string_view norm) {
  const NamedRole* found = find_role(norm);
  if (found == nullptr && begins_with_clitic(norm)) {
    found = find_role(norm.substr(2));
    if (found != nullptr && found->role.kind != Kind::kMonth && found->role.kind != Kind::kFirst)
      return {};
  }
  if (found == nullptr) return {};
  // U+0623 ALEF WITH HAMZA ABOVE: أب is "father" whatever stands around it.
  return printed == "أب" ? MonthRole{} : found->role;
}

void join_months(std::string_view text, const std::vector<MonthRole>& roles,
                 std::vector<Token>& tokens) {
  Sequence sequence{{}, &tokens, &roles};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].in_sequence) sequence.index.push_back(i);
  }
  const std::vector<Found> found = find_months(text, sequence);
  if (found.empty()) return;
  std::vector<Token> out;
  out.reserve(tokens.size() + found.size());
  std::uint32_t position = 0;
  std::size_t sequence_at = 0;
  auto next = found.begin();
  for (const Token& token : tokens) {
    Token copy = token;
    if (!token.in_sequence) {
      copy.position = out.empty() ? 0 : out.back().position;
      out.push_back(copy);
      continue;
    }
    if (next != found.end() && sequence_at == next->first) {
      Token month = month_token(sequence, *next);
      month.position = position++;
      out.push_back(month);
    }
    if (next != found.end() && sequence_at >= next->first) {
      copy.position = position - 1;
      copy.in_sequence = false;
      copy.sentence_start = false;
      if (++sequence_at == next->end) ++next;
    } else {
      copy.position = position++;
      ++sequence_at;
    }
    out.push_back(copy);
  }
  tokens.swap(out);
}

}  // namespace fihris
