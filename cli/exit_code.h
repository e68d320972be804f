// What the command tells the shell.
#pragma once

#include "fihris/store/error.h"

namespace fihris::cli {

// Part of the command line's contract: never renumber.
enum ExitCode : int {
  kDone = 0,          // found, or done
  kNothingFound = 1,  // the question was understood and the answer is empty
  kUsage = 2,         // the command line makes no sense
  kIndexTrouble = 3,  // missing, locked, damaged or incompatible index
  kInputOutput = 4,   // a file, the disk or the output failed
};

constexpr ExitCode exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return kUsage;
    case ErrorCode::kInputOutput:
      return kInputOutput;
    case ErrorCode::kIndexMissing:
    case ErrorCode::kIndexLocked:
    case ErrorCode::kIndexDamaged:
    case ErrorCode::kIndexIncompatible:
      return kIndexTrouble;
  }
  return kIndexTrouble;
}

}  // namespace fihris::cli
