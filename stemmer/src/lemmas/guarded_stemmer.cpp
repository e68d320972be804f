#include "lemmas/guarded_stemmer.h"

#include <libstemmer.h>

#include <memory>

#include "lemmas/lemma_table.h"
#include "text/letters.h"

namespace fihris::stemmer::lemmas {
namespace {

struct Delete {
  void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
};

std::string snowball(std::string_view core) {
  thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(sb_stemmer_new("arabic", "UTF_8"));
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

}  // namespace fihris::stemmer::lemmas
