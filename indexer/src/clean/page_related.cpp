#include <algorithm>
#include <optional>

#include "clean/agency_line.h"
#include "clean/page_phrases.h"
#include "clean/page_rules.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kMaxBoxLines = 400;    // keeps a hostile page linear
constexpr std::size_t kMaxTitles = 12;       // of a box without counters, between paragraphs
constexpr std::size_t kMaxItemLines = 5;     // title, teaser and counter of one item
constexpr std::size_t kSubheadingWords = 5;  // headlines are longer

// «اقرأ أيضا: عنوان آخر», «للمزيد - عنوان آخر» on one line.
bool is_inline_related(const PageLine& line) {
  if (line.words > 40) return false;
  for (const std::string_view mark : {":", "|", " - ", " \u2013 "}) {
    const std::size_t at = line.text.find(mark);
    if (at == std::string_view::npos || at > 100) continue;
    if (related_heading(text::phrase_key(line.text.substr(0, at))) != RelatedKind::kNone)
      return true;
  }
  return false;
}

RelatedKind heading_kind(const PageLine& line) {
  if (line.key.empty() || line.end == LineEnd::kStop) return RelatedKind::kNone;
  return related_heading(line.key);
}

// Whether the line closes an item of a box.
bool is_item_end(const PageLine& line) { return is_count(line) || is_relative_time(line.key); }

bool is_heading(const PageLine& line) { return heading_kind(line) != RelatedKind::kNone; }

// Where a box of related articles ends. The hard question is whether a paragraph below the heading
// is the teaser of a headline or the article going on; two paragraphs in a row are the article.
class BoxScanner {
 public:
  BoxScanner(PageLines& lines, std::size_t heading)
      : lines_(lines), kind_(heading_kind(lines[heading])), heading_(heading), last_(heading) {}

  // The last line of the box. `after_text` tells that the page has running text above the heading.
  std::size_t scan(bool after_text) {
    const std::size_t end = std::min(lines_.size(), heading_ + kMaxBoxLines);
    bool resumed = false;
    for (std::size_t i = heading_ + 1; i < end && !resumed; ++i) {
      // A list that announces its own end is the whole box.
      if (lines_[i].role == LineRole::kRelated && i == heading_ + 1) return last_;
      if (lines_[i].role != LineRole::kText || !agencies_alone(lines_[i].text).empty()) continue;
      resumed = !take(i);
    }
    if (!resumed && end == lines_.size() && after_text && rest_is_teasers()) return last_seen_;
    return before_what_heads_the_text(after_text);
  }

 private:
  // False when the article has gone on.
  bool take(std::size_t i) {
    last_seen_ = i;
    if (is_item_end(lines_[i])) {
      counts_seen_ = true;
      if (i - last_ > kMaxItemLines) return false;
      confirm(i);
      return true;
    }
    if (is_heading(lines_[i])) return take_heading(i);
    return is_title_like(lines_[i]) || !is_paragraph(lines_[i]) ? take_title(i) : take_paragraph(i);
  }

  // Begins another box; false when the article has gone on. Paragraphs since the last headline are
  // of the article, unless both boxes are of the kind that stands below it.
  bool take_heading(std::size_t i) {
    const bool below = kind_ == RelatedKind::kBox && heading_kind(lines_[i]) == RelatedKind::kBox;
    if (paragraphs_ > 0 && !(below && rest_is_teasers())) return false;
    confirm(i);
    kind_ = heading_kind(lines_[i]);
    return true;
  }

  static bool is_paragraph(const PageLine& line) {
    return line.end == LineEnd::kStop || line.end == LineEnd::kComma || is_prose(line);
  }

  void confirm(std::size_t i) {
    last_ = i;
    paragraphs_ = 0;
    titles_after_paragraph_ = 0;
  }

  bool take_title(std::size_t i) {
    after_paragraph_ = false;
    if (paragraphs_ > 0) {
      ++titles_after_paragraph_;
      return true;
    }
    if (!counts_seen_ && titles_ == kMaxTitles) return false;
    ++titles_;
    last_ = i;
    return true;
  }

  bool take_paragraph(std::size_t i) {
    if (after_paragraph_ && !(counts_seen_ && count_follows(i))) return false;
    after_paragraph_ = true;
    ++paragraphs_;
    apart_ += lines_[i].after_blank ? 1 : 0;
    cut_ += lines_[i].end == LineEnd::kEllipsis ? 1 : 0;
    return true;
  }

