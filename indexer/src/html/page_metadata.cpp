#include "html/page_metadata.h"

#include <algorithm>
#include <map>
#include <utility>

#include "clean/page_phrases.h"
#include "dates/dates.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::html {
namespace {

constexpr std::size_t kMaxFieldBytes = 4000;
constexpr std::size_t kMaxSiteWords = 4;
constexpr std::size_t kMaxTags = 50;

void fill(std::string& to, std::string_view from) {
  if (to.empty()) to = text::collapse_blanks(stemmer::first_bytes(from, kMaxFieldBytes));
}

bool has_word(const std::vector<std::string>& words,
              std::initializer_list<std::string_view> wanted) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

// The statements of a page, collected in one walk.
class Statements {
 public:
  explicit Statements(const GumboNode* root) {
    for (const GumboNode* node = root; node != nullptr; node = next_node(node, root)) {
      if (is_element(node)) read(node);
    }
  }

  std::string_view meta(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names) {
      const auto found = meta_.find(name);
      if (found != meta_.end()) return found->second;
    }
    return {};
  }

  std::vector<std::string> tags;
  std::string lang;
  std::string canonical;
  std::string title;    // of the window
  std::string heading;  // the first h1
  std::string author;
  std::string datetime;  // of the first element that carries one
  std::string dateline;  // ISO, from a small visible element

 private:
  void read(const GumboNode* node) {
    switch (tag_of(node)) {
      case GUMBO_TAG_HTML:
        lang = attribute(node, "lang");
        break;
      case GUMBO_TAG_META:
        read_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (lower(attribute(node, "rel")) == "canonical") fill(canonical, attribute(node, "href"));
        break;
      case GUMBO_TAG_TITLE:
        fill(title, text_below(node, kMaxFieldBytes));
        break;
      case GUMBO_TAG_H1:
        fill(heading, text_below(node, kMaxFieldBytes));
        break;
      default:
        read_visible(node);
        break;
    }
  }

  void read_meta(const GumboNode* node) {
    std::string_view name = attribute(node, "property");
    if (name.empty()) name = attribute(node, "name");
    if (name.empty()) name = attribute(node, "itemprop");
    const std::string_view content = attribute(node, "content");
    if (name.empty() || content.empty()) return;
    const std::string key = lower(name);
    if (key == "article:tag" && tags.size() < kMaxTags)
      tags.push_back(text::collapse_blanks(content));
    meta_.emplace(key, content);
  }

  // Dates and authors that are only printed. Only small elements: their words are looked at once.
  void read_visible(const GumboNode* node) {
    const std::string_view prop = attribute(node, "itemprop");
    const std::string_view printed = attribute(node, "datetime");
    if (!printed.empty() && datetime.empty() && dates::iso_date(printed)) datetime = printed;
    if (prop.empty() && attribute(node, "class").empty() && attribute(node, "rel").empty() &&
        tag_of(node) != GUMBO_TAG_TIME) {
      return;
    }
    const auto words = style_words(node);
    const bool dated =
        prop == "datePublished" || tag_of(node) == GUMBO_TAG_TIME ||
        has_word(words, {"date", "time", "published", "timestamp", "meta", "posted"});
    if (dated && dateline.empty()) read_dateline(node);
    const bool authored = prop == "author" || lower(attribute(node, "rel")) == "author" ||
                          has_word(words, {"author", "byline"});
    if (authored && author.empty()) read_author(node);
  }

  void read_dateline(const GumboNode* node) {
    constexpr std::size_t kDatelineBytes = 250;
    const std::string text = text_below(node, kDatelineBytes);
    if (text.size() >= kDatelineBytes) return;
    for (const std::string_view part : text::split_any(text, U"|\u2022")) {
      const auto found = dates::parse_dateline(part);
      if (found && !found->updated) dateline = found->date;
    }
  }

  void read_author(const GumboNode* node) {
    constexpr std::size_t kAuthorBytes = 160;
    const std::string text = text_below(node, kAuthorBytes);
    if (text.size() >= kAuthorBytes || text::count_words(text, 8) > 7 || dates::parse_date(text))
      return;
    const std::size_t label_end = text.find_first_of(": ");
    const bool labelled = label_end != std::string::npos &&
                          clean::is_byline_label(text::phrase_key(text.substr(0, label_end)));
    const std::string_view name =
        text::trim(std::string_view(text).substr(labelled ? label_end + 1 : 0));
    if (text::has_words(name)) author = name;
  }

  std::map<std::string, std::string_view, std::less<>> meta_;
};

void read_date(const Statements& page, std::string& date) {
  if (!date.empty()) return;
  const auto stated = dates::stated_date(page.meta(
      {"article:published_time", "og:article:published_time", "datepublished", "article:published",
       "pubdate", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dcterms.created",
       "sailthru.date", "date", "parsely-pub-date", "cxenseparse:recs:publishtime"}));
  if (stated) {
    date = *stated;
  } else if (!page.dateline.empty() && page.datetime.empty()) {
    date = page.dateline;
  } else if (const auto printed = dates::iso_date(page.datetime)) {
    date = *printed;
  }
}

void read_title(const Statements& page, Article& article) {
  std::string site;
  const std::string window = without_site_name(page.title, site);
  fill(article.source, page.meta({"og:site_name", "application-name"}));
  std::string shared = text::collapse_blanks(page.meta({"og:title", "twitter:title"}));
  std::string ignored;
  fill(article.title, without_site_name(shared, ignored));
  fill(article.title, page.heading);
  fill(article.title, window);
  // What stands behind the stroke is the site's name if the rest is the headline.
  if (text::phrase_key(window) == text::phrase_key(article.title)) fill(article.source, site);
}

std::string_view web_address(std::string_view url) {
  return url.substr(0, 4) == "http" ? url : std::string_view();
}

}  // namespace

std::string without_site_name(std::string_view title, std::string& site) {
  for (const std::string_view stroke : {" | ", " - ", " \u2013 ", " \u2014 ", " :: ", " \u2022 "}) {
    const std::size_t at = title.rfind(stroke);
    if (at == std::string_view::npos) continue;
    const std::string_view name = text::trim(title.substr(at + stroke.size()));
    const std::string_view rest = text::trim(title.substr(0, at));
    if (text::count_words(name, kMaxSiteWords + 1) > kMaxSiteWords ||
        text::count_words(rest, 3) < 3)
      continue;
    site = name;
    return std::string(rest);
  }
  return std::string(title);
}

PageMetadata read_metadata(const HtmlTree& tree, const std::vector<std::string>& json_ld) {
  PageMetadata page;
  read_json_ld(json_ld, page);
  const Statements stated(tree.root());
  Article& article = page.article;
  read_title(stated, article);
  read_date(stated, article.date);
  const std::string_view author =
      stated.meta({"author", "article:author", "dc.creator", "parsely-author"});
  if (web_address(author).empty()) fill(article.author, author);
  fill(article.author, stated.author);
  fill(article.section, stated.meta({"article:section", "parsely-section", "section"}));
  if (article.tags.empty()) article.tags = stated.tags;
  fill(article.url, web_address(stated.canonical));
  fill(article.url, web_address(stated.meta({"og:url"})));
  const std::string lang = lower(stated.lang);
  article.lang = lang.substr(0, lang.find('-'));
  return page;
}

}  // namespace fihris::indexer::html
