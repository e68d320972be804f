// The stages of analysis as plain values, for showing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"
#include "fihris/stemmer/token.h"

namespace fihris {

// One token with everything that is known of it. `surface` is byte for byte the input's, all other
// text is valid UTF-8.
struct Stages {
  std::string surface;
  Span span;  // bytes of the text as given
  std::uint32_t position = 0;
  bool in_sequence = true;
  std::string_view kind;  // "arabic", "latin", "number", "other", "compound", "month"
  std::string repaired;
  std::string norm;
  std::vector<std::string> clitics;
  std::string core;
  std::string key;    // what the index has
  std::string lemma;  // as people write it
  std::string_view source;
  bool stop = false;
};

// The tokens of a text, in order. Threads as Analyzer.
std::vector<Stages> analyze_stages(std::string_view text, Analyzer& analyzer);

// The lemmas of the words of a text, separated by spaces: as the index has them, and as people
// write them. Month names are left as the words they are: the month they mean is a matter of the
// text around them. A text without any word is its own lemma.
struct TextLemmas {
  std::string keys;
  std::string spelled;
};
// `tokens` is room to work in, so that many texts need it once. Threads as Analyzer.
TextLemmas lemmas_of(std::string_view text, Analyzer& analyzer, std::vector<Token>& tokens);

}  // namespace fihris
