// Which kinds of token share their lemmas.
#pragma once

#include <cstdint>

#include "fihris/stemmer/token.h"

namespace fihris::store {

// Words, numbers and names of any script are asked for in the same way and live in one namespace of
// terms.
enum class KindClass : std::uint8_t { kWord, kCompound, kMonth };

constexpr KindClass class_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kCompound:
      return KindClass::kCompound;
    case TokenKind::kMonth:
      return KindClass::kMonth;
    case TokenKind::kArabic:
    case TokenKind::kLatin:
    case TokenKind::kNumber:
    case TokenKind::kOther:
      break;
  }
  return KindClass::kWord;
}

}  // namespace fihris::store
