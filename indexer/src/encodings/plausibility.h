// Does a text look like Arabic that somebody wrote?
#pragma once

#include <string_view>

namespace fihris::indexer::encodings {

// How much likelier these letters are as Arabic than by chance, in quarters of a bit and summed
// over the text: readings of the same bytes may be compared. Latin words count nothing; letters no
// language puts together, and characters that come of a wrong reading, count against it. Ill-formed
// UTF-8 counts as U+FFFD. Thread-safe.
int plausibility(std::string_view utf8);

}  // namespace fihris::indexer::encodings
