#include "parse/record_identity.h"

#include <xxhash.h>

#include <array>
#include <cinttypes>
#include <cstdio>

namespace fihris::indexer::parse {
namespace {

constexpr int kLineDigits = 16;
constexpr int kFileDigits = 8;

std::string content_hash(std::string_view bytes, int digits) {
  std::array<char, 24> hex{};
  std::snprintf(hex.data(), hex.size(), "%016" PRIx64, XXH3_64bits(bytes.data(), bytes.size()));
  return {hex.data(), static_cast<std::size_t>(digits)};
}

}  // namespace

void complete_identity(Article& article, const RawRecord& record) {
  if (article.path.empty() && record.file != "-") article.path = record.file;
  if (!article.id.empty()) return;
  const int digits = record.format == RawRecord::Format::kJson ? kLineDigits : kFileDigits;
  article.id = !article.url.empty()
                   ? article.url
                   : record.relative_path + '#' + content_hash(record.bytes, digits);
}

SourceError error_at(const RawRecord& record, std::string what) {
  return {record.file, record.line, std::move(what)};
}

}  // namespace fihris::indexer::parse
