#include "encodings/double_encoding.h"

#include <array>
#include <map>
#include <optional>
#include <vector>

#include "encodings/converter.h"
#include "encodings/plausibility.h"
#include "fihris/stemmer/internal/utf8.h"
#include "text/unicode_text.h"

namespace fihris::indexer::encodings {
namespace {

constexpr int kMostTimes = 3;
constexpr std::size_t kSampleBytes = std::size_t{16} << 10;
// Quarters of a bit that a repair must gain: some four letters that stood alone.
constexpr int kLeastGain = 40;

// The characters of a single-byte encoding, and which byte each of them is.
class ByteTable {
 public:
  explicit ByteTable(const char* encoding) {
    for (unsigned byte = 0x80; byte <= 0xFF; ++byte) {
      const std::string text = convert(std::string(1, static_cast<char>(byte)), encoding);
      std::size_t pos = 0;
      chars_[byte - 0x80] = stemmer::next_code_point(text, pos);
      bytes_.emplace(chars_[byte - 0x80], static_cast<unsigned char>(byte));
    }
    // Latin-1, which differs there, is what many programs take for windows-1252.
    for (char32_t c = 0x80; c < 0xA0; ++c) bytes_.emplace(c, static_cast<unsigned char>(c));
  }
  char32_t char_of(unsigned char byte) const { return chars_[byte - 0x80U]; }
  // 0 for a character that the encoding has not, and for ASCII.
  unsigned char byte_of(char32_t c) const {
    const auto found = bytes_.find(c);
    return found == bytes_.end() ? 0 : found->second;
  }

 private:
  std::array<char32_t, 128> chars_{};
  std::map<char32_t, unsigned char> bytes_;
};

const ByteTable& windows_1252() {
  static const ByteTable table("windows-1252");
  return table;
}
const ByteTable& windows_1256() {
  static const ByteTable table("windows-1256");
  return table;
}

// 0 for what leads no character that Arabic text has: sound letters may look like such sequences.
std::size_t sequence_size(unsigned char lead) {
  if (lead >= 0xE0) return lead >= 0xF0 ? 4 : 3;
  const bool european_or_arabic = (lead >= 0xC2 && lead <= 0xCB) || lead >= 0xD8;
  return european_or_arabic ? 2 : 0;
}

using Undo = std::string (*)(std::string_view);

// Characters that are the bytes of a UTF-8 sequence, as that sequence; all others as they are.
std::string undo_utf8(std::string_view text, const ByteTable& table) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const std::size_t begin = pos;
    std::string sequence(1, static_cast<char>(table.byte_of(stemmer::next_code_point(text, pos))));
    const std::size_t next = pos;
    const auto lead = static_cast<unsigned char>(sequence.front());
    const std::size_t size = sequence_size(lead);
    while (sequence.size() < size && pos < text.size()) {
      sequence += static_cast<char>(table.byte_of(stemmer::next_code_point(text, pos)));
    }
    std::size_t used = 0;
    if (size != 0 && stemmer::next_code_point(sequence, used) != 0xFFFD && used == size) {
      out += sequence;
    } else {
      out.append(text.substr(begin, next - begin));
      pos = next;
    }
  }
  return out;
}

std::string undo_utf8_as_1252(std::string_view text) { return undo_utf8(text, windows_1252()); }
std::string undo_utf8_as_1256(std::string_view text) { return undo_utf8(text, windows_1256()); }

std::string undo_1256_as_1252(std::string_view text) {
  std::string out;
  for (std::size_t pos = 0; pos < text.size();) {
    const char32_t c = stemmer::next_code_point(text, pos);
    const unsigned char byte = windows_1252().byte_of(c);
    stemmer::append_utf8(out, byte == 0 ? c : windows_1256().char_of(byte));
  }
  return out;
}

constexpr std::array<Undo, 3> kUndos{undo_utf8_as_1252, undo_utf8_as_1256, undo_1256_as_1252};

struct Repair {
  std::vector<Undo> steps;
  int worth = 0;  // plausibility of the text, less what each step must gain
};

// The best of all ways to undo it at most so many times more.
void try_steps(const std::string& text, const std::vector<Undo>& before, Repair& best) {
  for (const Undo undo : kUndos) {
    const std::string undone = undo(text);
    if (undone == text) continue;
    std::vector<Undo> steps = before;
    steps.push_back(undo);
    const int worth = plausibility(undone) - static_cast<int>(steps.size()) * kLeastGain;
    if (worth > best.worth) best = {steps, worth};
    if (steps.size() < kMostTimes) try_steps(undone, steps, best);
  }
}

bool is_ascii_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// «Ø§», «Ù„», «Çá»: letters from U+00C0 to U+00FF that begin a word or go on with it and have
// another strange character behind them, where European languages have ASCII letters.
std::optional<std::size_t> strange_accents(std::string_view text) {
  constexpr int kFew = 2;
  int found = 0;
  std::size_t first = 0;
  for (std::size_t at = text.find('\xC3'); at != text.npos; at = text.find('\xC3', at + 1)) {
    const bool strange = (at == 0 || !is_ascii_letter(text[at - 1])) && at + 2 < text.size() &&
                         static_cast<unsigned char>(text[at + 2]) >= 0x80;
    if (!strange) continue;
    if (found++ == 0) first = at;
    if (found == kFew) return first;
  }
  return std::nullopt;
}

// U+0637 TAH and U+0638 ZAH, which the first bytes of Arabic letters look like in windows-1256.
bool is_half_tah_and_zah(std::string_view text) {
  std::size_t letters = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0xC0) continue;
    ++letters;
    found += text[i] == '\xD8' && (text[i + 1] == '\xB7' || text[i + 1] == '\xB8') ? 1 : 0;
  }
  return found >= 2 && found * 4 >= letters;
}

// U+0627 ALEF, the commonest letter, is «ط§» then: the sign is rare in sound text.
std::optional<std::size_t> tah_with_sign(std::string_view text) {
  constexpr std::size_t kShort = 256;  // a title may have no alef
  if (text.size() <= kShort && is_half_tah_and_zah(text)) return 0;
  for (std::size_t at = text.find('\xC2'); at != text.npos; at = text.find('\xC2', at + 1)) {
    if (text.substr(at, 2) == "\u00A7" && at >= 2 && text.substr(at - 2, 2) == "\u0637")
      return at - 2;
  }
  return std::nullopt;
}

}  // namespace

int repair_double_encoding(std::string& utf8) {
  std::optional<std::size_t> spoilt = strange_accents(utf8);
  if (!spoilt) spoilt = tah_with_sign(utf8);
  if (!spoilt) return 0;
  const std::string sample(
      stemmer::first_bytes(std::string_view(utf8).substr(*spoilt), kSampleBytes));
  Repair best{{}, plausibility(sample)};
  try_steps(sample, {}, best);
  for (const Undo undo : best.steps) utf8 = undo(utf8);
  return static_cast<int>(best.steps.size());
}

}  // namespace fihris::indexer::encodings
