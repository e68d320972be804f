#include "help/relaxations.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "fihris/stemmer/internal/utf8.h"
#include "help/replacement.h"
#include "query/searched_words.h"
#include "text/query_chars.h"

namespace fihris::searcher::help {
namespace {

using query::Lexeme;
using Kind = Relaxation::Kind;

class Relaxer {
 public:
  explicit Relaxer(const search::Question& question)
      : parsed_(question.query), query_(parsed_.text), filters_(question.request.filters) {}

  std::vector<Relaxed> run() {
    for (std::size_t i = 0; i < filters_.size(); ++i) drop_filter(i);
    bool operators = false;
    for (const Lexeme& lexeme : parsed_.lexemes) {
      relax(lexeme);
      operators |= lexeme.kind == Lexeme::Kind::kOpen || query::is_operator(query_, lexeme);
    }
    if (operators) drop_operators();
    if (found_.size() > kMaxRelaxations) found_.resize(kMaxRelaxations);
    return std::move(found_);
  }

 private:
  void drop_filter(std::size_t index) {
    if (found_.size() == kMaxRelaxations) return;
    Relaxation relaxation{Kind::kFilter, filters_[index], parsed_.text, filters_, 0};
    relaxation.filters.erase(relaxation.filters.begin() + static_cast<std::ptrdiff_t>(index));
    found_.push_back({std::move(relaxation), index});
  }

  // Adds the query with `text` instead of `span`, if there is a word left in it.
  void add(Kind kind, Span part, Span span, std::string text) {
    std::string query = replaced(query_, {{span, std::move(text)}});
    if (found_.size() == kMaxRelaxations || !text::has_word_character(query)) return;
    std::string given_up(query::slice(query_, part));
    found_.push_back({{kind, std::move(given_up), std::move(query), filters_, 0}});
  }

  void relax(const Lexeme& lexeme) {
    if (lexeme.kind == Lexeme::Kind::kClose) return;
    Span whole = lexeme.span;
    if (lexeme.kind == Lexeme::Kind::kOpen) whole.end = parsed_.lexemes[lexeme.partner].span.end;
    if (lexeme.mark == Lexeme::Mark::kExclude) return add(Kind::kExcluded, whole, whole, {});
    if (lexeme.mark == Lexeme::Mark::kRequire) {
      const std::size_t sign = text::code_point_at(query_, whole.begin).next;
      add(Kind::kRequired, whole, {whole.begin, sign}, {});
    }
    if (lexeme.field != nullptr) {
      const bool date = lexeme.field->role == FieldRole::kDate;
      add(date ? Kind::kDates : Kind::kField, whole, whole, {});
    }
    if (lexeme.exact) drop_equals(lexeme);
    if (lexeme.kind == Lexeme::Kind::kPhrase) drop_quotes(lexeme);
  }

  void drop_equals(const Lexeme& lexeme) {
    for (std::size_t i = lexeme.text.begin; i > lexeme.span.begin;) {
      const std::size_t at = stemmer::boundary_before(query_, i - 1);
      if (text::is_equals(text::code_point_at(query_, at).value)) {
        return add(Kind::kForm, lexeme.span, {at, i}, {});
      }
      i = at;
    }
  }

  void drop_quotes(const Lexeme& lexeme) {
    const std::size_t open = stemmer::boundary_before(query_, lexeme.text.begin - 1);
    const std::size_t begin = lexeme.slop != 0 ? lexeme.span.begin : open;
    const std::string words(query::slice(query_, lexeme.text));
    if (words.find(' ') == std::string::npos) return;
    add(Kind::kQuotes, lexeme.span, {begin, lexeme.span.end}, words);
  }

  void drop_operators() {
    std::string words;
    for (const Span word : parsed_.searched_words) {
      words += std::string(query::slice(query_, word)) + ' ';
    }
    if (words.empty()) return;
    words.pop_back();
    found_.push_back({{Kind::kOperators, parsed_.text, std::move(words), filters_, 0}});
  }

  const query::ParsedQuery& parsed_;
  std::string_view query_;  // its text
  const std::vector<std::string>& filters_;
  std::vector<Relaxed> found_;
};

}  // namespace

std::vector<Relaxed> relaxations_of(const search::Question& question) {
  return Relaxer(question).run();
}

}  // namespace fihris::searcher::help
