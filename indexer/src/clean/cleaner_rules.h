// The cleaner for readers that know parts of an article already, from markup.
#pragma once

#include <string_view>

#include "fihris/store/article.h"

namespace fihris::indexer::clean {

// As clean_page(), on valid UTF-8, for a page whose title, date, section or author may be `known`:
// those are kept and only looked for where empty; a line that repeats the title is dropped. With
// `whole_paragraphs` each line is a paragraph of its own and nothing is joined.
Article clean_lines(std::string_view text, Article known, bool whole_paragraphs);

}  // namespace fihris::indexer::clean
