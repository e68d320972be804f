#include <algorithm>

#include "clean/agency_line.h"
#include "clean/page_phrases.h"
#include "clean/page_rules.h"
#include "clean/paragraphs.h"
#include "dates/dates.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

constexpr std::size_t kBylineWords = 7;

// The separate bullets of a summary line: «- … . - … . - …».
std::vector<std::string_view> split_bullets(std::string_view text) {
  constexpr std::size_t kMaxSummaryBytes = 8192;
  constexpr std::size_t kBulletWords =
      4;  // « - » between fewer words joins them: «روسيا - أوكرانيا»
  std::vector<std::string_view> bullets;
  std::string_view rest = without_bullet(text);
  if (rest.size() > kMaxSummaryBytes) return {rest};
  for (std::size_t at = rest.find(" - "); at != std::string_view::npos;
       at = rest.find(" - ", at + 1)) {
    const std::string_view bullet = text::trim(rest.substr(0, at));
    const bool sentence =
        line_end(bullet) == LineEnd::kStop || line_end(bullet) == LineEnd::kQuestion;
    const bool both_long = text::count_words(bullet, kBulletWords) == kBulletWords &&
                           text::count_words(rest.substr(at), kBulletWords) == kBulletWords;
    if (!sentence && !both_long) continue;
    bullets.push_back(bullet);
    rest = text::trim(rest.substr(at + 3));
    at = 0;
  }
  bullets.push_back(rest);
  return bullets;
}

void add_line(std::string& lines, std::string_view line) {
  if (!lines.empty()) lines += '\n';
  lines += text::collapse_blanks(line);
}

// «بقلم: فلان», «تحرير - فلان», "By …".
std::string_view byline_name(const PageLine& line) {
  if (line.words > kBylineWords || line.end == LineEnd::kStop) return {};
  if (line.text.find_first_of("\"0123456789") != std::string_view::npos) return {};
  const std::size_t colon = line.text.find(':');
  if (colon != std::string_view::npos) {
    const bool label = is_byline_label(text::phrase_key(line.text.substr(0, colon)));
    return label ? text::trim(line.text.substr(colon + 1)) : std::string_view();
  }
  // Without a colon only «بقلم» and "by" cannot begin a sentence about somebody.
  const std::size_t space = line.text.find(' ');
  if (space == std::string_view::npos) return {};
  const std::string label = text::phrase_key(line.text.substr(0, space));
  return label == "بقلم" || label == "by" ? text::trim(line.text.substr(space + 1))
                                          : std::string_view();
}

// «دمشق - العربي الجديد», «الجزيرة نت - خاص»: the reporter's city and outlet.
bool is_city_line(const PageLine& line) {
  if (line.words < 2 || line.words > 7 || line.end != LineEnd::kOpen) return false;
  const auto parts = text::split_any(line.text, U"-\u2013\u2014/");
  return parts.size() == 2 && text::count_words(parts[0], 4) <= 3 &&
         (is_agency(parts[0]) || is_agency(parts[1]));
}

bool take_date(PageLine& line, Article& article) {
  const auto dateline = dates::parse_dateline(line.text);
  if (!dateline) return false;
  if (article.date.empty() || !dateline->updated) article.date = dateline->date;
  line.role = LineRole::kDate;
  return true;
}

bool take_byline(PageLine& line, std::string_view name, Article& article) {
  if (name.empty()) return false;
  if (article.author.empty()) article.author = text::collapse_blanks(name);
  line.role = LineRole::kByline;
  return true;
}

bool take_agencies(PageLine& line, Article& article) {
  auto names = agencies_alone(line.text);
  if (names.empty()) return false;
  article.agencies = std::move(names);
  line.role = LineRole::kAgencies;
  return true;
}

bool is_passing_mark(const PageLine& line) {
  return is_count(line) || is_relative_time(line.key) || share_score(line.key) > 0;
}

// «الرئيسية | أخبار | سياسة», «فلان | 23 ديسمبر 2025»: nothing but short parts.
bool take_piped(PageLine& line, Article& article) {
  const auto parts = text::split_any(line.text, U"|");
  if (parts.size() < 2 && line.text.find('|') == std::string_view::npos) return false;
  const auto is_long = [](std::string_view part) {
    return text::count_words(part, 5) == 5 && !dates::parse_dateline(part);
  };
  if (std::any_of(parts.begin(), parts.end(), is_long)) return false;
  for (const std::string_view part : parts) {
    const auto dateline = dates::parse_dateline(part);
    if (dateline && article.date.empty()) article.date = dateline->date;
  }
  line.role = LineRole::kByline;
  return true;
}

// The site's name behind the last stroke of a headline: «… | العربي الجديد».
std::string_view without_site(std::string_view title) {
  const std::size_t stroke = title.rfind('|');
  if (stroke == std::string_view::npos) return title;
  const bool short_tail = text::count_words(title.substr(stroke), 5) <= 4;
  const bool long_head = text::count_words(title.substr(0, stroke), 4) == 4;
  return short_tail && long_head ? text::trim(title.substr(0, stroke)) : title;
}

class HeaderReader {
 public:
  HeaderReader(PageLines& lines, Article& article) : lines_(lines), article_(article) {}

