#include "html/html_prepass.h"

#include <algorithm>
#include <array>
#include <set>

#include "html/html_nesting.h"

namespace fihris::indexer::html {
namespace {

constexpr std::size_t kMaxAttributes = 24;  // the parser compares each with all before it

constexpr std::array<std::string_view, 14> kLeftOut{
    "script", "style", "iframe",   "noembed",  "noframes", "xmp",   "textarea",
    "svg",    "math",  "noscript", "template", "canvas",   "video", "audio"};

constexpr std::array<std::string_view, 18> kAttributes{
    "class",   "id",    "role",        "itemprop", "property", "name",
    "content", "rel",   "href",        "datetime", "lang",     "dir",
    "hidden",  "style", "aria-hidden", "itemtype", "type",     "http-equiv"};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

template <std::size_t N>
bool among(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

int digit_value(char c, int base) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return base == 16 && small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// Behind the character reference "&#…" at `begin` when no character has so large a number; `begin`
// when it is a good one or none.
std::size_t end_of_huge_reference(std::string_view page, std::size_t begin) {
  constexpr char32_t kLast = 0x10FFFF;
  std::size_t pos = begin + 2;
  const bool hexadecimal = pos < page.size() && (page[pos] | 0x20) == 'x';
  const int base = hexadecimal ? 16 : 10;
  char32_t number = 0;
  for (pos += hexadecimal ? 1 : 0; pos < page.size() && digit_value(page[pos], base) >= 0; ++pos) {
    const auto next =
        number * static_cast<char32_t>(base) + static_cast<char32_t>(digit_value(page[pos], base));
    number = std::min(next, kLast + 1);
  }
  if (number <= kLast) return begin;
  return pos < page.size() && page[pos] == ';' ? pos + 1 : pos;
}

// Takes out character references whose number is too large: Gumbo 0.10.1 counts it in an int that
// overflows, and then writes bytes that are no UTF-8.
std::string without_huge_references(std::string_view page) {
  std::string out;
  std::size_t done = 0;
  for (std::size_t at = page.find("&#"); at != std::string_view::npos;
       at = page.find("&#", at + 2)) {
    const std::size_t end = end_of_huge_reference(page, at);
    if (end == at) continue;
    out.append(page, done, at - done).append("\uFFFD");
    done = end;
  }
  return out.append(page, done);
}

struct Tag {
  std::string name;
  std::string attributes;  // " class=…" as printed
  std::size_t end = 0;     // behind the '>'
};

// Reads one tag as the standard's tokenizer does: a quote opens a value only after '='.
class TagReader {
 public:
  TagReader(std::string_view page, std::size_t pos) : page_(page), pos_(pos) {}

  Tag read() {
    Tag tag;
    const std::size_t begin = pos_;
    while (more() && !is_space(here()) && here() != '>' && here() != '/') ++pos_;
    tag.name = lower(page_.substr(begin, pos_ - begin));
    for (std::size_t count = 0; next_attribute();) {
      if (!among(lower(name_), kAttributes) || ++count > kMaxAttributes) continue;
      tag.attributes += ' ';
      tag.attributes += page_.substr(attribute_begin_, pos_ - attribute_begin_);
    }
    if (more()) ++pos_;
    tag.end = pos_;
    return tag;
  }

 private:
  bool more() const { return pos_ < page_.size(); }
  char here() const { return page_[pos_]; }
  void skip_spaces() {
    while (more() && is_space(here())) ++pos_;
  }

  bool next_attribute() {
    while (more() && (is_space(here()) || here() == '/')) ++pos_;
    if (!more() || here() == '>') return false;
    attribute_begin_ = pos_;
    do {
      ++pos_;  // a name may begin with '=' but not go on past one
    } while (more() && !is_space(here()) && here() != '>' && here() != '/' && here() != '=');
    name_ = page_.substr(attribute_begin_, pos_ - attribute_begin_);
    const std::size_t name_end = pos_;
    skip_spaces();
    if (!more() || here() != '=') {
      pos_ = name_end;
      return true;
    }
    ++pos_;
    skip_spaces();
    skip_value();
    return true;
  }

  void skip_value() {
    if (!more() || here() == '>') return;
    if (here() == '"' || here() == '\'') {
      const std::size_t close = page_.find(here(), pos_ + 1);
      pos_ = close == std::string_view::npos ? page_.size() : close + 1;
      return;
    }
    while (more() && !is_space(here()) && here() != '>') ++pos_;
  }

  std::string_view page_;
  std::size_t pos_;
  std::size_t attribute_begin_ = 0;
  std::string_view name_;
};

class Prepass {
 public:
  explicit Prepass(std::string_view page) : page_(page) { result_.markup.reserve(page.size() / 2); }

  HtmlPrepass run() {
    while (pos_ < page_.size() && !result_.too_deep) {
      const std::size_t tag = std::min(page_.find('<', pos_), page_.size());
      result_.markup += page_.substr(pos_, tag - pos_);
      pos_ = tag;
      if (pos_ < page_.size()) read_markup();
    }
    return std::move(result_);
  }

 private:
  char at(std::size_t offset) const {
    return pos_ + offset < page_.size() ? page_[pos_ + offset] : '\0';
  }

  void read_markup() {
    if (page_.substr(pos_, 4) == "<!--") {
      pos_ = comment_end();
    } else if (at(1) == '!' || at(1) == '?' || (at(1) == '/' && !is_letter(at(2)))) {
      pos_ = std::min(page_.find('>', pos_), page_.size() - 1) + 1;
    } else if (at(1) == '/') {
      read_end_tag();
    } else if (is_letter(at(1))) {
      read_start_tag();
    } else {
      result_.markup += "&lt;";
      ++pos_;
    }
  }

  // Behind the comment; all the rest when nothing closes it, as in a browser.
  std::size_t comment_end() const {
    for (std::size_t dashes = page_.find("--", pos_ + 2); dashes != std::string_view::npos;
         dashes = page_.find("--", dashes + 1)) {
      const std::string_view rest = page_.substr(dashes + 2);
      if (rest.substr(0, 1) == ">") return dashes + 3;
      if (rest.substr(0, 2) == "!>" && dashes > pos_ + 2) return dashes + 4;
    }
    return page_.size();
  }

  void read_end_tag() {
    const Tag tag = TagReader(page_, pos_ + 2).read();
    pos_ = tag.end;
    if (among(tag.name, kLeftOut) || tag.name == "plaintext") return;
    result_.markup += "</" + tag.name + '>';
    result_.too_deep = !nesting_.close(tag.name);
  }

  void read_start_tag() {
    const Tag tag = TagReader(page_, pos_ + 1).read();
    pos_ = tag.end;
    if (tag.name == "plaintext") return;
    if (among(tag.name, kLeftOut)) return leave_out(tag);
    result_.markup += '<' + tag.name + tag.attributes + '>';
    if (tag.name == "title") return copy_title();
    result_.too_deep = !nesting_.open(tag.name);
  }

  void leave_out(const Tag& tag) {
    const std::size_t end = end_tag(tag.name);
    if (end == std::string_view::npos) {
      // An unclosed script hides the rest of the page; of the other elements only the tag itself is
      // lost.
      if (tag.name == "script" || tag.name == "style") pos_ = page_.size();
      return;
    }
    const bool is_data =
        tag.name == "script" && tag.attributes.find("ld+json") != std::string::npos;
    if (is_data) result_.json_ld.emplace_back(page_.substr(pos_, end - pos_));
    pos_ = std::min(page_.find('>', end), page_.size() - 1) + 1;
    result_.markup += ' ';
  }

  void copy_title() {
    // The parser reads no tags up to the end tag, so none may be counted; without one it would read
    // none at all.
    const std::size_t end = end_tag("title");
    if (end == std::string_view::npos) {
      result_.markup += "</title>";
      return;
    }
    result_.markup += page_.substr(pos_, end - pos_);
    pos_ = end;
  }

  // Where "</name" stands next, or npos. A name once not found is not searched for again: a page of
  // nothing but <svg> would be read to its end for each.
  std::size_t end_tag(const std::string& name) {
    if (unclosed_.count(name) != 0) return std::string_view::npos;
    for (std::size_t at = page_.find("</", pos_); at != std::string_view::npos;
         at = page_.find("</", at + 2)) {
      if (lower(page_.substr(at + 2, name.size())) == name) return at;
    }
    unclosed_.insert(name);
    return std::string_view::npos;
  }

  std::string_view page_;
  std::size_t pos_ = 0;
  HtmlPrepass result_;
  HtmlNesting nesting_;
  std::set<std::string> unclosed_;
};

}  // namespace

HtmlPrepass prepare_html(std::string_view page) {
  return Prepass(without_huge_references(page)).run();
}

}  // namespace fihris::indexer::html
