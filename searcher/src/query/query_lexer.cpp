#include "query/query_lexer.h"

#include <algorithm>
#include <optional>
#include <string>

#include "query/query_dashes.h"
#include "query/query_quotes.h"
#include "text/query_chars.h"

namespace fihris::query {
namespace {

constexpr std::size_t kMaxFieldNameBytes = 48;
constexpr unsigned kMaxSlop = 100;

class Lexer {
 public:
  Lexer(std::string_view text, const FieldTable& fields, Diagnostics& diagnostics)
      : text_(text), fields_(fields), diagnostics_(diagnostics), quotes_(text, diagnostics) {}

  std::vector<Lexeme> run() {
    while (skip_blank()) read_lexeme();
    match_parentheses();
    return std::move(lexemes_);
  }

 private:
  struct Slop {
    unsigned words;
    std::size_t end;
  };

  bool at_end(std::size_t i) const { return i >= text_.size(); }
  char32_t look(std::size_t i) const {
    return at_end(i) ? U' ' : searcher::text::code_point_at(text_, i).value;
  }
  std::size_t after(std::size_t i) const {
    return at_end(i) ? i : searcher::text::code_point_at(text_, i).next;
  }
  bool separator_at(std::size_t i) const {
    return at_end(i) || searcher::text::is_separator(look(i));
  }

  std::size_t skip_separators(std::size_t i) const {
    while (!at_end(i) &&
           (searcher::text::is_separator(look(i)) || searcher::text::is_invisible(look(i))))
      i = after(i);
    return i;
  }
  std::size_t skip_invisible(std::size_t i) const {
    while (!at_end(i) && searcher::text::is_invisible(look(i))) i = after(i);
    return i;
  }

  // Goes on to the next thing to read; false when there is none. Signs count only after a blank or
  // at the start: «روسيا-الصين» is no exclusion.
  bool skip_blank() {
    const std::size_t from = at_;
    at_ = skip_separators(at_);
    if (at_ != from) boundary_ = true;
    return !at_end(at_);
  }

  void read_lexeme() {
    Lexeme lexeme;
    lexeme.span.begin = at_;
    if (boundary_) read_signs(lexeme);
    const char32_t c = look(at_);
    if (searcher::text::is_open_parenthesis(c) || searcher::text::is_close_parenthesis(c)) {
      read_parenthesis(lexeme, searcher::text::is_open_parenthesis(c));
    } else if (const std::size_t close = closing_quote(at_); close != 0) {
      read_phrase(lexeme, close);
    } else {
      read_word(lexeme);
    }
  }

  void read_signs(Lexeme& lexeme) {
    read_mark(lexeme);
    read_field(lexeme);
    const std::size_t next = skip_invisible(after(at_));
    if (searcher::text::is_equals(look(at_)) &&
        (searcher::text::is_word_character(look(next)) || closing_quote(next) != 0)) {
      lexeme.exact = true;
      at_ = next;
    }
    read_slop_before(lexeme);
  }

  void read_mark(Lexeme& lexeme) {
    const char32_t c = look(at_);
    if (!searcher::text::is_plus(c) && !searcher::text::is_minus(c)) return;
    const std::size_t next = skip_invisible(after(at_));
    const char32_t operand = look(next);
    if (!searcher::text::is_word_character(operand) && !searcher::text::is_equals(operand) &&
        !searcher::text::is_open_parenthesis(operand) && !searcher::text::is_tilde(operand) &&
        closing_quote(next) == 0) {
      return;
    }
    lexeme.mark = searcher::text::is_plus(c) ? Lexeme::Mark::kRequire : Lexeme::Mark::kExclude;
    at_ = next;
  }

  void read_field(Lexeme& lexeme) {
    std::size_t colon = at_;
    while (colon - at_ < kMaxFieldNameBytes && is_name_character(colon)) colon = after(colon);
    if (colon == at_ || !searcher::text::is_colon(look(colon))) return;
    std::string name = searcher::text::plain_digits(text_.substr(at_, colon - at_));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char b) { return b >= 'A' && b <= 'Z' ? static_cast<char>(b + 32) : b; });
    const std::size_t value = skip_invisible(after(colon));
    const bool has_value =
        !separator_at(value) && look(value) != U'/' && !searcher::text::is_colon(look(value));
    if (const FieldSpec* field = fields_.find(name); field == nullptr) {
      report_unknown_field(name, {at_, colon}, has_value);
    } else if (has_value) {
      lexeme.field = field;
      at_ = value;
    } else {
      diagnostics_.add("a field needs its value right after the colon; read as a word",
                       {at_, after(colon)});
    }
  }

  bool is_name_character(std::size_t i) const {
    if (at_end(i)) return false;
    const char32_t c = look(i);
    return searcher::text::is_word_character(c) || searcher::text::is_mark(c) || c == U'_' ||
           c == U'.' || searcher::text::is_invisible(c);
  }

  // Remarks on the name of a field that does not exist, if it is in Latin letters: `athor:x` is a
  // slip, but «تحليل:الحل» is a headline.
  void report_unknown_field(std::string_view name, Span span, bool has_value) {
    const bool latin = std::all_of(name.begin(), name.end(),
                                   [](char b) { return (b >= 'a' && b <= 'z') || b == '_'; });
    if (!latin || !has_value) return;
    diagnostics_.add("there is no field \"" + std::string(name) + "\"; read as words", span);
  }

  // Reads `~5` or `5~` at `i`.
  std::optional<Slop> slop_at(std::size_t i) const {
    const bool tilde_first = searcher::text::is_tilde(look(i));
    if (tilde_first) i = after(i);
    unsigned words = 0;
    const std::size_t digits = i;
    for (; searcher::text::digit_value(look(i)) >= 0; i = after(i)) {
      words = std::min(words * 10 + static_cast<unsigned>(searcher::text::digit_value(look(i))),
                       kMaxSlop);
    }
    if (i == digits) return std::nullopt;
    if (tilde_first) return Slop{words, i};
    if (!searcher::text::is_tilde(look(i))) return std::nullopt;
    return Slop{words, after(i)};
  }

