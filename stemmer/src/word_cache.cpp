#include "word_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <type_traits>

namespace fihris::stemmer {
namespace {

constexpr std::size_t kInitialSlots = 1 << 12;
// About 25 MB: the vocabulary of a few hundred thousand articles.
constexpr std::size_t kMaxWords = 150'000;
constexpr std::size_t kMaxBytes = std::size_t{24} * 1024 * 1024;

// Never 0: 0 marks an empty slot.
std::uint64_t hash_of(std::string_view bytes, TokenKind kind) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), static_cast<std::uint64_t>(kind)) | 1;
}

// Kinds whose terms share one name space.
TokenKind term_class(TokenKind kind) {
  return kind == TokenKind::kCompound || kind == TokenKind::kMonth ? kind : TokenKind::kArabic;
}

// Takes `bytes` from the front of `rest`.
std::string_view place(std::string_view bytes, char*& rest) {
  std::copy(bytes.begin(), bytes.end(), rest);
  const std::string_view placed(rest, bytes.size());
  rest += bytes.size();
  return placed;
}

}  // namespace

Arena::Handle Arena::allocate(std::size_t bytes) {
  bytes = (bytes + kAlign - 1) / kAlign * kAlign;
  if (bytes > block_size_ - used_) {
    block_size_ = std::max(kBlock, bytes);
    blocks_.push_back(std::make_unique<char[]>(block_size_));
    used_ = 0;
  }
  const std::size_t handle = (blocks_.size() - 1) * kUnits + used_ / kAlign;
  used_ += bytes;
  size_ += bytes;
  return static_cast<Handle>(handle);
}

WordCache::WordCache() : slots_(kInitialSlots) {}

// Never 0: 0 marks an empty slot.
WordCache::Key WordCache::key_of(std::string_view raw, TokenKind kind) {
  return hash_of(raw, kind);
}

void WordCache::prefetch_entry(Key key) const {
  const Slot& slot = slots_[place_of(key)];
  if (slot.key != key) return;
  // The entry and its bytes lie in two neighbouring lines as a rule.
  const char* entry = arena_.at(slot.word);
  __builtin_prefetch(entry);
  __builtin_prefetch(entry + sizeof(CachedWord));
}

CachedWord* WordCache::word_of(const Slot& slot) const {
  return std::launder(reinterpret_cast<CachedWord*>(arena_.at(slot.word)));
}

WordCache::Glance WordCache::glance(Key key) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = place_of(key); slots_[i].key != 0; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.key == key)
      return {word_of(slot), slot.lemma & ~kSpecial, (slot.lemma & kSpecial) != 0};
  }
  return {};
}

const CachedWord* WordCache::find(Key key, std::string_view raw) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = place_of(key); slots_[i].key != 0; i = (i + 1) & mask) {
    if (slots_[i].key == key && word_of(slots_[i])->raw == raw) return word_of(slots_[i]);
  }
  return nullptr;
}

// Copies an entry and its bytes into one piece of memory, so that to have read one is to have the
// other.
Arena::Handle WordCache::store(const CachedWord& word) {
  static_assert(std::is_trivially_destructible_v<CachedWord>);
  const bool own_norm = word.norm != word.raw;
  const bool own_lemma = word.lemma != word.norm;
  const std::size_t bytes =
      word.raw.size() + (own_norm ? word.norm.size() : 0) + (own_lemma ? word.lemma.size() : 0);
  const Arena::Handle handle = arena_.allocate(sizeof(CachedWord) + bytes);
  char* at = arena_.at(handle);
  auto* stored = new (at) CachedWord(word);
  char* rest = at + sizeof(CachedWord);
  stored->raw = place(word.raw, rest);
  stored->norm = own_norm ? place(word.norm, rest) : stored->raw;
  stored->lemma = own_lemma ? place(word.lemma, rest) : stored->norm;
  ++words_;
  return handle;
}

CachedWord* WordCache::insert(const CachedWord& word, TokenKind key_kind, bool several) {
  if (++used_ * 2 > slots_.size()) grow();
  const bool special = several || word.month.kind != months::MonthRole::Kind::kNone;
  const Slot slot{key_of(word.raw, key_kind), store(word),
                  word.lemma_id | (special ? kSpecial : 0)};
  put(slot);
  return word_of(slot);
}

CachedWord* WordCache::add_unlisted(const CachedWord& word) { return word_of({0, store(word), 0}); }

void WordCache::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.key != 0) put(slot);
  }
}

void WordCache::put(const Slot& slot) {
  std::size_t i = place_of(slot.key);
  while (slots_[i].key != 0) i = (i + 1) & (slots_.size() - 1);
  slots_[i] = slot;
}

bool WordCache::full() const { return words_ >= kMaxWords || arena_.size() >= kMaxBytes; }

void WordCache::clear() { *this = WordCache(); }

LemmaIds::LemmaIds() : slots_(kInitialSlots) {}

// The number of a lemma, a new one at its first call. A 64-bit hash stands for the lemma: two of
// 10^6 lemmas collide with a chance below 10^-7, and then only share a posting count within one
// document.
std::uint32_t LemmaIds::id_of(TokenKind kind, std::string_view lemma) {
  if ((next_ + 1) * std::size_t{2} > slots_.size()) grow();
  const std::uint64_t hash = hash_of(lemma, term_class(kind));
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash >> 20 & mask;
  while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask;
  if (slots_[i].hash == 0) slots_[i] = {hash, next_++};
  return slots_[i].id;
}

std::uint32_t LemmaIds::find(TokenKind kind, std::string_view lemma) const {
  const std::uint64_t hash = hash_of(lemma, term_class(kind));
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash >> 20 & mask;
  while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask;
  return slots_[i].hash == 0 ? next_ : slots_[i].id;
}

void LemmaIds::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.hash == 0) continue;
    std::size_t i = slot.hash >> 20 & mask;
    while (slots_[i].hash != 0) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

void LemmaIds::clear() { *this = LemmaIds(); }

}  // namespace fihris::stemmer
