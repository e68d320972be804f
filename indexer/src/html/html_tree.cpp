#include "html/html_tree.h"

#include "text/unicode_text.h"

namespace fihris::indexer::html {
namespace {

const GumboVector* children_of(const GumboNode* node) {
  switch (node->type) {
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node->v.element.children;
    case GUMBO_NODE_DOCUMENT:
      return &node->v.document.children;
    default:
      return nullptr;
  }
}

const GumboNode* sibling_after(const GumboNode* node) {
  const GumboVector* siblings = children_of(node->parent);
  const std::size_t next = node->index_within_parent + 1;
  return siblings != nullptr && next < siblings->length
             ? static_cast<const GumboNode*>(siblings->data[next])
             : nullptr;
}

void add_words(std::string_view text, std::vector<std::string>& words) {
  std::string word;
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      word += upper ? static_cast<char>(c | 0x20) : c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
}

}  // namespace

HtmlTree::HtmlTree(std::string_view markup) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // every page has some; nobody reads them
  output_.reset(gumbo_parse_with_options(&options, markup.data(), markup.size()));
}

void HtmlTree::Destroy::operator()(GumboOutput* output) const {
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

const GumboNode* next_node(const GumboNode* node, const GumboNode* top, bool skip_children) {
  const GumboVector* children = children_of(node);
  if (!skip_children && children != nullptr && children->length > 0) {
    return static_cast<const GumboNode*>(children->data[0]);
  }
  for (; node != top; node = node->parent) {
    if (const GumboNode* sibling = sibling_after(node)) return sibling;
  }
  return nullptr;
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
         node->type == GUMBO_NODE_CDATA;
}

GumboTag tag_of(const GumboNode* node) {
  return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN;
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : text::trim(found->value);
}

bool has_attribute(const GumboNode* node, const char* name) {
  return is_element(node) && gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

std::string_view text_of_node(const GumboNode* text) { return text->v.text.text; }

bool is_block(const GumboNode* node) {
  switch (tag_of(node)) {
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

std::string text_below(const GumboNode* node, std::size_t limit) {
  std::string text;
  std::size_t seen = 0;  // elements without text cost time too
  for (const GumboNode* at = node; at != nullptr && text.size() < limit && seen < limit;
       at = next_node(at, node)) {
    ++seen;
    if (is_text(at)) {
      text += text_of_node(at);
    } else if (is_block(at) || tag_of(at) == GUMBO_TAG_BR) {
      text += ' ';
    }
  }
  return text::collapse_blanks(text);
}

std::vector<std::string> style_words(const GumboNode* node) {
  std::vector<std::string> words;
  add_words(attribute(node, "class"), words);
  add_words(attribute(node, "id"), words);
  return words;
}

}  // namespace fihris::indexer::html
