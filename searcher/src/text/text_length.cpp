#include "text/text_length.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <algorithm>
#include <cstdint>
#include <memory>

#include "fihris/stemmer/internal/utf8.h"

namespace fihris::searcher::text {
namespace {

// A grapheme of more bytes is no writing; it may be torn.
constexpr std::size_t kMaxGraphemeBytes = 64;

// Nothing when ICU's data is missing.
icu::BreakIterator* break_iterator_of_thread() {
  thread_local std::unique_ptr<icu::BreakIterator> iterator;
  if (iterator == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  }
  // clang-tidy 14 takes a unique_ptr that is thread_local for one that has died.
  return iterator.get();  // NOLINT(clang-analyzer-cplusplus.NewDelete)
}

constexpr std::size_t kCountedAtOnce = 192;

std::size_t prefix_of_code_points(std::string_view text, std::size_t count) {
  std::size_t end = 0;
  for (; end < text.size() && count > 0; --count) {
    end = stemmer::boundary_behind(text, end + 1);
  }
  return end;
}

}  // namespace

std::size_t rough_graphemes(std::string_view text, std::size_t begin, std::size_t end) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t count = 0;
  if (begin == 0 && end > 0) count += stemmer::is_continuation_byte(bytes[begin++]) ? 0 : 1;
  // In stretches whose counts fit a byte: so the compiler makes it many bytes at once.
  while (begin < end) {
    const std::size_t stop = std::min(end, begin + kCountedAtOnce);
    std::uint8_t begins = 0;
    std::uint8_t signs = 0;
    for (std::size_t i = begin; i < stop; ++i) {
      const unsigned char byte = bytes[i];
      begins = static_cast<std::uint8_t>(begins + (stemmer::is_continuation_byte(byte) ? 0 : 1));
      const bool second = bytes[i - 1] == 0xD9;
      const bool sign = static_cast<unsigned char>(byte - 0x8B) <= 0x9F - 0x8B;
      signs = static_cast<std::uint8_t>(signs + ((second & sign) ? 1 : 0));
    }
    count += static_cast<std::size_t>(begins) - signs;
    begin = stop;
  }
  return count;
}

std::size_t prefix_of_graphemes(std::string_view text, std::size_t graphemes) {
  text = text.substr(0, prefix_of_code_points(text, graphemes * kMaxGraphemeBytes));
  icu::BreakIterator* iterator = break_iterator_of_thread();
  if (iterator == nullptr) return prefix_of_code_points(text, graphemes);
  UErrorCode status = U_ZERO_ERROR;
  UText utext = UTEXT_INITIALIZER;
  utext_openUTF8(&utext, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator->setText(&utext, status);
  std::int32_t end = 0;
  for (std::size_t i = 0; i < graphemes && U_SUCCESS(status); ++i) {
    const std::int32_t next = iterator->next();
    if (next == icu::BreakIterator::DONE) break;
    end = next;
  }
  utext_close(&utext);
  if (U_FAILURE(status)) return prefix_of_code_points(text, graphemes);
  return static_cast<std::size_t>(end);
}

}  // namespace fihris::searcher::text
