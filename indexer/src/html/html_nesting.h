// How deep a page nests, told from its tags alone and never less than the parser will make it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fihris::indexer::html {

// Follows the HTML standard's tree construction where it matters for depth: a formatting element
// (b, i, a …) left open is opened again inside every block that follows; an inline end tag does not
// reach through a block; no end tag reaches out of a table. Names are in lower case.
class HtmlNesting {
 public:
  // False when the page has become deeper, or more work, than a page can honestly be.
  bool open(std::string_view name);
  bool close(std::string_view name);

 private:
  static constexpr std::size_t kFormatting = 14;

  bool within_limits();
  void close_inline(std::string_view name);
  void close_block(std::string_view name);

  std::vector<std::string> open_;
  std::array<std::size_t, kFormatting> formatting_{};  // how many of each are open
  std::size_t formatting_open_ = 0;
  std::uint64_t steps_ = 0;
  std::uint64_t reopened_ = 0;
};

}  // namespace fihris::indexer::html
