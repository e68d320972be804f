// A scraped page as lines with their shape and, once the rules have run, their role.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::clean {

enum class LineRole : std::uint8_t {
  kText,  // of the article
  kTitle,
  kSection,
  kSummary,
  kDate,
  kByline,
  kTags,
  kAgencies,
  kCaption,  // of a photo
  kRelated,  // another article
  kNoise,    // buttons, counters, forms
};

// What stands at the end of a line, closing quotes and brackets aside.
enum class LineEnd : std::uint8_t {
  kOpen,
  kStop,
  kQuestion,
  kEllipsis,
  kColon,
  kComma
};  // kColon: of semicolons too

struct PageLine {
  std::string_view text;    // trimmed
  std::string key;          // phrase_key of a short line; empty for a long one
  std::size_t letters = 0;  // counted up to kManyLetters
  std::size_t words = 0;    // counted up to kManyWords
  LineEnd end = LineEnd::kOpen;
  bool after_blank = false;  // an empty line stands before it
  LineRole role = LineRole::kText;
};
inline constexpr std::size_t kManyLetters = 400;
inline constexpr std::size_t kManyWords = 60;

// The lines of `text` that are not blank; views into it. Nothing when there are more than any
// article has.
std::optional<std::vector<PageLine>> split_lines(std::string_view text);

LineEnd line_end(std::string_view text);

// Running text: a full sentence with its stop, or too long to be anything else.
bool is_prose(const PageLine& line);
// Could be a headline: some words, not too many, no full stop.
bool is_title_like(const PageLine& line);
// A counter standing alone: «16», «١٬٢٠٠», "1.2K".
bool is_count(const PageLine& line);
// A line of a list: begins with a dash or a bullet.
bool is_bullet(const PageLine& line);
std::string_view without_bullet(std::string_view text);

}  // namespace fihris::indexer::clean
