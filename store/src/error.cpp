#include "fihris/store/error.h"

namespace fihris {

std::string_view to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::kUsage:
      return "usage";
    case ErrorCode::kIndexMissing:
      return "index_missing";
    case ErrorCode::kIndexLocked:
      return "index_locked";
    case ErrorCode::kIndexDamaged:
      return "index_damaged";
    case ErrorCode::kIndexIncompatible:
      return "index_incompatible";
    case ErrorCode::kInputOutput:
      return "input_output";
  }
  return "unknown";
}

}  // namespace fihris
