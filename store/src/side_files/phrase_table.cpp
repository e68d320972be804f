#include "fihris/store/internal/phrase_table.h"

#include <algorithm>

#include "bytes/numbers.h"
#include "fihris/store/error.h"

namespace fihris::store {

namespace {

constexpr std::string_view kMagic = "fihris-phrases 1";
constexpr std::size_t kEntryBytes = 12;
constexpr std::uint32_t kNameBit = 0x8000'0000U;
constexpr std::string_view kArticle = "ال";

}  // namespace

// The key of a word as it is typed. Only what stands in front is taken off: while a word is being
// typed, its end is not known.
WordKey word_key(std::string_view word, Analyzer& analyzer) {
  const WordAnalysis stages = analyzer.explain(word);
  WordKey key{stages.norm, true, stages.source == LemmaSource::kName};
  if (stages.clitics.empty()) return key;
  key.bare = stages.clitics.size() == 1 && stages.clitics.front() == kArticle;
  // The core may end otherwise than the word does: مدرسته is looked up as مدرسه.
  const std::string_view stem =
      std::string_view(stages.core).substr(0, stages.core.size() > 4 ? stages.core.size() - 2 : 4);
  const std::size_t begin = stages.norm.find(stem);
  if (begin != std::string::npos) key.key = stages.norm.substr(begin);
  return key;
}

std::string encode_phrases(std::vector<Phrase> phrases, std::uint64_t articles) {
  std::sort(phrases.begin(), phrases.end(),
            [](const Phrase& a, const Phrase& b) { return a.key < b.key; });
  std::string bytes(kMagic);
  append_little_endian(bytes, std::uint64_t{phrases.size()});
  append_little_endian(bytes, articles);
  std::string texts;
  for (const Phrase& phrase : phrases) {
    append_little_endian(bytes, static_cast<std::uint32_t>((texts += phrase.key).size()));
    append_little_endian(bytes, static_cast<std::uint32_t>((texts += phrase.text).size()));
    const std::uint32_t count = std::min(phrase.count, kNameBit - 1);
    append_little_endian(bytes, phrase.name ? count | kNameBit : count);
  }
  return bytes += texts;
}

PhraseTable::PhraseTable(std::string_view bytes, const std::filesystem::path& where) {
  constexpr std::size_t kHeader = kMagic.size() + 16;
  if (bytes.size() >= kHeader && bytes.substr(0, kMagic.size()) == kMagic) {
    const auto size = load_little_endian<std::uint64_t>(bytes.data() + kMagic.size());
    if (size <= (bytes.size() - kHeader) / kEntryBytes) {
      size_ = static_cast<std::size_t>(size);
      articles_ = load_little_endian<std::uint64_t>(bytes.data() + kMagic.size() + 8);
      entries_ = bytes.substr(kHeader, size_ * kEntryBytes);
      texts_ = bytes.substr(kHeader + size_ * kEntryBytes);
      return;
    }
  }
  throw Error(ErrorCode::kIndexDamaged, "the file " + where.string() + " is not readable",
              "Run `fihris check --db DIR` to see which files are damaged.");
}

std::uint32_t PhraseTable::number(std::size_t i, std::size_t which) const {
  return load_little_endian<std::uint32_t>(entries_.data() + i * kEntryBytes + 4 * which);
}

std::string_view PhraseTable::piece(std::size_t begin, std::size_t end) const {
  if (begin > end || end > texts_.size()) return {};
  return texts_.substr(begin, end - begin);
}

std::string_view PhraseTable::key(std::size_t i) const {
  return piece(i == 0 ? 0 : number(i - 1, 1), number(i, 0));
}

std::string_view PhraseTable::text(std::size_t i) const {
  return piece(number(i, 0), number(i, 1));
}

std::uint32_t PhraseTable::count(std::size_t i) const { return number(i, 2) & ~kNameBit; }

bool PhraseTable::is_name(std::size_t i) const { return (number(i, 2) & kNameBit) != 0; }

std::size_t PhraseTable::lower_bound(std::string_view wanted) const {
  std::size_t first = 0;
  for (std::size_t count = size_; count > 0;) {
    const std::size_t half = count / 2;
    if (key(first + half) < wanted) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

}  // namespace fihris::store
