// Collects what the parser has to say, and stops when nobody would read on.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "fihris/searcher/query.h"

namespace fihris::query {

class Diagnostics {
 public:
  static constexpr std::size_t kMax = 20;

  void add(std::string message, Span span) {
    if (list_.size() < kMax) list_.push_back({std::move(message), span});
  }
  std::vector<Diagnostic> take() { return std::move(list_); }

 private:
  std::vector<Diagnostic> list_;
};

}  // namespace fihris::query
