#include "fihris/store/document_codec.h"

#include <zstd.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "bytes/numbers.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"

namespace fihris {

namespace {

// Byte 0 of a record: how the rest is to be read. 1: one Zstandard frame of the fields below, each
// with its length.
constexpr char kRecordVersion = 1;
// Level 3 is the knee: higher levels save a few per cent and cost several times the time
// (docs/index-format.md).
constexpr int kCompressionLevel = 3;
// A block of a Zstandard frame makes at most 128 KiB out of at least 4 bytes; more is claimed by
// garbled frames only.
constexpr std::uint64_t kMaxExpansion = 32768;
constexpr std::uint64_t kMaxRecordBytes = std::uint64_t{1} << 30;

// Every record has these; of those that came later only up to the last that is not empty, so that a
// record without them is what it always was.
constexpr std::size_t kFirstFields = 14;

// The fields by their place in a record.
constexpr std::array<FieldSpec, kFields.size()> kRecord = [] {
  std::array<FieldSpec, kFields.size()> record = kFields;
  std::sort(record.begin(), record.end(),
            [](const FieldSpec& a, const FieldSpec& b) { return a.record < b.record; });
  return record;
}();

Error damaged(const char* what) {
  return {ErrorCode::kIndexDamaged, std::string("a stored article is not readable: ") + what,
          "Run `fihris check --db DIR` to see which files are damaged."};
}

void append_text(std::string& record, std::string_view text) {
  store::append_varint(record, text.size());
  record.append(text);
}

std::uint64_t take_number(std::string_view& record) {
  const std::optional<std::uint64_t> number = store::take_varint(record);
  if (!number) throw damaged("a length is missing");
  return *number;
}

std::string_view take_text(std::string_view& record) {
  const std::uint64_t size = take_number(record);
  if (size > record.size()) throw damaged("a field is longer than the record");
  const std::string_view text = record.substr(0, size);
  record.remove_prefix(size);
  return text;
}

std::size_t fields_of(const Article& article) {
  std::size_t count = kRecord.size();
  while (count > kFirstFields && is_empty(kRecord[count - 1], article)) --count;
  return count;
}

void write_record(const Article& article, std::string& record) {
  record.clear();
  const std::size_t count = fields_of(article);
  for (std::size_t i = 0; i < count; ++i) {
    const std::span<const std::string> values = values_of(kRecord[i], article);
    if (kRecord[i].list != nullptr) store::append_varint(record, values.size());
    for (const std::string& value : values) append_text(record, value);
  }
}

void take_field(std::string_view& record, const FieldSpec& field, Article& article) {
  if (field.list == nullptr) {
    article.*field.text = take_text(record);
    return;
  }
  // Not reserved: a garbled count must not ask for memory. Each item takes a byte at least.
  for (std::uint64_t left = take_number(record); left > 0; --left) {
    (article.*field.list).emplace_back(take_text(record));
  }
}

Article read_record(std::string_view record) {
  Article article;
  for (std::size_t i = 0; i < kRecord.size(); ++i) {
    if (i >= kFirstFields && record.empty()) break;
    take_field(record, kRecord[i], article);
  }
  if (!record.empty()) throw damaged("bytes are left over");
  return article;
}

}  // namespace

struct DocumentCodec::Impl {
  using Compressor = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;
  using Decompressor = std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)>;
  Compressor compressor{ZSTD_createCCtx(), &ZSTD_freeCCtx};
  Decompressor decompressor{ZSTD_createDCtx(), &ZSTD_freeDCtx};
  std::string record;

  Impl() {
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_compressionLevel, kCompressionLevel);
    // Four bytes an article, and damage is noticed when it is read: Xapian has no checksums.
    ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_checksumFlag, 1);
  }
};

DocumentCodec::DocumentCodec() : impl_(std::make_unique<Impl>()) {}
DocumentCodec::~DocumentCodec() = default;
DocumentCodec::DocumentCodec(DocumentCodec&&) noexcept = default;
DocumentCodec& DocumentCodec::operator=(DocumentCodec&&) noexcept = default;

std::string DocumentCodec::encode(const Article& article) {
  std::string& record = impl_->record;
  write_record(article, record);
  std::string bytes(1 + ZSTD_compressBound(record.size()), kRecordVersion);
  const std::size_t size = ZSTD_compress2(impl_->compressor.get(), bytes.data() + 1,
                                          bytes.size() - 1, record.data(), record.size());
  if (ZSTD_isError(size) != 0) {
    throw Error(ErrorCode::kInputOutput,
                "an article of " + std::to_string(record.size()) +
                    " bytes cannot be compressed: " + ZSTD_getErrorName(size));
  }
  bytes.resize(1 + size);
  return bytes;
}

Article DocumentCodec::decode(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != kRecordVersion) throw damaged("unknown record version");
  bytes.remove_prefix(1);
  const std::uint64_t size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  // The two error values are the largest numbers there are.
  if (size > std::min(kMaxRecordBytes, bytes.size() * kMaxExpansion)) {
    throw damaged("no frame of a sensible size");
  }
  impl_->record.resize(size);
  const std::size_t got = ZSTD_decompressDCtx(impl_->decompressor.get(), impl_->record.data(), size,
                                              bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0) throw damaged(ZSTD_getErrorName(got));
  return read_record(std::string_view(impl_->record).substr(0, got));
}

}  // namespace fihris
