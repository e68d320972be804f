// From a scraped page to the article a person would recognise.
#pragma once

#include <string>
#include <string_view>

#include "fihris/store/article.h"

namespace fihris {

// Splits the plain text of a scraped page into title, summary, body and agencies, and drops what is
// not the article: bylines made of «|», share prompts, "Exit mobile version", related-article
// blocks with their view counts, photo captions. Only removes what it recognises by a rule; text
// that matches no rule stays. Never leaves an article empty that had words: when the rules would
// take everything, the text is kept as it was.
Article clean_page(std::string_view text);

}  // namespace fihris
