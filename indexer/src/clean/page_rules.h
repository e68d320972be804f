// The passes over a page's lines, in the order clean_page() runs them. Each looks only at lines
// that still have the role kText and gives some of them another role; none changes the text.
#pragma once

#include <cstddef>
#include <vector>

#include "clean/page_lines.h"
#include "fihris/store/article.h"

namespace fihris::indexer::clean {

using PageLines = std::vector<PageLine>;

// The part of a page between its first and its last line of running text.
struct ProseRange {
  std::size_t first = 0;  // index of the first such line; the number of lines when there is none
  std::size_t last = 0;   // index of the last one
  bool any() const { return first <= last; }
};
ProseRange prose_range(const PageLines& lines);

// The part of the paragraphs that end in full stops, 0 to 1; 0 for a page of fewer than three.
// Where most do, a long line without one is not finished.
double stopped_paragraphs(const PageLines& lines);

// Buttons, adverts, copyright lines, lines of «|» alone: noise wherever they stand.
void mark_boilerplate(PageLines& lines);

// «(رويترز، فرانس برس)» after the last paragraph.
void mark_agencies(PageLines& lines, Article& article);

// Boxes of other articles, until the article goes on.
void mark_related(PageLines& lines);

// Title, section and counter that some sites print below the text, before the first box or at the
// very end.
void mark_title_below(PageLines& lines, Article& article);

// What stands above the first paragraph: title, section, date, author, summary bullets.
void mark_header(PageLines& lines, Article& article);

// What stands below the last paragraph: counters, form labels, hashtags, date, author.
void mark_footer(PageLines& lines, Article& article);

// Photo captions with their credit.
void mark_captions(PageLines& lines);

}  // namespace fihris::indexer::clean
