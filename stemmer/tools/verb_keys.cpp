#include "verb_keys.h"

#include <cstdint>
#include <map>
#include <utility>

#include "text/letters.h"

namespace fihris::lemma_tool {
namespace {

struct Present {
  std::string letters;  // folded
  std::uint64_t count = 0;
};

using Verbs = std::map<std::string, Present>;  // past → its commonest present

// Folded past → the verbs that share it.
std::map<std::string, Verbs> verbs_by_past(const Dictionary& dictionary, const WordCounts& counts) {
  std::map<std::string, Verbs> found;
  for (const Stem& stem : dictionary.stems()) {
    if (stem.verb.empty() || stem.letters[0] != 'y') continue;
    Present& best = found[fold_letters(stem.verb)][stem.verb];
    const std::string folded = fold_letters(stem.letters);
    const std::uint64_t count = counts.folded_count(folded);
    if (best.letters.empty() || count > best.count) best = {folded, count};
  }
  return found;
}

}  // namespace

VerbKeys::VerbKeys(const Dictionary* dictionary, const WordCounts& counts) {
  if (dictionary == nullptr) return;
  for (const auto& [past, verbs] : verbs_by_past(*dictionary, counts)) {
    const Present* commonest = &verbs.begin()->second;
    for (const auto& [verb, present] : verbs) {
      if (present.count > commonest->count) commonest = &present;
    }
    for (const auto& [verb, present] : verbs) {
      if (present.letters != commonest->letters) by_present_.emplace(verb, present.letters);
    }
  }
}

std::string VerbKeys::of(const std::string& past) const {
  const auto found = by_present_.find(past);
  return found == by_present_.end() ? fold_letters(past) : found->second;
}

bool VerbKeys::differ(const std::string& past, const std::string& other) const {
  return fold_letters(past) == fold_letters(other) && of(past) != of(other);
}

}  // namespace fihris::lemma_tool
