// Snowball's stemmers: the Latin ones, and the Arabic one with guards.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace fihris::stemmer::lemmas {

class LemmaTable;

struct DeleteStemmer {
  void operator()(sb_stemmer* stemmer) const;
};
using StemmerPointer = std::unique_ptr<sb_stemmer, DeleteStemmer>;

// The stem of `core`, a word in letters whose clitics are off and that neither the lemma table nor
// the rules over it know. Never cuts at the front; cuts an ending only when it is ة or ات or when
// the table has counted the rest as a word. Folded letters, never empty. Thread-safe.
std::string guarded_stem(std::string_view core, const LemmaTable& table);

// Stems words in Latin script. One per thread. An unknown language name stems nothing.
class LatinStemmer {
 public:
  explicit LatinStemmer(const std::string& language);
  // `norm`: lower case without accents. Never empty for a norm that is not.
  std::string stem(std::string_view norm);

 private:
  StemmerPointer stemmer_;
};

}  // namespace fihris::stemmer::lemmas
