// A query that demands less.
#pragma once

#include "query/parsed_query.h"

namespace fihris::query {

// Takes the last of the words, quotations and beginnings off that stand side by side in the query
// without a sign or a field. False when there are not two.
bool drop_last_word(ParsedQuery& query);

// Makes words that rank of a query that is a quotation, or several side by side, of at least three
// words each: such a one was copied or remembered, and whoever finds it nowhere wants what comes
// near. A shorter one is a name, whose order matters. Adds a remark. False for any other query.
bool rank_quotation_as_words(ParsedQuery& query);

}  // namespace fihris::query
