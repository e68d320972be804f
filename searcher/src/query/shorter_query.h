// A query that demands less.
#pragma once

#include "query/parsed_query.h"

namespace fihris::query {

// Takes the last of the words, quotations and beginnings off that stand side by side in the query
// without a sign or a field. False when there are not two.
bool drop_last_word(ParsedQuery& query);

}  // namespace fihris::query
