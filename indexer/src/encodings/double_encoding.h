// Text that was read in a wrong encoding and saved as what it looked like.
#pragma once

#include <string>

namespace fihris::indexer::encodings {

// «Ø§Ù„», «ط§ظ„» (UTF-8 read as windows-1252 or windows-1256) and «Çá» (windows-1256 read as
// windows-1252) become «ال», even if that was done to it more than once. Gives how many times; 0
// leaves the text as it is. Letters beside the spoilt ones that are sound stay. Quick for sound
// text. Thread-safe.
int repair_double_encoding(std::string& utf8);

}  // namespace fihris::indexer::encodings
