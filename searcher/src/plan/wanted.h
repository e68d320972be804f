// What of a text is to be marked.
#pragma once

#include <string>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::searcher::plan {

// One thing to mark: a single token or, for a phrase, several sequence tokens in a row. Compared by
// term, so a query word marks all its forms.
struct WantedToken {
  TokenKind kind = TokenKind::kArabic;
  std::string lemma;
  std::string norm;  // when not empty, only this form (for `=word`)
};
struct Wanted {
  std::vector<WantedToken> tokens;  // 1: a word; more: a phrase
  unsigned slop = 0;
  double weight = 1;        // e.g. the term's idf: what a passage gains by having it
  bool prefix = false;      // a single token: lemma or norm begins with `lemma`
  bool title_only = false;  // of a `title:` query: not marked elsewhere
};

}  // namespace fihris::searcher::plan
