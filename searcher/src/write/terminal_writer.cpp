#include <unicode/uchar.h>

#include <algorithm>
#include <cstdio>
#include <limits>

#include "fihris/searcher/writers.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/fields.h"
#include "text/result_text.h"
#include "write/terminal_parts.h"
#include "write/trace_writer.h"

namespace fihris {
namespace {

constexpr std::string_view kIndent = "    ";

// What is written around the parts of a hit, and how wide lines are.
struct Style {
  std::string title;
  std::string faint;
  std::string mark;
  std::string end_mark;
  std::string title_end_mark;  // a mark inside the title gives back the title's own style
  std::string end;
  std::size_t columns = 0;
};

Style style_of(const TerminalStyle& given) {
  Style style = given.colour ? Style{"\x1b[1m",   "\x1b[2m", "\x1b[1;33m", "\x1b[0m",
                                     "\x1b[0;1m", "\x1b[0m", given.columns}
                             : Style{"", "", "[", "]", "]", "", given.columns};
  if (given.mark_open) style.mark = *given.mark_open;
  if (given.mark_close) style.end_mark = style.title_end_mark = *given.mark_close;
  return style;
}

// Columns a code point takes: letters one, marks on them none.
std::size_t columns_of(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  if ((U_GET_GC_MASK(u) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0) return 0;
  const int width = u_getIntPropertyValue(u, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Fills lines with words. Nothing is reordered: laying out right-to-left text is the terminal's
// work.
class LineFiller {
 public:
  LineFiller(std::string& out, std::size_t columns) : out_(out), columns_(columns) {}

  void style(std::string_view sequence) { word_ += sequence; }
  void put(char32_t c) {
    if (c == U' ') {
      end_word();
      return;
    }
    stemmer::append_utf8(word_, c);
    width_ += columns_of(c);
  }
  // The next word begins a line.
  void break_line() {
    end_word();
    broken_ = true;
  }
  void end_line() {
    end_word();
    out_ += word_;
    out_ += '\n';
    word_.clear();
    column_ = 0;
  }

 private:
  void end_word() {
    if (width_ == 0) return;
    if (column_ > 0 && (broken_ || column_ + 1 + width_ > columns_)) {
      out_ += '\n';
      column_ = 0;
    }
    broken_ = false;
    out_ += column_ == 0 ? kIndent : std::string_view(" ");
    column_ += width_ + (column_ == 0 ? kIndent.size() : 1);
    out_ += word_;
    word_.clear();
    width_ = 0;
  }

  std::string& out_;
  std::size_t columns_;
  std::string word_;
  std::size_t width_ = 0;
  std::size_t column_ = 0;
  bool broken_ = false;
};

// Fills lines with a snippet. Paragraphs begin a line of their own: a heading would read as the
// beginning of the sentence below it.
void fill(LineFiller& filler, const Snippet& snippet, std::string_view mark_open,
          std::string_view mark_close) {
  auto mark = snippet.marks.begin();
  bool open = false;
  if (snippet.cut_before) filler.put(U'…');
  stemmer::each_code_point(snippet.text, [&](char32_t c, std::size_t at) {
    if (open && at >= mark->end) {
      filler.style(mark_close);
      open = false;
      ++mark;
    }
    if (!open && mark != snippet.marks.end() && at >= mark->begin) {
      filler.style(mark_open);
      open = true;
    }
    if (c == '\n') {
      filler.break_line();
    } else if (const char32_t shown = searcher::text::shown_code_point(c); shown != 0) {
      filler.put(shown);
    }
  });
  if (open) filler.style(mark_close);
  if (snippet.cut_after) filler.put(U'…');
  filler.end_line();
}

// The title with its marks; of an article without one, its id.
Snippet shown_title(const Hit& hit) {
  Snippet title = hit.title;
  if (title.text.empty())
    title.text = hit.article.title.empty() ? hit.article.id : hit.article.title;
  std::replace(title.text.begin(), title.text.end(), '\n', ' ');
  return title;
}

void write_title(std::string& out, const Hit& hit, std::size_t rank, const Style& style) {
  std::string text;
  LineFiller filler(text, style.columns);
  filler.style(style.title);
  fill(filler, shown_title(hit), style.mark, style.title_end_mark);
  const std::string number = std::to_string(rank) + ". ";
  out += number;
  const std::size_t indent = text.find_first_not_of(' ');
  out.append(text, std::min(indent, text.size()));
  out.insert(out.size() - 1, style.end);
}

void write_line(std::string& out, std::string_view text, const Style& style) {
  if (text.empty()) return;
  out.append(kIndent).append(style.faint).append(text).append(style.end) += '\n';
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += " · ";
    out += searcher::text::shown_text(part);
  }
  return out;
}

// The same story elsewhere: a line each, as long as they are few.
void write_duplicates(std::string& out, const std::vector<ArticleRef>& refs, const Style& style) {
  constexpr std::size_t kShown = 3;
  const std::size_t shown = refs.size() > kShown + 1 ? kShown : refs.size();
  for (std::size_t i = 0; i < shown; ++i) {
    const ArticleRef& ref = refs[i];
    write_line(out,
               "= " + joined({shown_values(ref.source), searcher::text::day_of(ref.date), ref.title,
                              ref.id}),
               style);
  }
  if (shown == refs.size()) return;
  write_line(out, "= and " + std::to_string(refs.size() - shown) + " more", style);
}

void write_hit(std::string& out, const Hit& hit, std::size_t rank, const Style& style) {
  const Article& article = hit.article;
  write_title(out, hit, rank, style);
  write_line(out, joined({shown_values(article.source), searcher::text::day_of(article.date)}),
             style);
  for (const Snippet& snippet : hit.snippets) {
    LineFiller filler(out, style.columns);
    fill(filler, snippet, style.mark, style.end_mark);
  }
  write_line(out, joined({article.url.empty() ? article.path : article.url}), style);
  write_line(out, joined({article.id, to_string(hit.tier)}), style);
  if (hit.parts) write_line(out, searcher::write::parts_line(hit.score, *hit.parts), style);
  write_duplicates(out, hit.duplicates, style);
  out += '\n';
}

// A hit in one line: title, source, day, id.
void write_brief(std::string& out, const Hit& hit, std::size_t rank, Style style) {
  style.columns = std::numeric_limits<std::size_t>::max() / 2;
  write_title(out, hit, rank, style);
  const Article& article = hit.article;
  const std::string rest =
      joined({shown_values(article.source), searcher::text::day_of(article.date), article.id});
  out.pop_back();
  out.append(" · ").append(style.faint).append(rest).append(style.end) += '\n';
}

std::string summary_line(const SearchResults& results) {
  char milliseconds[32];
  std::snprintf(milliseconds, sizeof milliseconds, "%.1f ms", results.processing_ms);
  const std::string count = std::to_string(results.estimated_total);
  const std::string about = results.exhaustive ? "" : "about ";
  const std::string_view noun = results.estimated_total == 1 ? " article, " : " articles, ";
  const std::string_view stopped =
      results.timed_out ? "The time limit came first: there may be more and better hits.\n" : "";
  return std::string(stopped) + about + count + std::string(noun) + milliseconds + '\n';
}

}  // namespace

std::string to_terminal(const SearchResults& results, const TerminalStyle& given) {
  const Style style = style_of(given);
  std::string out;
  for (const query::Diagnostic& diagnostic : results.diagnostics) {
    const Span span = diagnostic.span;
    const std::string_view part =
        std::string_view(results.query).substr(span.begin, span.end - span.begin);
    out += part.empty() ? "Note" : "Note at \"" + searcher::text::shown_text(part) + '"';
    out += ": " + searcher::text::shown_text(diagnostic.message) + ".\n";
  }
  if (results.trace) out += searcher::write::trace_text(*results.trace) + '\n';
  out += searcher::write::correction_lines(results);
  std::size_t rank = results.offset;
  for (const Hit& hit : results.hits) {
    if (given.brief) {
      write_brief(out, hit, ++rank, style);
    } else {
      write_hit(out, hit, ++rank, style);
    }
  }
  searcher::write::write_facets(out, results, given.colour);
  out += summary_line(results);
  return out += searcher::write::explanation_lines(results);
}

std::string to_terminal(const RelatedArticles& related, const TerminalStyle& given) {
  const Style style = style_of(given);
  std::string out;
  write_duplicates(out, related.duplicates, style);
  if (!related.duplicates.empty()) out += '\n';
  std::size_t rank = 0;
  for (const Hit& hit : related.hits) {
    write_title(out, hit, ++rank, style);
    write_line(out,
               joined({shown_values(hit.article.source), searcher::text::day_of(hit.article.date)}),
               style);
    write_line(out, joined({hit.article.id}), style);
    write_duplicates(out, hit.duplicates, style);
    out += '\n';
  }
  return out;
}

std::string to_terminal(const Suggestions& suggestions) {
  std::string out;
  for (const Suggestion& suggestion : suggestions.suggestions) {
    out += searcher::text::shown_text(suggestion.text) + '\n';
  }
  return out;
}

}  // namespace fihris
