#include "fihris/store/internal/name_index.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "bytes/hash.h"
#include "bytes/numbers.h"
#include "fihris/stemmer/names.h"
#include "fihris/store/error.h"
#include "fihris/store/internal/arabic_lemmas.h"
#include "side_files/name_words.h"

namespace fihris::store {
namespace {

constexpr std::string_view kMagic = "fihris-names 1\0\0";
constexpr std::size_t kRow = 8;   // hash, offset of the word
constexpr std::size_t kHead = 5;  // number of articles, number of letters
using Row = std::pair<std::uint32_t, std::uint32_t>;

void append_word(std::string& words, std::string_view letters, std::uint32_t articles) {
  append_little_endian(words, articles);
  append_little_endian(words, static_cast<std::uint8_t>(letters.size()));
  words += letters;
}

// The word of row `i`; nothing where damaged bytes point outside.
NameWord read_word(std::string_view table, std::size_t i, std::string_view words) {
  const std::size_t at = load_little_endian<std::uint32_t>(table.data() + i * kRow + 4);
  if (at > words.size() || words.size() - at < kHead) return {};
  const std::size_t length = static_cast<unsigned char>(words[at + 4]);
  if (words.size() - at - kHead < length) return {};
  return {words.substr(at + kHead, length), load_little_endian<std::uint32_t>(words.data() + at)};
}

}  // namespace

std::uint32_t NameIndex::hash_of_skeleton(std::string_view skeleton) {
  return static_cast<std::uint32_t>(hash_of(skeleton));
}

std::string encode_names(const Xapian::Database& database) {
  std::vector<Row> rows;
  std::string words;
  each_arabic_lemma(database, [&](const std::string& letters, Xapian::doccount articles) {
    const std::string skeleton = name_skeleton(letters);
    if (skeleton.empty()) return;
    rows.emplace_back(static_cast<std::uint32_t>(hash_of(skeleton)),
                      static_cast<std::uint32_t>(words.size()));
    append_word(words, letters, articles);
  });
  std::sort(rows.begin(), rows.end());
  std::string bytes(kMagic);
  append_little_endian(bytes, static_cast<std::uint64_t>(rows.size()));
  for (const auto& [hash, offset] : rows) {
    append_little_endian(bytes, hash);
    append_little_endian(bytes, offset);
  }
  return bytes += words;
}

NameIndex::NameIndex(std::string_view bytes, const std::filesystem::path& where) {
  const std::size_t head = kMagic.size() + sizeof(std::uint64_t);
  const bool ours = bytes.size() >= head && bytes.starts_with(kMagic);
  const std::uint64_t rows =
      ours ? load_little_endian<std::uint64_t>(bytes.data() + kMagic.size()) : 0;
  if (!ours || rows > (bytes.size() - head) / kRow) {
    throw Error(ErrorCode::kIndexDamaged, where.string() + " is not an index of names",
                "Run `fihris check --db DIR` to see which files are damaged.");
  }
  count_ = static_cast<std::size_t>(rows);
  table_ = bytes.substr(head, count_ * kRow);
  words_ = bytes.substr(head + count_ * kRow);
}

std::uint32_t NameIndex::hash_at(std::size_t i) const {
  return load_little_endian<std::uint32_t>(table_.data() + i * kRow);
}

std::size_t NameIndex::first_of(std::uint32_t hash) const {
  std::size_t first = 0;
  for (std::size_t count = count_; count > 0;) {
    const std::size_t half = count / 2;
    if (hash_at(first + half) < hash) {
      first += half + 1;
      count -= half + 1;
    } else {
      count = half;
    }
  }
  return first;
}

NameIndex::Word NameIndex::word_at(std::size_t i) const {
  const NameWord word = read_word(table_, i, words_);
  return {word.letters, word.articles};
}

std::vector<NameWord> words_of_names(std::string_view bytes, const std::filesystem::path& where) {
  const NameIndex checked(bytes, where);
  bytes.remove_prefix(kMagic.size());
  const auto count = static_cast<std::size_t>(load_little_endian<std::uint64_t>(bytes.data()));
  bytes.remove_prefix(sizeof(std::uint64_t));
  std::vector<NameWord> words;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back(read_word(bytes.substr(0, count * kRow), i, bytes.substr(count * kRow)));
  }
  return words;
}

}  // namespace fihris::store
