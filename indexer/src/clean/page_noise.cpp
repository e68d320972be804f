#include <algorithm>

#include "clean/agency_line.h"
#include "clean/page_phrases.h"
#include "clean/page_rules.h"
#include "text/phrase_set.h"
#include "text/unicode_text.h"

namespace fihris::indexer::clean {
namespace {

bool is_copyright(const PageLine& line) {
  static const text::PhraseSet openings{
      "جميع الحقوق محفوظة", "كل الحقوق محفوظة", "كافة الحقوق محفوظة", "حقوق النشر محفوظة",
      "حقوق الطبع",         "copyright",        "all rights reserved"};
  if (line.words > 25 || line.key.empty()) return false;
  if (line.text.substr(0, 2) == "\u00A9" || openings.opens(line.key))
    return true;  // COPYRIGHT SIGN
  return line.key.find("الحقوق محفوظه") != std::string::npos ||
         line.key.find("all rights reserved") != std::string::npos;
}

// «تابعونا على …», «اشترك في نشرتنا …», "follow us on": speaks to the reader about the site itself.
bool is_follow_prompt(const PageLine& line) {
  static const text::PhraseSet calls{"تابع",   "تابعوا",    "اشترك", "اشتركوا",  "انضم",
                                     "انضموا", "حمل",       "حملوا", "للاشتراك", "لمتابعة",
                                     "follow", "subscribe", "join",  "sign up"};
  static const text::PhraseSet direct{"تابعنا على", "تابعونا على", "تابعنا عبر",      "تابعونا عبر",
                                      "تابعونا في", "follow us",   "subscribe to our"};
  static constexpr std::string_view kOurs[] = {
      "قناتنا",  "صفحتنا",    "حسابنا",    "حساباتنا",    "منصاتنا",        "نشرتنا",
      "تطبيقنا", "غوغل نيوز", "جوجل نيوز", "google news", "our newsletter", "our channel"};
  if (line.words > 20 || line.key.empty()) return false;
  if (direct.opens(line.key)) return line.end != LineEnd::kStop || line.words <= 12;
  return calls.opens(line.key) && std::any_of(std::begin(kOurs), std::end(kOurs), [&](auto ours) {
           return line.key.find(ours) != std::string::npos;
         });
}

// Only strokes and ornaments: «|», «***», «- - -».
bool is_ornament(const PageLine& line) { return !text::has_words(line.text); }

bool is_noise_anywhere(const PageLine& line) {
  if (is_ornament(line)) return true;
  if (line.key.empty()) return false;
  return is_boilerplate(line.key) || is_form_notice(line.key) || is_copyright(line) ||
         is_follow_prompt(line) || is_labelled_count(line.key);
}

bool is_row_neighbour(const PageLines& lines, std::size_t i) {
  const auto in_row = [&](std::size_t j) { return share_score(lines[j].key) > 0; };
  return (i > 0 && in_row(i - 1)) || (i + 1 < lines.size() && in_row(i + 1));
}

void mark_share_rows(PageLines& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int score = share_score(lines[i].key);
    if (score > 1 || (score == 1 && is_row_neighbour(lines, i))) lines[i].role = LineRole::kNoise;
  }
}

// «list of 3 items», «list 1 of 3» … «end of list»: what a screen reader is told about a box of
// links.
bool is_list_mark(std::string_view key) {
  const auto words = text::split_any(key, U" ");
  if (words.size() != 4 || words[0] != "list") return false;
  return (words[1] == "of" && words[3].substr(0, 4) == "item") || words[2] == "of";
}

void mark_announced_lists(PageLines& lines) {
  constexpr std::size_t kMaxItems = 40;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_list_mark(lines[i].key)) continue;
    std::size_t end = i;
    for (std::size_t j = i; j < lines.size() && j < i + kMaxItems; ++j) {
      if (lines[j].key == "end of list") end = j;
      if (end == j && j > i) break;
    }
    for (std::size_t j = i; j <= end; ++j) lines[j].role = LineRole::kRelated;
    i = end;
  }
}

}  // namespace

ProseRange prose_range(const PageLines& lines) {
  ProseRange range{lines.size(), 0};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kText || !is_prose(lines[i])) continue;
    if (range.first == lines.size()) {
      if (is_bullet(lines[i])) continue;  // a summary above the text
      range.first = i;
    }
    range.last = i;
  }
  return range;
}

double stopped_paragraphs(const PageLines& lines) {
  std::size_t paragraphs = 0;
  std::size_t stopped = 0;
  for (const PageLine& line : lines) {
    if (line.role != LineRole::kText || !is_prose(line)) continue;
    ++paragraphs;
    stopped += line.end == LineEnd::kStop ? 1 : 0;
  }
  return paragraphs < 3 ? 0 : static_cast<double>(stopped) / static_cast<double>(paragraphs);
}

void mark_boilerplate(PageLines& lines) {
  for (PageLine& line : lines) {
    if (is_noise_anywhere(line)) line.role = LineRole::kNoise;
  }
  mark_share_rows(lines);
  mark_announced_lists(lines);
}

void mark_agencies(PageLines& lines, Article& article) {
  const ProseRange prose = prose_range(lines);
  const std::size_t begin = prose.any() ? prose.last + 1 : 1;
  for (std::size_t i = begin; i < lines.size(); ++i) {
    if (lines[i].role != LineRole::kText) continue;
    const auto names = agencies_alone(lines[i].text);
    if (names.empty()) continue;
    article.agencies.insert(article.agencies.end(), names.begin(), names.end());
    lines[i].role = LineRole::kAgencies;
  }
}

}  // namespace fihris::indexer::clean
