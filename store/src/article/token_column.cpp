#include "fihris/store/token_column.h"

#include <optional>

#include "article/kind_class.h"
#include "bytes/hash.h"
#include "bytes/numbers.h"

namespace fihris {

namespace {

constexpr unsigned char kSentenceStart = 0x80;
constexpr unsigned char kNormMask = 0x7F;

}  // namespace

std::uint16_t lemma_fingerprint(TokenKind kind, std::string_view lemma) {
  const auto seed = static_cast<std::uint64_t>(store::class_of(kind));
  const auto fingerprint = static_cast<std::uint16_t>(store::hash_of(lemma, seed));
  // 0 is nobody's, so that a reader may use it for "no such token".
  return fingerprint == 0 ? 1 : fingerprint;
}

std::uint8_t norm_fingerprint(std::string_view norm) {
  return static_cast<std::uint8_t>(store::hash_of(norm) & kNormMask);
}

void TokenColumnBuilder::clear() {
  lemmas_.clear();
  norms_.clear();
  title_size_ = 0;
}

void TokenColumnBuilder::add(std::span<const Token> tokens) {
  for (const Token& token : tokens) {
    if (!token.in_sequence) continue;
    const std::uint16_t lemma = lemma_fingerprint(token.kind, token.lemma);
    lemmas_.push_back(static_cast<char>(lemma & 0xFFU));
    lemmas_.push_back(static_cast<char>(lemma >> 8));
    const unsigned start = token.sentence_start ? kSentenceStart : 0U;
    norms_.push_back(static_cast<char>(norm_fingerprint(token.norm) | start));
  }
}

void TokenColumnBuilder::end_title() { title_size_ = norms_.size(); }

std::string TokenColumnBuilder::encode() const {
  std::string bytes;
  bytes.reserve(lemmas_.size() + norms_.size() + 20);
  store::append_varint(bytes, norms_.size());
  store::append_varint(bytes, title_size_);
  return bytes.append(lemmas_).append(norms_);
}

TokenColumn::TokenColumn(std::string_view encoded) {
  const std::optional<std::uint64_t> size = store::take_varint(encoded);
  if (!size) return;
  const std::optional<std::uint64_t> title_size = store::take_varint(encoded);
  // Divided rather than multiplied: a garbled size must not overflow its way past the check.
  if (!title_size || *title_size > *size) return;
  if (encoded.size() % 3 != 0 || encoded.size() / 3 != *size) return;
  size_ = static_cast<std::size_t>(*size);
  title_size_ = static_cast<std::size_t>(*title_size);
  lemmas_ = reinterpret_cast<const unsigned char*>(encoded.data());
  norms_ = lemmas_ + 2 * size_;
}

// The first token in [begin, end) with this lemma, looked for a stretch at a time, without a way
// out in its middle: so the compiler compares many at once.
std::size_t TokenColumn::find(std::uint16_t lemma, std::size_t begin, std::size_t end) const {
  constexpr std::size_t kStretch = 64;
  for (; begin + kStretch <= end; begin += kStretch) {
    unsigned found = 0;
    for (std::size_t i = begin; i < begin + kStretch; ++i) {
      found |= this->lemma(i) == lemma ? 1U : 0U;
    }
    if (found != 0) break;
  }
  while (begin < end && this->lemma(begin) != lemma) ++begin;
  return begin;
}

std::uint8_t TokenColumn::norm(std::size_t i) const {
  return static_cast<std::uint8_t>(norms_[i] & kNormMask);
}

bool TokenColumn::sentence_start(std::size_t i) const { return (norms_[i] & kSentenceStart) != 0; }

}  // namespace fihris
