#include "lemmas/snowball.h"

#include <libstemmer.h>

#include "lemmas/lemma_table.h"
#include "text/letters.h"

namespace fihris::stemmer::lemmas {
namespace {

std::string snowball(std::string_view core) {
  thread_local const StemmerPointer stemmer(sb_stemmer_new("arabic", "UTF_8"));
  // With the article in front Snowball leaves the first letters alone and tries all endings of
  // nouns.
  const std::string fed = from_letters("Al" + std::string(core));
  const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(fed.data()),
                                     static_cast<int>(fed.size()));
  if (stem == nullptr) return std::string(core);
  const std::string_view bytes(reinterpret_cast<const char*>(stem),
                               static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
  return fold_letters(to_letters(bytes).value_or(std::string(core)));
}

}  // namespace

void DeleteStemmer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string guarded_stem(std::string_view core, const LemmaTable& table) {
  constexpr std::size_t kLeastStem = 3;
  std::string folded = fold_letters(core);
  std::string stem = snowball(core);
  if (stem.size() < kLeastStem || stem == folded || !folded.starts_with(stem)) return folded;
  const std::string_view ending = core.substr(stem.size());
  if (ending == "p" || ending == "At") return stem;
  const std::optional<LemmaEntry> entry = table.find(stem);
  return entry && (entry->inflected || entry->listed) ? stem : folded;
}

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
