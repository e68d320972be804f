// Writes the lemma image (src/lemmas/lemma_image.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "lemmas/lemma_image.h"

namespace fihris::lemma_tool {

struct Form {
  stemmer::lemma_image::Source source = stemmer::lemma_image::Source::kCounted;
  std::uint64_t count = 0;
  unsigned letters_before = 0;
  unsigned letters_behind = 0;
  std::string lemma;    // folded letters, empty: counted only
  bool listed = false;  // of the lemma: a dictionary or a list of nouns and verbs knows it
};

// Forms in letters (letters.h), at most kMaxFormLength long. The order makes the image
// reproducible.
using Forms = std::map<std::string, Form>;

// Lemma → key of its family.
using Families = std::map<std::string, std::string>;

// Lemma → how it is spelled with care.
using Spellings = std::map<std::string, std::string>;

std::string make_image(const Forms& forms, bool has_dictionary, const Families& families = {},
                       const Spellings& spellings = {});

}  // namespace fihris::lemma_tool
