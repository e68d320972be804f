#include "fihris/searcher/results.h"

#include <array>
#include <cstddef>

namespace fihris {

std::string_view to_string(MatchTier tier) {
  static constexpr std::array<std::string_view, 4> kNames = {"exact", "form", "lemma", "family"};
  return kNames[static_cast<std::size_t>(tier)];
}

std::string_view to_string(Correction::Reason reason) {
  static constexpr std::array<std::string_view, 3> kNames = {"spelling", "keyboard", "latin"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view to_string(Suggestion::Kind kind) {
  static constexpr std::array<std::string_view, 3> kNames = {"phrase", "name", "title"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view to_string(Relaxation::Kind kind) {
  static constexpr std::array<std::string_view, 8> kNames = {
      "filter", "field", "dates", "quotes", "required", "excluded", "form", "operators"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace fihris
