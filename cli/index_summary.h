// What `fihris index` says in the end.
#pragma once

#include <string>

#include "fihris/indexer/archive.h"

namespace fihris::cli {

enum class Tense : std::uint8_t { kDone, kWouldBe };

// Lines for standard output.
std::string summary_of(const ArchiveReport& report, Tense tense);
// Names on standard error what could not be taken in, the first of it.
void complain_of_rejected(const ArchiveReport& report);

}  // namespace fihris::cli
