// A parsed web page and the questions its readers ask of it.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::html {

// The tree of a page; `markup` must outlive it.
class HtmlTree {
 public:
  explicit HtmlTree(std::string_view markup);
  const GumboNode* root() const { return output_->root; }

 private:
  struct Destroy {
    void operator()(GumboOutput* output) const;
  };
  std::unique_ptr<GumboOutput, Destroy> output_;
};

// The node that follows in document order below `top`; with `skip_children` the one behind the
// whole of `node`. Null at the end. Walks without recursion.
const GumboNode* next_node(const GumboNode* node, const GumboNode* top, bool skip_children = false);

bool is_element(const GumboNode* node);
bool is_text(const GumboNode* node);
GumboTag tag_of(const GumboNode* node);  // GUMBO_TAG_UNKNOWN for what is no element
// Empty when absent. Views into the tree.
std::string_view attribute(const GumboNode* node, const char* name);
bool has_attribute(const GumboNode* node, const char* name);
std::string_view text_of_node(const GumboNode* text);

// True for elements that begin and end lines.
bool is_block(const GumboNode* node);

// All text below `node`, blanks collapsed; reading stops behind `limit` bytes or nodes.
std::string text_below(const GumboNode* node, std::size_t limit);

// The words of class and id in lower case, taken apart at everything but letters and digits:
// "post-meta" → post, meta.
std::vector<std::string> style_words(const GumboNode* node);

}  // namespace fihris::indexer::html
