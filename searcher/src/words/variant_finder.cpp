#include "words/variant_finder.h"

#include <optional>

#include "fihris/stemmer/letters.h"
#include "fihris/stemmer/lexicon.h"
#include "fihris/store/fields.h"
#include "words/word_corrections.h"

namespace fihris::searcher::words {
namespace {

// Of the words of one process; a server must not grow with every query.
constexpr std::size_t kMaxRemembered = 10000;

// In so many articles a word the lexicon knows is what people write.
constexpr std::uint32_t kFrequent = 20;

bool is_word(Familiarity known) {
  return known == Familiarity::kWord || known == Familiarity::kCommon;
}

}  // namespace

const std::vector<std::string>& VariantFinder::find(const Token& token) {
  if (token.kind != TokenKind::kArabic || token.stop) return none_;
  const auto at = known_.find(std::string(token.norm));
  if (at != known_.end()) return at->second;
  if (known_.size() >= kMaxRemembered) known_.clear();
  return known_[std::string(token.norm)] = search(token);
}

Xapian::doccount VariantFinder::articles_with(const Token& token) const {
  return index_.database().get_termfreq(term_of(token.kind, token.lemma, false));
}

std::vector<std::string> VariantFinder::search(const Token& token) {
  const std::optional<std::string> norm = to_letters(token.norm);
  const std::optional<std::string> lemma = to_letters(token.lemma);
  if (!norm || !lemma) return {};
  const bool listed = find_in_lexicon(*norm) || find_in_lexicon(*lemma);
  if (listed && articles_with(token) > kFrequent) return {};
  if (is_word(familiarity(*norm))) return {};
  // A name the analyser took for a form of a word is compared as it stands.
  const std::string& name = is_word(familiarity(*lemma)) ? *norm : *lemma;
  std::vector<std::string> found;
  for (const std::string& letters : name_variants(name, index_.names())) {
    if (letters != *lemma) found.push_back(from_letters(letters));
  }
  return found;
}

}  // namespace fihris::searcher::words
