// What to ask to find the articles that go together with one.
#pragma once

#include <xapian.h>

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/article.h"

namespace fihris::searcher::discover {

struct RelatedQuery {
  Xapian::Query query;    // empty: the article has no word that tells it from others
  double full_marks = 0;  // about what an article with all of the words would weigh
};

// The words by which the article differs from others, in proportion to how much each does
// (tf·idf: Spärck Jones 1972); those of the title and names count for more.
RelatedQuery related_query(const Article& article, const Xapian::Database& database,
                           Analyzer& analyzer);

}  // namespace fihris::searcher::discover
