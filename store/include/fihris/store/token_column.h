// The token column: an article's token sequence as fingerprints, stored in a value slot.
//
// Postings say which article has a lemma; the column says where. It is read for phrases, nearness,
// exactness and passage coverage without touching the text. A fingerprint may collide: whatever is
// *shown* is verified on the text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "fihris/stemmer/token.h"

namespace fihris {

std::uint16_t lemma_fingerprint(TokenKind kind, std::string_view lemma);
std::uint8_t norm_fingerprint(std::string_view norm);  // 7 bits

// Writes a column: first the title's tokens, then the body's. Only tokens with in_sequence enter.
class TokenColumnBuilder {
 public:
  void clear();
  void add(std::span<const Token> tokens);
  void end_title();            // what follows is body
  std::string encode() const;  // see docs/index-format.md
 private:
  std::string lemmas_;
  std::string norms_;
  std::size_t title_size_ = 0;
};

// A read-only view of an encoded column. Never throws: a malformed column reads as empty.
class TokenColumn {
 public:
  TokenColumn() = default;
  explicit TokenColumn(std::string_view encoded);
  std::size_t size() const { return size_; }
  std::size_t title_size() const {
    return title_size_;
  }  // the first title_size() tokens are the title's
  std::uint16_t lemma(std::size_t i) const {
    return static_cast<std::uint16_t>(lemmas_[2 * i] | (lemmas_[2 * i + 1] << 8));
  }
  // The first token of [begin, end) with this lemma, or end. begin ≤ end ≤ size().
  std::size_t find(std::uint16_t lemma, std::size_t begin, std::size_t end) const;
  std::uint8_t norm(std::size_t i) const;  // 7 bits
  bool sentence_start(std::size_t i) const;
  const unsigned char* lemma_bytes() const {
    return lemmas_;
  }  // size() little-endian 16-bit numbers

 private:
  const unsigned char* lemmas_ = nullptr;
  const unsigned char* norms_ = nullptr;
  std::size_t size_ = 0;
  std::size_t title_size_ = 0;
};

}  // namespace fihris