  bool count_follows(std::size_t i) const {
    for (std::size_t j = i + 1; j < lines_.size() && j <= i + 2; ++j) {
      if (is_item_end(lines_[j])) return true;
    }
    return false;
  }

  // Whether the rest is teasers, or the sections of a short article: asked when the page ended
  // while headlines and single paragraphs took turns.
  bool rest_is_teasers() const {
    if (paragraphs_ == 0) return false;
    const bool attached = apart_ < paragraphs_;  // no empty line between headline and teaser
    if (cut_ == paragraphs_ || counts_seen_) return true;
    if (kind_ == RelatedKind::kInText) return attached && paragraphs_ > 1;
    return paragraphs_ > 1 || titles_after_paragraph_ > 0 || (attached && page_has_gaps());
  }

  bool page_has_gaps() const {
    return std::count_if(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(heading_),
                         [](const PageLine& line) { return line.after_blank; }) > 2;
  }

  // The end of the box without a last line that heads what follows: a subheading, shorter than the
  // headlines of the box, or, above the first paragraph of all, the title.
  std::size_t before_what_heads_the_text(bool after_text) const {
    const bool ended = is_item_end(lines_[last_]) || is_heading(lines_[last_]);
    const bool goes_on = paragraphs_ > 0 && titles_ > 0 && !ended;
    if (!goes_on) return last_;
    const bool subheading = titles_ > 1 && lines_[last_].words <= kSubheadingWords &&
                            lines_[last_].end == LineEnd::kOpen;
    return subheading || !after_text ? last_ - 1 : last_;
  }

  PageLines& lines_;
  RelatedKind kind_;
  std::size_t heading_;
  std::size_t last_;  // confirmed
  std::size_t last_seen_ = 0;
  std::size_t titles_ = 0;
  std::size_t titles_after_paragraph_ = 0;
  std::size_t paragraphs_ = 0;  // not confirmed
  std::size_t apart_ = 0;
  std::size_t cut_ = 0;
  bool after_paragraph_ = false;
  bool counts_seen_ = false;
};

void drop(PageLines& lines, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last; ++i) {
    if (lines[i].role == LineRole::kText && agencies_alone(lines[i].text).empty()) {
      lines[i].role = LineRole::kRelated;
    }
  }
}

// The index of the last text line before `end`.
std::optional<std::size_t> text_before(const PageLines& lines, std::size_t end) {
  for (std::size_t i = end; i > 0; --i) {
    if (lines[i - 1].role == LineRole::kText) return i - 1;
  }
  return std::nullopt;
}

bool names_section(const PageLine& line, bool counted) {
  if (line.words <= 3 && is_section_name(line.key)) return true;
  return counted && line.words <= 2 && line.end == LineEnd::kOpen;
}

// Reads upwards from `end`: counter, title, section. Takes the title only if one of the other two
// is there.
void take_title_above(PageLines& lines, std::size_t end, Article& article) {
  auto title = text_before(lines, end);
  const auto count = title;
  const bool counted = count && is_count(lines[*count]);
  if (counted) title = text_before(lines, *count);
  if (!title || !is_title_like(lines[*title]) || lines[*title].words < 4) return;
  const auto section = text_before(lines, *title);
  const bool named = section && names_section(lines[*section], counted);
  if (!named && !counted) return;
  article.title = text::collapse_blanks(lines[*title].text);
  lines[*title].role = LineRole::kTitle;
  if (counted) lines[*count].role = LineRole::kNoise;
  if (!named) return;
  article.section = text::collapse_blanks(lines[*section].text);
  lines[*section].role = LineRole::kSection;
}

}  // namespace

void mark_related(PageLines& lines) {
  for (PageLine& line : lines) {
    if (line.role == LineRole::kText && is_inline_related(line)) line.role = LineRole::kRelated;
  }
  bool after_text = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kText) continue;
    if (is_heading(lines[i])) {
      const std::size_t last = BoxScanner(lines, i).scan(after_text);
      drop(lines, i, last);
      i = last;
    } else {
      after_text = after_text || is_prose(lines[i]);
    }
  }
}

void mark_title_below(PageLines& lines, Article& article) {
  const ProseRange prose = prose_range(lines);
  if (!prose.any()) return;
  std::size_t end = lines.size();
  for (std::size_t i = prose.last; i < lines.size(); ++i) {
    if (lines[i].role == LineRole::kRelated) {
      end = i;
      break;
    }
  }
  take_title_above(lines, end, article);
}

}  // namespace fihris::indexer::clean
