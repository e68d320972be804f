// The Arabic words of an index: its lemmas, with the number of articles of each.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fihris/stemmer/names.h"
#include "fihris/store/internal/open_index.h"

namespace fihris::searcher::words {

// Which letters a word has, as bits; letters may share a bit.
std::uint32_t letter_set(std::string_view folded);
// False: the spelling_cost() of two words with these sets is above `limit`.
bool may_be_near(std::uint32_t a, std::uint32_t b, Cost limit);

// About 30 bytes a word. Read-only once made; dead articles count. Xapian's errors pass through the
// constructor, which goes through the term list: some milliseconds for 100,000 words.
class Vocabulary {
 public:
  struct Word {
    std::string_view letters;  // folded, see letters.h
    std::uint32_t articles;
  };

  explicit Vocabulary(const Xapian::Database& database);

  std::size_t size() const { return entries_.size(); }
  Word word(std::size_t index) const;
  std::uint32_t letter_set_of(std::size_t index) const { return entries_[index].set; }
  std::size_t length_of(std::size_t index) const { return entries_[index].length; }
  // 0: not in the index.
  std::uint32_t articles(std::string_view letters) const;

  // Calls `visit` with the index of each word that has the name skeleton.
  template <class Visit>
  void with_skeleton(std::string_view skeleton, Visit visit) const {
    const auto [first, last] = skeleton_range(skeleton);
    for (std::size_t i = first; i < last; ++i) visit(skeletons_[i].second);
  }

 private:
  struct Entry {
    std::uint32_t begin;  // in letters_
    std::uint32_t articles;
    std::uint32_t set;
    std::uint8_t length;
  };
  using BySkeleton = std::pair<std::uint32_t, std::uint32_t>;  // hash, index in entries_

  void add(std::string_view letters, std::uint32_t articles);
  void index_spellings();
  void index_skeletons();
  std::pair<std::size_t, std::size_t> skeleton_range(std::string_view skeleton) const;

  std::string letters_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;   // 1 + index in entries_, by hash of the letters
  std::vector<BySkeleton> skeletons_;  // sorted
};

// Made when first asked for, as most queries never ask. Not thread-safe.
class LazyVocabulary {
 public:
  explicit LazyVocabulary(store::OpenIndex& index) : index_(index) {}
  // To be called when the index has changed.
  void forget() { vocabulary_.reset(); }
  // Valid until forget().
  const Vocabulary& get() {
    if (!vocabulary_) vocabulary_.emplace(index_.database());
    return *vocabulary_;
  }
  // Of one lemma, without making the vocabulary.
  std::uint32_t articles(std::string_view lemma) const;

 private:
  store::OpenIndex& index_;
  std::optional<Vocabulary> vocabulary_;
};

}  // namespace fihris::searcher::words
