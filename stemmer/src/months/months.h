// Months in running text, as one token a month: names of every calendar in use in Arabic print, and
// the figures of dates.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::stemmer::months {

// What a word can be in a month name; decided once per word, from its printed and folded form.
struct MonthRole {
  enum class Kind : std::uint8_t {
    kNone,
    kMonth,    // is a month name by itself: ديسمبر
    kMaybe,    // is one where the context says so: ماي, نيسان, آب
    kFirst,    // opens a name of two words: كانون, ربيع, ذو
    kDate,     // the month of a date in figures, decided per place: 23/12/2024
    kBefore,   // makes kMaybe a month when before it: شهر, في
    kAfter,    // … when after it: الماضي
    kRefuses,  // makes kDate a mere number when before it: رقم
  } kind = Kind::kNone;
  std::uint8_t month = 0;  // kMonth, kMaybe, kDate: 1–12, Hijri ones 13–24
};
MonthRole month_role(std::string_view printed, std::string_view norm);

// Whether a month may begin here.
bool opens_month(MonthRole role);

// What the rules look at in a sequence of tokens, beside their roles. Asked about few of them.
class MonthContext {
 public:
  virtual ~MonthContext() = default;
  virtual TokenKind kind(std::size_t i) const = 0;
  virtual std::string_view norm(std::size_t i) const = 0;
  virtual Span span(std::size_t i) const = 0;
};

// A month: tokens [first, end) of the sequence.
struct MonthPlace {
  std::size_t first = 0;
  std::size_t end = 0;
  std::uint8_t month = 0;
};
// Ascending. `roles` are those of the sequence; `text` is what was analysed.
std::vector<MonthPlace> find_months(std::string_view text, const std::vector<MonthRole>& roles,
                                    const MonthContext& context);

// Puts one token in the place of each month, which keeps its words as extra tokens.
// month_token(first token, last token, found) makes it, but for its position.
template <class AnyToken, class MonthToken>
void put_months(const std::vector<MonthPlace>& found, std::vector<AnyToken>& tokens,
                MonthToken month_token);

// "m01" … "m12"; for 13 … 24 "h01" … "h12".
std::string_view month_lemma(std::uint8_t month);

// Names, what stands beside them and the keys they get, for the fingerprint.
std::string month_table();

template <class AnyToken, class MonthToken>
void put_months(const std::vector<MonthPlace>& found, std::vector<AnyToken>& tokens,
                MonthToken month_token) {
  std::vector<std::size_t> index;  // of the sequence
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].in_sequence) index.push_back(i);
  }
  std::vector<AnyToken> out;
  out.reserve(tokens.size() + found.size());
  std::uint32_t position = 0;
  std::size_t sequence_at = 0;
  auto next = found.begin();
  for (AnyToken copy : tokens) {
    if (!copy.in_sequence) {
      copy.position = out.empty() ? 0 : out.back().position;
      out.push_back(copy);
      continue;
    }
    if (next != found.end() && sequence_at == next->first) {
      AnyToken month = month_token(tokens[index[next->first]], tokens[index[next->end - 1]], *next);
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

}  // namespace fihris::stemmer::months
