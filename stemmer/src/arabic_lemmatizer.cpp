#include "arabic_lemmatizer.h"

#include <libstemmer.h>

#include <memory>

#include "lexicon_identity.h"
#include "orthography.h"

namespace fihris {
namespace {

struct Delete {
  void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
};

}  // namespace

ArabicLemma lemmatize_arabic(std::string_view printed) {
  thread_local const std::unique_ptr<sb_stemmer, Delete> stemmer(sb_stemmer_new("arabic", "UTF_8"));
  static constexpr std::string_view kArticles[] = {"وال", "بال", "فال", "كال", "لل", "ال"};
  ArabicLemma out;
  out.core = fold_arabic(printed);
  for (const std::string_view article : kArticles) {
    if (out.core.size() >= article.size() + 6 && out.core.starts_with(article)) {
      out.clitics.emplace_back(article);
      out.core.erase(0, article.size());
      break;
    }
  }
  const std::string fed = "ال" + out.core;
  const auto* stem = sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(fed.data()), static_cast<int>(fed.size()));
  out.lemma.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer.get())));
  if (out.lemma.empty()) out.lemma = out.core;
  out.source = LemmaSource::kGuarded;
  return out;
}

std::string lexicon_identity() { return {}; }

}  // namespace fihris
