#include "html/html_body.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "text/unicode_text.h"

namespace fihris::indexer::html {
namespace {

constexpr std::size_t kRunningBytes = 40;  // shorter pieces of text are labels

bool is_left_out_element(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TIME:
      return true;
    default:
      return false;
  }
}

bool is_hidden(const GumboNode* node) {
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  std::string style(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool has_side_role(const GumboNode* node) {
  static constexpr std::array<std::string_view, 9> kRoles{
      "navigation", "complementary", "contentinfo", "banner", "search",
      "dialog",     "menu",          "menubar",     "toolbar"};
  return std::find(kRoles.begin(), kRoles.end(), attribute(node, "role")) != kRoles.end();
}

// Words in class names that say: not the article.
constexpr std::string_view kSideWords[] = {"related",
                                           "relatedposts",
                                           "relatedarticles",
                                           "recommended",
                                           "recommendations",
                                           "share",
                                           "sharing",
                                           "sharedaddy",
                                           "social",
                                           "addtoany",
                                           "addthis",
                                           "comment",
                                           "comments",
                                           "disqus",
                                           "breadcrumb",
                                           "breadcrumbs",
                                           "newsletter",
                                           "subscribe",
                                           "subscription",
                                           "promo",
                                           "promoted",
                                           "sponsored",
                                           "advert",
                                           "advertisement",
                                           "ad",
                                           "ads",
                                           "adsbygoogle",
                                           "banner",
                                           "sidebar",
                                           "widget",
                                           "widgets",
                                           "caption",
                                           "credit",
                                           "byline",
                                           "author",
                                           "authors",
                                           "date",
                                           "timestamp",
                                           "meta",
                                           "cookie",
                                           "cookies",
                                           "consent",
                                           "popup",
                                           "modal",
                                           "overlay",
                                           "menu",
                                           "nav",
                                           "navbar",
                                           "navigation",
                                           "footer",
                                           "topbar",
                                           "toolbar",
                                           "trending",
                                           "popular",
                                           "mostread",
                                           "mostviewed",
                                           "ticker",
                                           "tags",
                                           "taglist",
                                           "sr",
                                           "screen",
                                           "print",
                                           "views",
                                           "counter",
                                           "pagination",
                                           "pager",
                                           "readmore",
                                           "alsoread",
                                           "outbrain",
                                           "taboola",
                                           "figcaption",
                                           "copyright",
                                           "follow",
                                           "login",
                                           "signup",
                                           "skip"};

bool has_side_class(const GumboNode* node) {
  static const std::unordered_set<std::string_view> side_words(std::begin(kSideWords),
                                                               std::end(kSideWords));
  const auto words = style_words(node);
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return side_words.contains(word); });
}

// Bytes of running text below each element, links aside.
class TextSizes {
 public:
  explicit TextSizes(const GumboNode* top) {
    for (const GumboNode* node = top; node != nullptr;) {
      const bool skip = tag_of(node) == GUMBO_TAG_A || is_left_out_element(node);
      sizes_[node] = total_;
      if (is_text(node)) add(node);
      const GumboNode* next = next_node(node, top, skip);
      leave_up_to(node, next == nullptr ? top->parent : next->parent);
      node = next;
    }
  }
  std::size_t of(const GumboNode* node) const {
    const auto found = sizes_.find(node);
    return found == sizes_.end() ? 0 : found->second;
  }
  // Whether a node holds so much of the page's text that no class name may take it away: some sites
  // call the article itself "post-share-enabled".
  bool is_most_of_page(const GumboNode* node, const GumboNode* top) const {
    return of(node) * 10 > of(top) * 4;
  }

 private:
  void add(const GumboNode* text) {
    const std::size_t size = text::trim(text_of_node(text)).size();
    if (size >= kRunningBytes) total_ += size;
  }

  // Leaves `node` and those around it, up to `stop`: their entries become what they hold. Until a
  // node is left its entry is what was counted before it.
  void leave_up_to(const GumboNode* node, const GumboNode* stop) {
    for (; node != nullptr && node != stop; node = node->parent)
      sizes_[node] = total_ - sizes_[node];
  }

