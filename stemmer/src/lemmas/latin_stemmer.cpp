#include "lemmas/latin_stemmer.h"

#include <libstemmer.h>

namespace fihris::stemmer::lemmas {

void LatinStemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

LatinStemmer::LatinStemmer(const std::string& language)
    : stemmer_(language == "none" ? nullptr : sb_stemmer_new(language.c_str(), "UTF_8")) {}

std::string LatinStemmer::stem(std::string_view norm) {
  if (stemmer_ == nullptr) return std::string(norm);
  const auto* bytes = reinterpret_cast<const sb_symbol*>(norm.data());
  const sb_symbol* out = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(norm.size()));
  if (out == nullptr) return std::string(norm);
  const std::string stem(reinterpret_cast<const char*>(out),
                         static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
  return stem.empty() ? std::string(norm) : stem;
}

}  // namespace fihris::stemmer::lemmas
