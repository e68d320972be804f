// Paragraphs that a page broke over several lines, and the title a text without one is given.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "clean/page_lines.h"

namespace fihris::indexer::clean {

enum class BreakAt : std::uint8_t {
  kTop,  // the upper line could be the headline
  kText,
};

// True when `lower` goes on with the sentence that `upper` began, as where a link was taken out of
// running text. Says so only on evidence in the words; headings and captions stay apart.
bool is_broken(const PageLine& upper, const PageLine& lower, BreakAt where);

// True when `upper` is too long to be a heading or caption, has no stop, and `lower` does not begin
// as paragraphs do. Only to be asked on a page that closes its paragraphs with stops.
bool is_unfinished(const PageLine& upper, const PageLine& lower);

// «قال», «أعلنت», «ذكر»: begins as a report does and a caption does not.
bool begins_with_report(std::string_view text);

// A headline for a text that has none: its first sentence, cut at a word where it is too long to be
// one.
std::string title_from_lead(std::string_view text);

}  // namespace fihris::indexer::clean
