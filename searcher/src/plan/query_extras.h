// What may match besides the words of a query.
#pragma once

#include "words/synonyms.h"
#include "words/variant_finder.h"

namespace fihris::searcher::plan {

// Null: not wanted.
struct QueryExtras {
  words::VariantFinder* variants = nullptr;
  const words::Synonyms* synonyms = nullptr;
};

}  // namespace fihris::searcher::plan
