#include "html/html_fragment.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "html/html_body.h"
#include "html/html_prepass.h"
#include "html/html_tree.h"
#include "text/unicode_text.h"

namespace fihris::indexer::html {
namespace {

// Elements that begin and end lines by themselves.
constexpr std::string_view kBlocks[] = {
    "p",  "br", "div", "h1", "h2", "h3",    "h4",         "h5",     "h6",      "ul",     "ol",
    "li", "dl", "hr",  "tr", "td", "table", "blockquote", "figure", "article", "section"};
constexpr std::string_view kInline[] = {
    "a",    "abbr", "b",    "i",    "u",          "s",      "em",    "strong", "span",   "font",
    "img",  "sub",  "sup",  "del",  "ins",        "mark",   "small", "big",    "strike", "center",
    "cite", "code", "pre",  "th",   "tbody",      "script", "style", "iframe", "video",  "audio",
    "html", "body", "head", "time", "figcaption", "label",  "q",     "wbr"};
// Character references that are in use in texts; a name beyond them may be anything.
constexpr std::string_view kReferences[] = {
    "amp",   "lt",    "gt",    "quot",  "apos",   "nbsp",  "laquo",  "raquo", "ldquo", "rdquo",
    "lsquo", "rsquo", "ndash", "mdash", "hellip", "bull",  "middot", "copy",  "reg",   "shy",
    "zwnj",  "zwj",   "lrm",   "rlm",   "times",  "sbquo", "bdquo",  "eacute"};

template <std::size_t N>
bool among(std::string_view name, const std::string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// The name of the element whose start or end tag stands at the '<' at `pos`, in lower case; empty
// where it reads otherwise: «<b و c>» is none, for attributes have Latin names.
std::string element_at(std::string_view text, std::size_t pos) {
  std::size_t at = pos + 1;
  if (at < text.size() && text[at] == '/') ++at;
  std::string name;
  for (; at < text.size() && (is_letter(text[at]) || is_digit(text[at])); ++at)
    name += is_letter(text[at]) ? static_cast<char>(text[at] | 0x20) : text[at];
  const std::size_t behind = at;
  while (at < text.size() && is_space(text[at])) ++at;
  const std::size_t attribute = at;
  while (at > behind && at < text.size() && (is_letter(text[at]) || text[at] == '-')) ++at;
  if (at > attribute) return text.substr(at, 1) == "=" ? name : std::string();
  if (at < text.size() && text[at] == '/') ++at;
  return text.substr(at, 1) == ">" ? name : std::string();
}

struct Tags {
  bool any = false;
  bool blocks = false;
};
Tags tags_in(std::string_view text) {
  Tags tags;
  for (std::size_t at = text.find('<'); at != text.npos && !tags.blocks;
       at = text.find('<', at + 1)) {
    const std::string name = element_at(text, at);
    tags.blocks = among(name, kBlocks);
    tags.any = tags.any || tags.blocks || among(name, kInline);
  }
  return tags;
}

// «&nbsp;», «&#8217;», «&#x2019;» at the '&' at `pos`.
bool is_reference(std::string_view text, std::size_t pos) {
  constexpr std::size_t kLongest = 10;
  const std::string_view rest = text.substr(pos + 1, kLongest);
  const std::size_t end = rest.find(';');
  if (end == rest.npos) return false;
  std::string_view name = rest.substr(0, end);
  if (!name.starts_with('#')) return among(name, kReferences);
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  return !name.empty() &&
         name.find_first_not_of(hexadecimal ? "0123456789abcdefABCDEF" : "0123456789") == name.npos;
}

bool has_references(std::string_view text) {
  for (std::size_t at = text.find('&'); at != text.npos; at = text.find('&', at + 1)) {
    if (is_reference(text, at)) return true;
  }
  return false;
}

void replace_all(std::string& text, std::string_view old, std::string_view fresh) {
  for (std::size_t at = text.find(old); at != text.npos; at = text.find(old, at + fresh.size()))
    text.replace(at, old.size(), fresh);
}

// A text in which every '<' that begins no tag, and every line break that is one, says so in HTML.
std::string as_page(std::string_view text, Tags tags) {
  std::string page;
  bool in_tag = false;
  for (std::size_t pos = 0; pos < text.size(); ++pos) {
    if (text[pos] == '<') in_tag = !element_at(text, pos).empty();
    if (text[pos] == '>') in_tag = false;
    if (text[pos] == '<' && !in_tag && text.substr(pos, 4) != "<!--") {
      page += "&lt;";
    } else if (text[pos] == '\n' && !tags.blocks && !in_tag) {
      page += "<br>";
    } else {
      page += text[pos];
    }
  }
  return page;
}

// Nothing when the fragment is nested too deep.
std::optional<std::string> lines_of(std::string_view fragment) {
  const HtmlPrepass page = prepare_html(fragment);
  if (page.too_deep) return std::nullopt;
  const HtmlTree tree(page.markup);
  std::string lines = all_lines(tree);
  replace_all(lines, "\n\n", "\n");
  return std::string(text::trim(lines));
}

}  // namespace

void replace_markup(std::string& text) {
  constexpr int kMostEscapes = 2;
  if (text.find_first_of("<&") == std::string::npos) return;
  for (int pass = 0; pass < kMostEscapes; ++pass) {
    const Tags tags = tags_in(text);
    if (!tags.any && !has_references(text)) return;
    std::optional<std::string> plain = lines_of(as_page(text::with_plain_newlines(text), tags));
    if (!plain) return;
    text = *std::move(plain);
    if (tags.any) return;
  }
}

}  // namespace fihris::indexer::html
