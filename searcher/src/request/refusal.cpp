#include "request/refusal.h"

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/internal/utf8.h"
#include "fihris/store/error.h"

namespace fihris::searcher::request {

void refuse(const RequestOption& option, std::string_view called, const std::string& what) {
  throw Error(ErrorCode::kUsage,
              std::string(called) + " must be " + allowed_values(option) + ", not " + what + ".");
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMaxBytes = 60;
  const std::string_view shown = stemmer::first_bytes(text, kMaxBytes);
  return '"' + repair_utf8(shown) + (shown.size() < text.size() ? "…\"" : "\"");
}

}  // namespace fihris::searcher::request
