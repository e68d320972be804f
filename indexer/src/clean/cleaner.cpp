#include "fihris/indexer/cleaner.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "clean/agency_line.h"
#include "clean/cleaner_rules.h"
#include "clean/page_rules.h"
#include "clean/paragraphs.h"
#include "fihris/stemmer/analyzer.h"
#include "text/unicode_text.h"

namespace fihris {
namespace {

// Marks the lines that repeat title or author: sites print the title twice, as the page's and as
// the article's, and the author below it.
void mark_repeated(indexer::clean::PageLines& lines, const Article& article) {
  constexpr std::size_t kNearTop = 6;
  const std::string title = indexer::text::phrase_key(article.title);
  const std::string author = indexer::text::phrase_key(article.author);
  std::size_t seen = 0;
  for (indexer::clean::PageLine& line : lines) {
    if (line.role != indexer::clean::LineRole::kText || line.key.empty()) continue;
    if (++seen > kNearTop) return;
    if (line.key == title) line.role = indexer::clean::LineRole::kTitle;
    if (line.key == author) line.role = indexer::clean::LineRole::kByline;
  }
}

const indexer::clean::PageLine* next_text(const indexer::clean::PageLines& lines, std::size_t i) {
  return i + 1 < lines.size() && lines[i + 1].role == indexer::clean::LineRole::kText
             ? &lines[i + 1]
             : nullptr;
}

std::string body_of(const indexer::clean::PageLines& lines, bool whole_paragraphs) {
  const bool orderly = indexer::clean::stopped_paragraphs(lines) >= 0.7;
  std::string body;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != indexer::clean::LineRole::kText) continue;
    body += indexer::text::collapse_blanks(lines[i].text);
    const indexer::clean::PageLine* below = next_text(lines, i);
    const bool joined =
        !whole_paragraphs && below != nullptr &&
        (indexer::clean::is_broken(lines[i], *below, indexer::clean::BreakAt::kText) ||
         (orderly && indexer::clean::is_unfinished(lines[i], *below)));
    body += joined ? ' ' : '\n';
  }
  return std::string(indexer::text::trim(body));
}

// Fills in what was found on the page beside its text, where `known` is silent.
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

void read_page(indexer::clean::PageLines& lines, Article& found) {
  mark_repeated(lines, found);
  indexer::clean::mark_boilerplate(lines);
  indexer::clean::mark_related(lines);
  if (found.title.empty()) indexer::clean::mark_title_below(lines, found);
  indexer::clean::mark_agencies(lines, found);
  indexer::clean::mark_captions(lines);
  indexer::clean::mark_header(lines, found);
  indexer::clean::mark_footer(lines, found);
  mark_repeated(lines, found);
}

// The first lines are those as they came: a line of place, day and agency is taken off the text.
std::string agency_date(std::string_view text) {
  constexpr int kLines = 6;
  std::optional<std::string> date;
  for (int i = 0; i < kLines && !text.empty() && !date; ++i) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    date = indexer::clean::agency_dateline(indexer::text::trim(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return date.value_or("");
}

bool is_empty(const Article& article) {
  return !indexer::text::has_words(article.body) && !indexer::text::has_words(article.summary) &&
         !indexer::text::has_words(article.title);
}

}  // namespace

Article indexer::clean::clean_lines(std::string_view text, Article known, bool whole_paragraphs) {
  Article found;
  found.title = known.title;  // or a line of the text would be taken for it
  found.author = known.author;
  auto lines = indexer::clean::split_lines(text);
  if (lines) {
    read_page(*lines, found);
    found.body = body_of(*lines, whole_paragraphs);
  }
  if (!lines || is_empty(found)) {
    found = Article{};
    found.body = indexer::text::with_plain_newlines(indexer::text::trim(text));
  }
  complete(known, std::move(found));
  if (known.date.empty()) known.date = agency_date(text);
  if (known.title.empty()) known.title = indexer::clean::title_from_lead(known.body);
  return known;
}

Article clean_page(std::string_view text) {
  if (!is_valid_utf8(text)) return indexer::clean::clean_lines(repair_utf8(text), {}, false);
  return indexer::clean::clean_lines(text, {}, false);
}

}  // namespace fihris
