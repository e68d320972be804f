// The words of a database by the skeletons of names, so that other spellings of a name are found
// without going through all terms. The bytes: docs/index-format.md.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace fihris::store {

inline constexpr const char* kNamesFile = "names";

// Of all Arabic lemmas that have a skeleton. Xapian's errors pass through.
std::string encode_names(const Xapian::Database& database);

// A read-only view. Objects may be copied; thread-safe as long as the bytes stay.
class NameIndex {
 public:
  // `where` names the bytes in messages. Throws Error{kIndexDamaged} when they are no such index.
  NameIndex(std::string_view bytes, const std::filesystem::path& where);

  // Calls visit(letters, articles) for each word that has the skeleton: the letters of the lemma
  // (fihris/stemmer/letters.h), the number of its articles when the index was made.
  template <class Visit>
  void with_skeleton(std::string_view skeleton, Visit visit) const {
    const std::uint32_t hash = hash_of_skeleton(skeleton);
    for (std::size_t i = first_of(hash); i < count_ && hash_at(i) == hash; ++i) {
      const Word word = word_at(i);
      if (!word.letters.empty()) visit(word.letters, word.articles);
    }
  }

 private:
  struct Word {
    std::string_view letters;
    std::uint32_t articles = 0;
  };
  static std::uint32_t hash_of_skeleton(std::string_view skeleton);
  std::size_t first_of(std::uint32_t hash) const;
  std::uint32_t hash_at(std::size_t i) const;
  Word word_at(std::size_t i) const;

  std::size_t count_ = 0;
  std::string_view table_;
  std::string_view words_;
};

}  // namespace fihris::store
