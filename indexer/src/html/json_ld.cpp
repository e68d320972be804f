#include <algorithm>
#include <array>
#include <deque>
#include <nlohmann/json.hpp>

#include "dates/dates.h"
#include "fihris/store/fields.h"
#include "html/html_prepass.h"
#include "html/page_metadata.h"
#include "text/unicode_text.h"

namespace fihris::indexer::html {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxScriptBytes = std::size_t{4} << 20;
constexpr std::size_t kMaxNodes = 10'000;

// Replaces control characters by blanks: pages print line breaks and tabs inside JSON texts, which
// JSON forbids.
std::string without_controls(std::string_view script) {
  std::string out(script);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c >= 0 && c < ' '; }, ' ');
  return out;
}

bool names_article(const Json& type) {
  static constexpr std::array<std::string_view, 9> kTypes{"Article",
                                                          "NewsArticle",
                                                          "ReportageNewsArticle",
                                                          "AnalysisNewsArticle",
                                                          "OpinionNewsArticle",
                                                          "BackgroundNewsArticle",
                                                          "ReviewNewsArticle",
                                                          "BlogPosting",
                                                          "LiveBlogPosting"};
  return type.is_string() && std::find(kTypes.begin(), kTypes.end(),
                                       type.get_ref<const std::string&>()) != kTypes.end();
}

bool is_article_type(const Json& type) {
  return type.is_array() ? std::any_of(type.begin(), type.end(), names_article)
                         : names_article(type);
}

// Decodes HTML entities: texts in JSON-LD come with them as often as without.
std::string decoded(const std::string& text) {
  if (text.find('&') == std::string::npos && text.find('<') == std::string::npos)
    return text::collapse_blanks(text);
  const HtmlPrepass page = prepare_html(text);
  if (page.too_deep) return text::collapse_blanks(text);
  const HtmlTree tree(page.markup);
  return text_below(tree.root(), text.size() + 1);
}

// A text, the "name" of an object, or the first of a list that gives one.
std::string name_of(const Json& value) {
  if (value.is_string()) return decoded(value.get_ref<const std::string&>());
  if (value.is_object() && value.contains("name") && value["name"].is_string()) {
    return decoded(value["name"].get_ref<const std::string&>());
  }
  return {};
}

std::vector<std::string> names_of(const Json& value) {
  std::vector<std::string> names;
  const auto add = [&](const Json& item) {
    std::string name = name_of(item);
    if (!name.empty() && names.size() < 50) names.push_back(std::move(name));
  };
  if (value.is_array()) {
    for (const Json& item : value) add(item);
  } else {
    add(value);
  }
  return names;
}

std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : text::distinct(names)) {
    if (!out.empty()) out += kTagSeparator;
    out += name;
  }
  return out;
}

std::string url_of(const Json& node) {
  for (const char* key : {"url", "mainEntityOfPage"}) {
    if (!node.contains(key)) continue;
    const Json& value = node[key];
    std::string url =
        value.is_object() && value.contains("@id") ? name_of(value["@id"]) : name_of(value);
    if (url.substr(0, 4) == "http") return url;
  }
  return {};
}

class ArticleNode {
 public:
  ArticleNode(const Json& node, PageMetadata& page) : node_(node), page_(page) {}

  void read() {
    Article& article = page_.article;
    fill(article.title, text("headline"));
    fill(article.title, text("name"));
    fill(article.author, joined(names("author")));
    fill(article.source, text("publisher"));
    fill(article.url, url_of(node_));
    const auto sections = names("articleSection");
    if (!sections.empty()) fill(article.section, sections.front());
    if (article.tags.empty()) article.tags = keywords();
    for (const char* key : {"datePublished", "dateCreated"}) {
      if (const auto date = dates::stated_date(text(key))) fill(article.date, *date);
    }
    fill(page_.article_body, text("articleBody"));
  }

 private:
  static void fill(std::string& to, std::string from) {
    if (to.empty()) to = std::move(from);
  }
  std::string text(const char* key) const {
    return node_.contains(key) ? name_of(node_[key]) : std::string();
  }
  std::vector<std::string> names(const char* key) const {
    return node_.contains(key) ? names_of(node_[key]) : std::vector<std::string>();
  }

  std::vector<std::string> keywords() const {
    auto given = names("keywords");
    if (given.size() != 1) return given;
    const auto parts = text::split_any(given.front(), U",\u060C");
    return {parts.begin(), parts.end()};
  }

  const Json& node_;
  PageMetadata& page_;
};

// Reads every article of a script: they stand at the top, in a list, or in an "@graph".
void read_articles(const Json& document, PageMetadata& page) {
  std::deque<const Json*> nodes{&document};
  for (std::size_t seen = 0; !nodes.empty() && seen < kMaxNodes; ++seen) {
    const Json& node = *nodes.front();
    nodes.pop_front();
    if (node.is_array()) {
      for (const Json& item : node) nodes.push_back(&item);
    } else if (node.is_object()) {
      if (node.contains("@type") && is_article_type(node["@type"])) ArticleNode(node, page).read();
      if (node.contains("@graph")) nodes.push_back(&node["@graph"]);
      if (node.contains("mainEntity")) nodes.push_back(&node["mainEntity"]);
    }
  }
}

}  // namespace

void read_json_ld(const std::vector<std::string>& scripts, PageMetadata& page) {
  for (const std::string& script : scripts) {
    if (script.size() > kMaxScriptBytes) continue;
    constexpr bool kThrow = false;
    constexpr bool kComments = true;
    const Json document = Json::parse(without_controls(script), nullptr, kThrow, kComments);
    if (!document.is_discarded()) read_articles(document, page);
  }
}

}  // namespace fihris::indexer::html
