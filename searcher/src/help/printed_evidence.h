// How words stand in the texts of an index.
#pragma once

#include <xapian.h>

#include <string_view>

#include "search/plain_search.h"
#include "words/other_keyboard.h"

namespace fihris::searcher::help {

// How the index has a word in just this form, going by the best articles that have it. `database`
// is what is searched. Xapian's errors pass through.
words::PrintedEvidence printed_evidence(std::string_view word, search::PlainSearch& search,
                                        const Xapian::Database& database);

}  // namespace fihris::searcher::help
