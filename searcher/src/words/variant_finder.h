// Other spellings of the names in a query.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fihris/stemmer/token.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::words {

// Remembers what it has found. Not thread-safe. A word the lexicon knows costs one look-up in it
// and has none; the names of the index are asked for others only.
class VariantFinder {
 public:
  explicit VariantFinder(store::OpenIndex& index) : index_(index) {}
  // To be called when the index has changed.
  void forget() { known_.clear(); }
  // Lemmas of the index. Valid until the next call of find() or forget().
  const std::vector<std::string>& find(const Token& token);

 private:
  Xapian::doccount articles_with(const Token& token) const;
  std::vector<std::string> search(const Token& token);

  store::OpenIndex& index_;
  std::unordered_map<std::string, std::vector<std::string>> known_;  // by norm
  std::vector<std::string> none_;
};

}  // namespace fihris::searcher::words
