// How a query was understood and how a hit came by its score.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris {

// A token of the query.
struct TracedToken {
  Span span;  // bytes of the query as analysed (operators and quotation marks blanked out)
  std::string text;
  std::string norm;
  std::string lemma;
  std::string source;  // how the lemma was found, as `fihris analyze` names it
  bool stop = false;   // ranks nothing
  std::uint64_t articles =
      0;  // that have the lemma; of both of an index's databases, dead included
};

// What `--explain` shows of a query. Stages in the order in which they happen.
struct QueryTrace {
  std::vector<TracedToken> tokens;
  std::string tree;    // as query::describe() writes it
  std::string xapian;  // the description Xapian gives of its query
};

// The summands of a hit's score, in shares of what an article with every word any number of times
// would get. first_pass is BM25, with recency where that was asked for; the rest is the second
// pass, 0 for hits that it did not look at.
struct ScoreParts {
  double first_pass = 0;
  double exact = 0;     // words in the form typed
  double window = 0;    // words close together
  double adjacent = 0;  // neighbours in the query that are neighbours in the text
  double quoted = 0;    // the same inside quotation marks
  double title = 0;     // words in the title
  double lead = 0;      // words where the body begins
  double family = 0;    // words that are not there but another of their root is
};

}  // namespace fihris
