// The objects of a JSON text that is not one object a line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "read/byte_input.h"

namespace fihris::indexer::read {

// Finds where each outermost object begins and ends, by brackets and quotes alone: `[{…}, {…}]`,
// one object printed over many lines, or objects one after another. What is inside an object is
// judged by the parser later.
class JsonSplitter {
 public:
  explicit JsonSplitter(ByteInput& input) : input_(input) {}

  struct Piece {
    std::string json;        // the object; empty when there is trouble
    std::uint64_t line = 0;  // where it begins, 1-based
    std::string trouble;
  };
  std::optional<Piece> next();

 private:
  bool find_object(Piece& piece);
  void take_object(Piece& piece);
  bool step(char c);  // true when `c` closes the object

  ByteInput& input_;
  std::uint64_t line_ = 1;
  int depth_ = 0;
  bool in_text_ = false;
  bool escaped_ = false;
};

}  // namespace fihris::indexer::read
