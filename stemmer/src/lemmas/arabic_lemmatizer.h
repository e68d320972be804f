// One Arabic word → its lemma: the decision the product is chosen for. See docs/lemmatizer.md.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "fihris/stemmer/analyzer.h"

namespace fihris::stemmer::lemmas {

struct ArabicLemma {
  std::string lemma;                 // folded
  std::string core;                  // folded; what was looked up once the clitics were off
  std::vector<std::string> clitics;  // outermost first
  LemmaSource source = LemmaSource::kPlain;
  bool stop = false;
  std::string also;  // folded; the verb that the form may be, too; usually empty
};

// `printed` as printed_arabic() gives it. To be called once per word: not idempotent on lemmas.
// Thread-safe.
ArabicLemma lemmatize_arabic(std::string_view printed);

}  // namespace fihris::stemmer::lemmas
