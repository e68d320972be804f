// A fixed set of phrases, compared by phrase_key().
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>

#include "text/unicode_text.h"

namespace fihris::indexer::text {

// Immutable once built, so safe to share between threads.
class PhraseSet {
 public:
  PhraseSet(std::initializer_list<std::string_view> phrases) {
    for (const std::string_view phrase : phrases) keys_.insert(phrase_key(phrase));
  }
  // For lists too long for a function.
  template <std::size_t N>
  explicit PhraseSet(const std::string_view (&phrases)[N]) {
    for (const std::string_view phrase : phrases) keys_.insert(phrase_key(phrase));
  }
  bool has_key(std::string_view key) const { return keys_.find(key) != keys_.end(); }
  bool has(std::string_view phrase) const { return has_key(phrase_key(phrase)); }
  // A phrase of the set that the key begins with, as whole words.
  bool opens(std::string_view key) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const std::string& phrase) {
      return key.substr(0, phrase.size()) == phrase &&
             (key.size() == phrase.size() || key[phrase.size()] == ' ');
    });
  }

 private:
  std::set<std::string, std::less<>> keys_;
};

}  // namespace fihris::indexer::text
