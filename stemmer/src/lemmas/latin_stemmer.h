// Snowball stemmers for words in Latin script.
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace fihris::stemmer::lemmas {

// One per thread. An unknown language name stems nothing.
class LatinStemmer {
 public:
  explicit LatinStemmer(const std::string& language);
  // `norm`: lower case without accents. Never empty for a norm that is not.
  std::string stem(std::string_view norm);

 private:
  struct Delete {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace fihris::stemmer::lemmas
