#include "parse/record_identity.h"

#include <xxhash.h>

#include <array>
#include <cinttypes>
#include <cstdio>

namespace fihris::indexer::parse {
namespace {

std::string content_hash(std::string_view bytes) {
  std::array<char, 24> hex{};
  std::snprintf(hex.data(), hex.size(), "%016" PRIx64, XXH3_64bits(bytes.data(), bytes.size()));
  return hex.data();
}

std::string made_id(const RawRecord& record) {
  if (record.file == kStandardInput) return "stdin#" + content_hash(record.bytes);
  if (record.format != RawRecord::Format::kJson) return record.relative_path;
  return record.relative_path + '#' + std::to_string(record.line);
}

}  // namespace

void complete_identity(Article& article, const RawRecord& record) {
  if (article.path.empty() && record.file != kStandardInput) article.path = record.file;
  if (!article.id.empty()) return;
  article.id = article.url.empty() ? made_id(record) : article.url;
}

SourceError error_at(const RawRecord& record, std::string what) {
  return {record.file, record.line, std::move(what)};
}

}  // namespace fihris::indexer::parse
