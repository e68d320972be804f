// The stages of analysis as plain values, for printing.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/token.h"

namespace fihris::cli {

class Output;

// One token with everything that is known of it. `surface` is byte for byte the input's, all other
// text is valid UTF-8.
struct Stages {
  std::string surface;
  Span span;  // bytes of the text as given
  std::uint32_t position = 0;
  bool in_sequence = true;
  std::string_view kind;
  std::string repaired;
  std::string norm;
  std::vector<std::string> clitics;
  std::string core;
  std::string key;    // what the index has
  std::string lemma;  // as people write it
  std::string_view source;
  bool stop = false;
};

std::vector<Stages> analyze_stages(std::string_view text);

// word<TAB>key<TAB>lemma for each line of `words`, in order. A line of several words gets those of
// all, separated by spaces; a line without any is its own lemma. The word is written back byte for
// byte, without a closing CR.
void lemmatize_lines(std::istream& words, Output& out);

}  // namespace fihris::cli
