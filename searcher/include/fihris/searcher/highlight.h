// Marks the wanted words in a text and chooses the best passages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/request.h"
#include "fihris/searcher/results.h"
#include "fihris/stemmer/analyzer.h"

namespace fihris {

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

struct HighlightOptions {
  std::size_t fragments = 2;
  std::size_t graphemes = kSnippetGraphemes;  // length aimed at for a fragment
};

// All marks in `text`: byte ranges of whole printed words (clitics and marks included), ascending,
// disjoint; the words of a phrase are one range. `tokens` is scratch.
std::vector<Span> find_marks(std::string_view text, const std::vector<Wanted>& wanted,
                             Analyzer& analyzer);

// `field` "title" lets words wanted in the title only be marked.
// The best passages of `text`, best first. Sentence-aware; text is byte for byte the field's.
std::vector<Snippet> highlight(std::string_view field, std::string_view text,
                               const std::vector<Wanted>& wanted, Analyzer& analyzer,
                               const HighlightOptions& options);

}  // namespace fihris