  std::unordered_map<const GumboNode*, std::size_t> sizes_;
  std::size_t total_ = 0;
};

class BodyReader {
 public:
  explicit BodyReader(const GumboNode* top) : top_(top), sizes_(top) {}

  std::string read() {
    const GumboNode* article = marked_article();
    read_below(article != nullptr ? article : densest(),
               [this](const GumboNode* node) { return is_left_out(node); });
    return std::move(lines_);
  }

  // Everything but what is no text of an article whatever surrounds it.
  std::string read_all() {
    read_below(top_, [](const GumboNode* node) {
      return is_left_out_element(node) && tag_of(node) != GUMBO_TAG_TIME;
    });
    end_line({});
    return std::move(lines_);
  }

 private:
  template <class LeftOut>
  void read_below(const GumboNode* container, LeftOut left_out) {
    const GumboNode* node = container;
    while (node != nullptr) {
      const bool dropped = node != container && left_out(node);
      if (!dropped) enter(node);
      const GumboNode* next = next_node(node, container, dropped);
      leave_between(node, next, container);
      node = next;
    }
  }

  bool is_left_out(const GumboNode* node) {
    if (!is_element(node)) return false;
    if (is_first_heading(node)) return true;
    if (is_left_out_element(node) || is_hidden(node)) return !sizes_.is_most_of_page(node, top_);
    return (has_side_role(node) || has_side_class(node)) && !sizes_.is_most_of_page(node, top_);
  }

  bool is_first_heading(const GumboNode* node) {
    if (tag_of(node) != GUMBO_TAG_H1 || heading_seen_) return false;
    heading_seen_ = true;
    return true;
  }

  // The largest element that says it is the article's body and holds a fair part of the page's
  // text.
  const GumboNode* marked_article() const {
    const GumboNode* best = nullptr;
    for (const GumboNode* node = top_; node != nullptr; node = next_node(node, top_)) {
      if (attribute(node, "itemprop") != "articleBody") continue;
      if (best == nullptr || sizes_.of(node) > sizes_.of(best)) best = node;
    }
    return best != nullptr && sizes_.of(best) * 4 >= sizes_.of(top_) && sizes_.of(best) > 0
               ? best
               : nullptr;
  }

  // The smallest element that holds seven tenths of the page's running text.
  const GumboNode* densest() {
    const GumboNode* container = top_;
    for (const GumboNode* node = next_node(top_, top_); node != nullptr;) {
      const bool holds_most = is_element(node) && is_block(node) && tag_of(node) != GUMBO_TAG_P &&
                              sizes_.of(node) * 10 >= sizes_.of(top_) * 7 && sizes_.of(node) > 0;
      if (holds_most) container = node;
      node = next_node(node, top_, is_element(node) && !holds_most);
    }
    return container;
  }

  void enter(const GumboNode* node) {
    if (is_text(node)) {
      line_ += text_of_node(node);
    } else if (is_block(node)) {
      end_line("\n\n");
    } else if (tag_of(node) == GUMBO_TAG_BR) {
      end_line("\n");
    } else if (tag_of(node) == GUMBO_TAG_TD || tag_of(node) == GUMBO_TAG_TH) {
      line_ += ' ';
    }
  }

  // Ends the lines of the blocks that lie between a node and the one visited next.
  void leave_between(const GumboNode* node, const GumboNode* next, const GumboNode* container) {
    const GumboNode* stop = next == nullptr ? container->parent : next->parent;
    for (const GumboNode* left = node; left != nullptr && left != stop; left = left->parent) {
      if (is_block(left)) {
        end_line("\n\n");
        return;
      }
    }
  }

  void end_line(std::string_view gap) {
    const std::string line = text::collapse_blanks(line_);
    line_.clear();
    if (line.empty()) return;
    lines_ += line;
    lines_ += gap;
  }

  const GumboNode* top_;
  TextSizes sizes_;
  std::string lines_;
  std::string line_;
  bool heading_seen_ = false;
};

}  // namespace

std::string body_lines(const HtmlTree& tree) { return BodyReader(tree.root()).read(); }

std::string all_lines(const HtmlTree& tree) { return BodyReader(tree.root()).read_all(); }

}  // namespace fihris::indexer::html