  void read() {
    const ProseRange prose = prose_range(lines_);
    has_text_ = prose.any();
    lone_dates_ = has_text_ && !is_timeline();
    has_summary_ = has_text_ && is_summary_above(prose.first);
    // Without running text only the very first line can be trusted to head the page.
    end_ = has_text_ ? prose.first : std::min<std::size_t>(1, lines_.size());
    for (std::size_t i = 0; i < end_; ++i) {
      if (lines_[i].role == LineRole::kText) read_line(i);
    }
  }

 private:
  void read_line(std::size_t i) {
    PageLine& line = lines_[i];
    if (is_bullet(line)) {
      if (has_summary_) take_bullets(line);
    } else if (is_passing_mark(line)) {
      line.role = LineRole::kNoise;
    } else if ((lone_dates_ && take_date(line, article_)) || take_piped(line, article_) ||
               take_agencies(line, article_) ||
               take_byline(line, is_city_line(line) ? line.text : byline_name(line), article_)) {
      return;
    } else if (has_text_ && is_section_name(line.key)) {
      if (article_.section.empty()) article_.section = text::collapse_blanks(line.text);
      line.role = LineRole::kSection;
    } else if (article_.title.empty() && is_headline(i)) {
      article_.title = text::collapse_blanks(without_site(line.text));
      line.role = LineRole::kTitle;
    }
  }

  // Whether line `i` is the headline: the first line of the shape, unless it is very short and a
  // longer one follows; then it is a name or a rubric.
  bool is_headline(std::size_t i) const {
    constexpr std::size_t kFewWords = 3;
    if (!is_title_like(lines_[i]) || lines_[i].words < kFewWords || goes_on_below(i)) return false;
    const auto is_longer = [](const PageLine& line) {
      return line.role == LineRole::kText && is_title_like(line) && line.words > kFewWords + 1 &&
             line.end == LineEnd::kOpen && line.text.find("\u060C") == std::string_view::npos;
    };
    const auto rest = lines_.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    return lines_[i].words > kFewWords ||
           std::none_of(rest, std::max(rest, lines_.begin() + static_cast<std::ptrdiff_t>(end_)),
                        is_longer);
  }

  void take_bullets(PageLine& line) {
    for (const std::string_view bullet : split_bullets(line.text))
      add_line(article_.summary, bullet);
    line.role = LineRole::kSummary;
  }

  // Whether the line is the first part of a paragraph that a link has broken, which is no headline.
  bool goes_on_below(std::size_t i) const {
    return i + 1 < lines_.size() && lines_[i + 1].role == LineRole::kText &&
           is_broken(lines_[i], lines_[i + 1],
                     article_.summary.empty() ? BreakAt::kTop : BreakAt::kText);
  }

  // Whether the points above line `text` are a summary: they sum it up, and what is longer than all
  // that follows is itself the text.
  bool is_summary_above(std::size_t text) const {
    std::size_t points = 0;
    std::size_t rest = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].role != LineRole::kText) continue;
      if (i >= text) rest += lines_[i].text.size();
      if (i < text && is_bullet(lines_[i])) points += lines_[i].text.size();
    }
    return points < rest;
  }

  // Whether the page is a chronicle, divided by dates: they are its headings, not the day it was
  // printed.
  bool is_timeline() const {
    std::size_t dates = 0;
    for (const PageLine& line : lines_) {
      if (line.role == LineRole::kText && line.words <= 12 && !is_prose(line)) {
        const auto dateline = dates::parse_dateline(line.text);
        dates += dateline && !dateline->labelled ? 1 : 0;
      }
    }
    return dates > 2;
  }

  PageLines& lines_;
  Article& article_;
  std::size_t end_ = 0;  // of the header
  bool has_text_ = false;
  bool lone_dates_ = false;
  bool has_summary_ = false;
};

bool take_hashtags(PageLine& line, Article& article) {
  const auto words = text::split_any(line.text, U" \u060C,");
  const auto is_tag = [](std::string_view word) { return word.size() > 1 && word.front() == '#'; };
  if (words.empty() || !std::all_of(words.begin(), words.end(), is_tag)) return false;
  for (const std::string_view word : words) article.tags.emplace_back(word.substr(1));
  line.role = LineRole::kTags;
  return true;
}

// «الوسوم: سوريا، روسيا»
bool take_labelled_tags(PageLine& line, Article& article) {
  const std::size_t colon = line.text.find(':');
  if (colon == std::string_view::npos ||
      !is_tags_label(text::phrase_key(line.text.substr(0, colon)))) {
    return false;
  }
  for (const std::string_view tag :
       text::split_any(line.text.substr(colon + 1), U"\u060C,|#\u2022")) {
    article.tags.push_back(text::collapse_blanks(tag));
  }
  line.role = LineRole::kTags;
  return true;
}

}  // namespace

void mark_header(PageLines& lines, Article& article) { HeaderReader(lines, article).read(); }

void mark_footer(PageLines& lines, Article& article) {
  const ProseRange prose = prose_range(lines);
  if (!prose.any()) return;
  for (std::size_t i = prose.last + 1; i < lines.size(); ++i) {
    PageLine& line = lines[i];
    if (line.role != LineRole::kText) continue;
    if (is_passing_mark(line) || is_form_label(line.key)) {
      line.role = LineRole::kNoise;
    } else if (!take_hashtags(line, article) && !take_labelled_tags(line, article) &&
               !take_byline(line, byline_name(line), article) && article.date.empty()) {
      take_date(line, article);
    }
  }
}

}  // namespace fihris::indexer::clean
