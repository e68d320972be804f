// The words of a names file, one by one: for looking at it. Names are looked up by NameIndex.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

namespace fihris::store {

struct NameWord {
  std::string_view letters;  // of the lemma; empty where damaged bytes point outside
  std::uint32_t articles = 0;
};

// All words in the order of the file, which is that of hashes of their skeletons. They point into
// `bytes`. Throws like NameIndex.
std::vector<NameWord> words_of_names(std::string_view bytes, const std::filesystem::path& where);

}  // namespace fihris::store
