#include "words/vocabulary.h"

#include <algorithm>
#include <bit>
#include <functional>

#include "fihris/stemmer/names.h"
#include "fihris/store/fields.h"
#include "fihris/store/internal/arabic_lemmas.h"

namespace fihris::searcher::words {
namespace {

constexpr std::uint32_t set_of(std::string_view letters) {
  std::uint32_t set = 0;
  for (const char letter : letters) {
    set |= std::uint32_t{1} << (static_cast<unsigned char>(letter) % 32U);
  }
  return set;
}

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

}  // namespace

std::uint32_t letter_set(std::string_view folded) { return set_of(folded); }

bool may_be_near(std::uint32_t a, std::uint32_t b, Cost limit) {
  // Letters that are cheap to confuse, and the seats of the hamza.
  constexpr std::uint32_t kCheap = set_of("DZsStT*zAwy'");
  // Takes letters off one by one: faster than counting bits where the processor is not asked to.
  const auto reaches = [limit](std::uint32_t extra) {
    Cost cost = 0;
    for (; extra != 0 && cost <= limit; extra &= extra - 1) {
      cost += (extra & (~extra + 1) & kCheap) != 0 ? 40 : 80;
    }
    return cost <= limit;
  };
  return reaches(a & ~b) && reaches(b & ~a);
}

Vocabulary::Vocabulary(const Xapian::Database& database) {
  store::each_arabic_lemma(database, [this](const std::string& letters, Xapian::doccount articles) {
    add(letters, articles);
  });
  index_spellings();
  index_skeletons();
}

void Vocabulary::add(std::string_view letters, std::uint32_t articles) {
  entries_.push_back({static_cast<std::uint32_t>(letters_.size()), articles, letter_set(letters),
                      static_cast<std::uint8_t>(letters.size())});
  letters_ += letters;
}

void Vocabulary::index_spellings() {
  slots_.assign(std::bit_ceil(2 * entries_.size() + 1), 0);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    std::size_t slot = hash_of(word(i).letters) & mask;
    while (slots_[slot] != 0) slot = (slot + 1) & mask;
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

void Vocabulary::index_skeletons() {
  skeletons_.reserve(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    skeletons_.emplace_back(hash_of(name_skeleton(word(i).letters)), static_cast<std::uint32_t>(i));
  }
  std::sort(skeletons_.begin(), skeletons_.end());
}

Vocabulary::Word Vocabulary::word(std::size_t index) const {
  const Entry& entry = entries_[index];
  return {std::string_view(letters_).substr(entry.begin, entry.length), entry.articles};
}

std::uint32_t Vocabulary::articles(std::string_view letters) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash_of(letters) & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Word found = word(slots_[slot] - 1);
    if (found.letters == letters) return found.articles;
  }
  return 0;
}

std::pair<std::size_t, std::size_t> Vocabulary::skeleton_range(std::string_view skeleton) const {
  const std::uint32_t hash = hash_of(skeleton);
  const auto first = std::lower_bound(skeletons_.begin(), skeletons_.end(), BySkeleton(hash, 0));
  auto last = first;
  while (last != skeletons_.end() && last->first == hash) ++last;
  return {static_cast<std::size_t>(first - skeletons_.begin()),
          static_cast<std::size_t>(last - skeletons_.begin())};
}

std::uint32_t LazyVocabulary::articles(std::string_view lemma) const {
  return index_.database().get_termfreq(term_of(TokenKind::kArabic, lemma, false));
}

}  // namespace fihris::searcher::words
