#include "fihris/indexer/cleaner.h"

#include <algorithm>
#include <utility>

#include "cleaner_rules.h"
#include "fihris/stemmer/analyzer.h"
#include "page_rules.h"
#include "paragraphs.h"
#include "unicode_text.h"

namespace fihris {
namespace {

// Sites print the title twice, as the page's and as the article's, and the author below it.
void mark_repeated(PageLines& lines, const Article& article) {
  constexpr std::size_t kNearTop = 6;
  const std::string title = phrase_key(article.title);
  const std::string author = phrase_key(article.author);
  std::size_t seen = 0;
  for (PageLine& line : lines) {
    if (line.role != LineRole::kText || line.key.empty()) continue;
    if (++seen > kNearTop) return;
    if (line.key == title) line.role = LineRole::kTitle;
    if (line.key == author) line.role = LineRole::kByline;
  }
}

const PageLine* next_text(const PageLines& lines, std::size_t i) {
  return i + 1 < lines.size() && lines[i + 1].role == LineRole::kText ? &lines[i + 1] : nullptr;
}

std::string body_of(const PageLines& lines, bool whole_paragraphs) {
  const bool orderly = stopped_paragraphs(lines) >= 0.7;
  std::string body;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kText) continue;
    body += collapse_blanks(lines[i].text);
    const PageLine* below = next_text(lines, i);
    const bool joined = !whole_paragraphs && below != nullptr &&
                        (is_broken(lines[i], *below, BreakAt::kText) ||
                         (orderly && is_unfinished(lines[i], *below)));
    body += joined ? ' ' : '\n';
  }
  return std::string(trim(body));
}

// What is said of the page beside its text: taken from the page only where `known` is silent.
void complete(Article& known, Article&& found) {
  const auto fill = [](std::string& to, std::string& from) {
    if (to.empty()) to = std::move(from);
  };
  fill(known.title, found.title);
  fill(known.section, found.section);
  fill(known.date, found.date);
  fill(known.author, found.author);
  fill(known.summary, found.summary);
  if (known.tags.empty()) known.tags = std::move(found.tags);
  if (known.agencies.empty()) known.agencies = std::move(found.agencies);
  known.body = std::move(found.body);
}

void read_page(PageLines& lines, Article& found) {
  mark_repeated(lines, found);
  mark_boilerplate(lines);
  mark_related(lines);
  if (found.title.empty()) mark_title_below(lines, found);
  mark_agencies(lines, found);
  mark_captions(lines);
  mark_header(lines, found);
  mark_footer(lines, found);
  mark_repeated(lines, found);
}

bool is_empty(const Article& article) {
  return !has_words(article.body) && !has_words(article.summary) && !has_words(article.title);
}

}  // namespace

Article clean_lines(std::string_view text, Article known, bool whole_paragraphs) {
  Article found;
  found.title = known.title;  // or a line of the text would be taken for it
  found.author = known.author;
  auto lines = split_lines(text);
  if (lines) {
    read_page(*lines, found);
    found.body = body_of(*lines, whole_paragraphs);
  }
  if (!lines || is_empty(found)) {
    found = Article{};
    found.body = with_plain_newlines(trim(text));
  }
  complete(known, std::move(found));
  if (known.title.empty()) known.title = title_from_lead(known.body);
  return known;
}

Article clean_page(std::string_view text) {
  if (!is_valid_utf8(text)) return clean_lines(repair_utf8(text), {}, false);
  return clean_lines(text, {}, false);
}

}  // namespace fihris