  void read_slop_before(Lexeme& lexeme) {
    const std::optional<Slop> slop = slop_at(at_);
    if (!slop) return;
    const std::size_t quote = skip_separators(slop->end);
    if (closing_quote(quote) != 0) {
      lexeme.slop = slop->words;
      at_ = quote;
    } else if (searcher::text::is_tilde(look(at_)) && separator_at(slop->end)) {
      diagnostics_.add("\"~\" and a number belong beside a phrase; read as a word",
                       {at_, slop->end});
    }
  }

  void read_slop_after(Lexeme& lexeme) {
    const std::size_t start = skip_separators(at_);
    const std::optional<Slop> slop = slop_at(start);
    if (!slop || lexeme.slop != 0) return;
    if (!separator_at(slop->end) && !searcher::text::is_close_parenthesis(look(slop->end))) return;
    lexeme.slop = slop->words;
    at_ = slop->end;
  }

  void read_parenthesis(Lexeme& lexeme, bool open) {
    lexeme.kind = open ? Lexeme::Kind::kOpen : Lexeme::Kind::kClose;
    lexeme.text = {at_, after(at_)};
    at_ = after(at_);
    boundary_ = open;
    push(lexeme);
  }

  void read_phrase(Lexeme& lexeme, std::size_t close) {
    lexeme.kind = Lexeme::Kind::kPhrase;
    lexeme.text = {after(at_), close};
    at_ = after(close);
    boundary_ = false;
    read_slop_after(lexeme);
    if (searcher::text::has_word_character(words_of(lexeme))) push(lexeme);
  }

  void read_word(Lexeme& lexeme) {
    const std::size_t begin = at_;
    std::size_t star = 0;
    while (!separator_at(at_) && !ends_word(begin)) {
      if (searcher::text::is_star(look(at_)) && star == 0) star = at_ + 1;
      at_ = after(at_);
    }
    boundary_ = false;
    lexeme.text = {begin, at_};
    if (lexeme.field != nullptr && words_of(lexeme) == "*") {
      lexeme.any_value = true;
      return push(lexeme);
    }
    take_star(lexeme, star);
    if (searcher::text::has_word_character(words_of(lexeme))) push(lexeme);
  }

  bool ends_word(std::size_t begin) {
    const char32_t c = look(at_);
    if (searcher::text::is_open_parenthesis(c) || searcher::text::is_close_parenthesis(c))
      return true;
    const searcher::text::QuoteClass quote = searcher::text::opening_quote(c);
    if (at_ == begin || quote == searcher::text::QuoteClass::kNone ||
        quote == searcher::text::QuoteClass::kSingle)
      return false;
    return closing_quote(at_) != 0;
  }

  // Makes a beginning of a word with a star after it. `star`: one more than where the first is.
  void take_star(Lexeme& lexeme, std::size_t star) {
    if (star == 0) return;
    if (!searcher::text::has_word_character(words_of(lexeme))) return;
    if (star > lexeme.text.begin + 1 && after(star - 1) == lexeme.text.end) {
      lexeme.prefix = true;
      lexeme.text.end = star - 1;
    } else {
      diagnostics_.add("\"*\" works at the end of a word only; read as a space",
                       {star - 1, after(star - 1)});
    }
  }

  std::size_t closing_quote(std::size_t i) { return quotes_.closing(i, boundary_); }

  std::string_view words_of(const Lexeme& lexeme) const {
    return text_.substr(lexeme.text.begin, lexeme.text.end - lexeme.text.begin);
  }

  void push(Lexeme& lexeme) {
    lexeme.span.end = at_;
    lexemes_.push_back(lexeme);
  }

  void match_parentheses() {
    std::vector<std::size_t> open;
    std::vector<bool> matched(lexemes_.size(), false);
    for (std::size_t i = 0; i < lexemes_.size(); ++i) {
      if (lexemes_[i].kind == Lexeme::Kind::kOpen) open.push_back(i);
      if (lexemes_[i].kind != Lexeme::Kind::kClose || open.empty()) continue;
      matched[i] = matched[open.back()] = true;
      lexemes_[open.back()].partner = i;
      open.pop_back();
    }
    drop_unmatched(matched);
  }

  void drop_unmatched(const std::vector<bool>& matched) {
    std::vector<std::size_t> moved(lexemes_.size());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < lexemes_.size(); ++i) {
      moved[i] = kept;
      const Lexeme::Kind kind = lexemes_[i].kind;
      const bool parenthesis = kind == Lexeme::Kind::kOpen || kind == Lexeme::Kind::kClose;
      if (parenthesis && !matched[i]) {
        diagnostics_.add("a parenthesis without its partner; ignored", lexemes_[i].span);
      } else {
        lexemes_[kept++] = lexemes_[i];
      }
    }
    lexemes_.resize(kept);
    for (Lexeme& lexeme : lexemes_) lexeme.partner = moved[lexeme.partner];
  }

  std::string_view text_;
  const FieldTable& fields_;
  Diagnostics& diagnostics_;
  QuoteFinder quotes_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  bool boundary_ = true;
};

}  // namespace

std::vector<Lexeme> read_lexemes(std::string_view text, const FieldTable& fields,
                                 Diagnostics& diagnostics) {
  std::vector<Lexeme> lexemes = Lexer(text, fields, diagnostics).run();
  read_paired_dashes_as_text(text, lexemes);
  return lexemes;
}

}  // namespace fihris::query
