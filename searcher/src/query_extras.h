// What may match besides the words of a query.
#pragma once

#include "synonyms.h"
#include "variant_finder.h"

namespace fihris::internal {

// Null: not wanted.
struct QueryExtras {
  VariantFinder* variants = nullptr;
  const Synonyms* synonyms = nullptr;
};

}  // namespace fihris::internal
