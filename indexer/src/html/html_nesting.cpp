#include "html/html_nesting.h"

#include <algorithm>

namespace fihris::indexer::html {
namespace {

constexpr std::size_t kMaxDepth = 512;
constexpr std::uint64_t kMaxSteps =
    100'000'000;  // of looking through open elements, here and in the parser
constexpr std::uint64_t kMaxReopened = 2'000'000;  // nodes the parser may have to add

constexpr std::array<std::string_view, 14> kFormattingNames{
    "a", "nobr", "b",     "big",    "code",   "em", "font",
    "i", "s",    "small", "strike", "strong", "tt", "u"};

// No end tag, or one that may be left out because the next start tag implies it.
constexpr std::string_view kNotNesting[] = {
    "area",  "base",   "basefont", "bgsound", "br",   "col",   "embed",  "frame", "hr",
    "img",   "input",  "keygen",   "link",    "meta", "param", "source", "track", "wbr",
    "p",     "li",     "dd",       "dt",      "tr",   "td",    "th",     "thead", "tbody",
    "tfoot", "option", "html",     "head",    "body", "title"};

constexpr std::string_view kBlocks[] = {
    "address", "article", "aside",    "blockquote", "button",   "center",     "details",
    "dialog",  "dir",     "div",      "dl",         "fieldset", "figcaption", "figure",
    "footer",  "form",    "frameset", "h1",         "h2",       "h3",         "h4",
    "h5",      "h6",      "header",   "hgroup",     "listing",  "main",       "menu",
    "nav",     "ol",      "pre",      "section",    "select",   "summary",    "table",
    "ul",      "caption", "colgroup", "applet",     "marquee",  "object"};

constexpr std::string_view kBoundaries[] = {"table",   "caption", "applet",
                                            "marquee", "object",  "select"};

template <typename Names>
bool among(std::string_view name, const Names& names) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

std::size_t formatting_index(std::string_view name) {
  return static_cast<std::size_t>(
      std::find(kFormattingNames.begin(), kFormattingNames.end(), name) - kFormattingNames.begin());
}

// A second <a> or <nobr> closes the first.
bool excludes_itself(std::string_view name) { return name == "a" || name == "nobr"; }

}  // namespace

bool HtmlNesting::within_limits() {
  steps_ += open_.size() + 1;
  reopened_ += formatting_open_;
  return open_.size() + formatting_open_ <= kMaxDepth && steps_ <= kMaxSteps &&
         reopened_ <= kMaxReopened;
}

bool HtmlNesting::open(std::string_view name) {
  const std::size_t index = formatting_index(name);
  if (index < kFormatting) {
    if (formatting_[index] == 0 || !excludes_itself(name)) {
      ++formatting_[index];
      ++formatting_open_;
    }
  } else if (!among(name, kNotNesting)) {
    open_.emplace_back(name);
  }
  return within_limits();
}

bool HtmlNesting::close(std::string_view name) {
  const std::size_t index = formatting_index(name);
  if (index < kFormatting) {
    if (formatting_[index] > 0) {
      --formatting_[index];
      --formatting_open_;
    }
  } else if (among(name, kBlocks)) {
    close_block(name);
  } else {
    close_inline(name);
  }
  return within_limits();
}

void HtmlNesting::close_inline(std::string_view name) {
  for (std::size_t i = open_.size(); i > 0; --i) {
    if (open_[i - 1] == name) return open_.resize(i - 1);
    if (among(open_[i - 1], kBlocks)) return;
  }
}

void HtmlNesting::close_block(std::string_view name) {
  for (std::size_t i = open_.size(); i > 0; --i) {
    if (open_[i - 1] == name) return open_.resize(i - 1);
    if (among(open_[i - 1], kBoundaries)) return;
  }
}

}  // namespace fihris::indexer::html
