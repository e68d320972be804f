#include "request/refusal.h"

#include "fihris/stemmer/analyzer.h"
#include "fihris/store/error.h"

namespace fihris::searcher::request {

void refuse(const RequestOption& option, std::string_view called, const std::string& what) {
  throw Error(ErrorCode::kUsage,
              std::string(called) + " must be " + allowed_values(option) + ", not " + what + ".");
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kMaxBytes = 60;
  std::size_t end = text.size();
  if (end > kMaxBytes) {
    end = kMaxBytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return '"' + repair_utf8(text.substr(0, end)) + (end < text.size() ? "…\"" : "\"");
}

}  // namespace fihris::searcher::request
