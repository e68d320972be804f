#include "word_cache.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace fihris {
namespace {

constexpr std::size_t kInitialSlots = 1 << 12;
// About 20 MB with the entries: the vocabulary of a few hundred thousand articles.
constexpr std::size_t kMaxWords = 150'000;
constexpr std::size_t kMaxBytes = 16 * 1024 * 1024;

// Never 0: 0 marks an empty slot.
std::uint64_t hash_of(std::string_view bytes, TokenKind kind) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), static_cast<std::uint64_t>(kind)) | 1;
}

// Kinds whose terms share one name space.
TokenKind term_class(TokenKind kind) {
  return kind == TokenKind::kCompound || kind == TokenKind::kMonth ? kind : TokenKind::kArabic;
}

}  // namespace

std::string_view Arena::copy(std::string_view bytes) {
  if (bytes.size() > kBlock - used_) {
    blocks_.push_back(std::make_unique<char[]>(std::max(kBlock, bytes.size())));
    used_ = 0;
  }
  char* at = blocks_.back().get() + used_;
  std::memcpy(at, bytes.data(), bytes.size());
  used_ = std::min(kBlock, used_ + bytes.size());
  size_ += bytes.size();
  return {at, bytes.size()};
}

WordCache::WordCache() : slots_(kInitialSlots) {}

const CachedWord* WordCache::find(std::string_view raw, TokenKind kind) const {
  const std::uint64_t hash = hash_of(raw, kind);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash >> 20 & mask; slots_[i].word != nullptr; i = (i + 1) & mask) {
    if (slots_[i].hash == hash && slots_[i].word->raw == raw) return slots_[i].word;
  }
  return nullptr;
}

CachedWord* WordCache::store(const CachedWord& word) {
  CachedWord copy = word;
  copy.raw = arena_.copy(word.raw);
  copy.norm = word.norm == word.raw ? copy.raw : arena_.copy(word.norm);
  copy.lemma = word.lemma == word.norm ? copy.norm : arena_.copy(word.lemma);
  words_.push_back(copy);
  return &words_.back();
}

CachedWord* WordCache::insert(const CachedWord& word, TokenKind key_kind) {
  if (++used_ * 2 > slots_.size()) grow();
  CachedWord* stored = store(word);
  const std::uint64_t hash = hash_of(word.raw, key_kind);
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash >> 20 & mask;
  while (slots_[i].word != nullptr) i = (i + 1) & mask;
  slots_[i] = {hash, stored};
  return stored;
}

CachedWord* WordCache::add_unlisted(const CachedWord& word) { return store(word); }

void WordCache::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  const std::size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.word == nullptr) continue;
    std::size_t i = slot.hash >> 20 & mask;
    while (slots_[i].word != nullptr) i = (i + 1) & mask;
    slots_[i] = slot;
  }
}

bool WordCache::full() const { return words_.size() >= kMaxWords || arena_.size() >= kMaxBytes; }

void WordCache::clear() { *this = WordCache(); }

LemmaIds::LemmaIds() : slots_(kInitialSlots) {}

// A 64-bit hash stands for the lemma: two of 10^6 lemmas collide with a chance below 10^-7, and
// then only share a posting count within one document.
std::uint32_t LemmaIds::id_of(TokenKind kind, std::string_view lemma) {
  if ((next_ + 1) * std::size_t{2} > slots_.size()) grow();
  const std::uint64_t hash = hash_of(lemma, term_class(kind));
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash >> 20 & mask;
  while (slots_[i].hash != 0 && slots_[i].hash != hash) i = (i + 1) & mask;
  if (slots_[i].hash == 0) slots_[i] = {hash, next_++};
  return slots_[i].id;
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

}  // namespace fihris
