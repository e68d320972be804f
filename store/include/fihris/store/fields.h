// The one table of what is in a Xapian document of ours: term prefixes and value slots.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fihris/stemmer/token.h"

namespace fihris {

// Term prefixes. Lemmas carry none: they never begin with an ASCII capital, which every prefix
// does.
namespace prefix {
inline constexpr std::string_view kTitle = "S";      // lemma in the title
inline constexpr std::string_view kId = "Q";         // unique article id
inline constexpr std::string_view kMonth = "XM";     // month name of any system: XMm01 … XMm12
inline constexpr std::string_view kCompound = "XC";  // whole of a compound token
inline constexpr std::string_view kTitleMonth = "XTM";
inline constexpr std::string_view kTitleCompound = "XTC";
inline constexpr std::string_view kLength =
    "XL";  // in every document; its wdf is the length in words
}  // namespace prefix

// Value slots.
namespace slot {
inline constexpr std::uint32_t kDate = 0;     // yyyymmddHHMMSS in UTC, as digits: sorts as text
inline constexpr std::uint32_t kColumn = 1;   // token column, see token_column.h
inline constexpr std::uint32_t kArticle = 2;  // the stored article, see document_codec.h
inline constexpr std::uint32_t kSource = 3;   // as printed; facets
inline constexpr std::uint32_t kAuthor = 4;
inline constexpr std::uint32_t kSection = 5;
inline constexpr std::uint32_t kTags = 6;  // joined by U+001F
inline constexpr std::uint32_t kSignature =
    7;  // near_duplicate.h; absent when the text is too short
inline constexpr std::uint32_t kLast = kSignature;
}  // namespace slot

// Between the values of slot::kTags.
inline constexpr char kTagSeparator = '\x1F';

// A field that can be named in a query: `source:…` or «مصدر:…».
struct FieldSpec {
  std::string_view name;
  std::string_view arabic_name;
  std::string_view prefix;  // boolean term of the normalised value; for title, the prefix of lemmas
  std::uint32_t slot;       // value slot, or kNoSlot
  enum class Kind : std::uint8_t { kText, kExact, kDate } kind;
};
inline constexpr std::uint32_t kNoSlot = 0xFFFFFFFF;

inline constexpr std::array<FieldSpec, 6> kFields{{
    {"title", "عنوان", prefix::kTitle, kNoSlot, FieldSpec::Kind::kText},
    {"source", "مصدر", "XS", slot::kSource, FieldSpec::Kind::kExact},
    {"author", "كاتب", "A", slot::kAuthor, FieldSpec::Kind::kExact},
    {"section", "قسم", "XE", slot::kSection, FieldSpec::Kind::kExact},
    {"tag", "وسم", "K", slot::kTags, FieldSpec::Kind::kExact},
    {"date", "تاريخ", "D", slot::kDate, FieldSpec::Kind::kDate},  // D20251223, M202512, Y2025
}};

// By English or Arabic name (the Arabic one is compared normalised).
const FieldSpec* find_field(std::string_view name);

// An occurrence in the title counts as this many in the body.
inline constexpr std::uint32_t kTitleWeight = 3;

// Terms longer than this are cut to a prefix plus a hash, so that they stay findable: Xapian allows
// 245 bytes and counts NUL twice.
inline constexpr std::size_t kMaxTermBytes = 240;
std::string bounded_term(std::string term);

// The term under which a token is indexed in the body (in_title = false) or additionally in the
// title. The only place that maps tokens to terms.
std::string term_of(TokenKind kind, std::string_view lemma, bool in_title);

// The unique term of an article id.
std::string id_term(std::string_view id);

// The boolean term of a field value, e.g. {"source", "رويترز"} → "XS" + normalised value.
std::string exact_term(const FieldSpec& field, std::string_view value);

}  // namespace fihris
