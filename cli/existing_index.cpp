#include "existing_index.h"

#include <system_error>

#include "fihris/store/error.h"

namespace fihris::cli {

namespace fs = std::filesystem;

void require_index(const fs::path& dir) {
  std::error_code ignored;
  if (fs::exists(dir / "CURRENT", ignored)) return;
  throw Error(ErrorCode::kIndexMissing, "no index at " + dir.string() + ".",
              "Make one with \"fihris index --db " + dir.string() + " PATH\".");
}

}  // namespace fihris::cli
