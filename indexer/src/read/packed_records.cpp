#include "read/packed_records.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <utility>

#include "read/file_records.h"
#include "text/unicode_text.h"

namespace fihris::indexer::read {
namespace {

// What text packs to at best, and what a small archive may have besides.
constexpr std::uint64_t kMostTimesPacked = 250;
constexpr std::uint64_t kAlwaysAllowed = std::uint64_t{64} << 20;

struct FreeArchive {
  void operator()(archive* handle) const { archive_read_free(handle); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

std::string reason_of(archive* handle) {
  const char* const reason = archive_error_string(handle);
  return text::printable_path(reason != nullptr ? reason : "it ends in its middle");
}

// Bytes of the packed file, piece by piece: libarchive asks for the next when it has used the last.
class PackedBytes {
 public:
  explicit PackedBytes(ByteInput& input) : input_(input) {}

  static la_ssize_t read(archive* /*handle*/, void* self, const void** bytes) {
    return static_cast<PackedBytes*>(self)->next(bytes);
  }
  std::uint64_t taken() const { return taken_; }
  // To the end, so that the file's hash is of all of it.
  void drain() {
    const void* ignored = nullptr;
    while (next(&ignored) > 0) {
    }
  }

 private:
  la_ssize_t next(const void** bytes) {
    input_.skip(std::exchange(lent_, 0));
    const std::string_view piece = input_.peek(1);
    lent_ = piece.size();
    taken_ += lent_;
    *bytes = piece.data();
    return static_cast<la_ssize_t>(lent_);
  }

  ByteInput& input_;
  std::size_t lent_ = 0;
  std::uint64_t taken_ = 0;
};

// How much has been unpacked, and whether that is more than any text.
class Allowance {
 public:
  explicit Allowance(const PackedBytes& packed) : packed_(packed) {}
  bool take(std::uint64_t bytes) {
    unpacked_ += bytes;
    exceeded_ = exceeded_ || unpacked_ > kAlwaysAllowed + kMostTimesPacked * packed_.taken();
    return !exceeded_;
  }
  bool exceeded() const { return exceeded_; }

 private:
  const PackedBytes& packed_;
  std::uint64_t unpacked_ = 0;
  bool exceeded_ = false;
};

class MemberSource : public ByteSource {
 public:
  MemberSource(archive* handle, Allowance& allowance) : handle_(handle), allowance_(allowance) {}

  std::size_t read(char* into, std::size_t size) override {
    if (!error_.empty()) return 0;
    const la_ssize_t got = archive_read_data(handle_, into, size);
    if (got < 0) error_ = reason_of(handle_);
    if (got > 0 && !allowance_.take(static_cast<std::uint64_t>(got)))
      error_ = "it unpacks to more than any text would";
    return got > 0 && error_.empty() ? static_cast<std::size_t>(got) : 0;
  }

 private:
  archive* handle_;
  Allowance& allowance_;
};

bool is_hidden(std::string_view member) {
  for (std::size_t begin = 0; begin < member.size();) {
    const std::size_t end = std::min(member.find('/', begin), member.size());
    const std::string_view part = member.substr(begin, end - begin);
    if (part.size() > 1 && part.front() == '.' && part != "..") return true;
    if (part == "__MACOSX") return true;
    begin = end + 1;
  }
  return false;
}

class PackedReader : public RecordReader {
 public:
  PackedReader(ByteInput& input, const Place& place)
      : packed_(input), allowance_(packed_), place_(place), handle_(archive_read_new()) {
    archive_read_support_filter_all(handle_.get());
    archive_read_support_format_tar(handle_.get());
    archive_read_support_format_zip_streamable(handle_.get());
    archive_read_support_format_raw(handle_.get());
    if (archive_read_open(handle_.get(), &packed_, nullptr, PackedBytes::read, nullptr) !=
        ARCHIVE_OK)
      broken_ = reason_of(handle_.get());
  }

  std::optional<Item> next() override {
    while (!ended_) {
      if (!member_ && !open_next()) return end();
      if (auto item = member_->next()) return item;
      member_.reset();
    }
    return std::nullopt;
  }

 private:
  // Moves to the next member that is a file; false at the end and after trouble.
  bool open_next() {
    while (broken_.empty() && !allowance_.exceeded()) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(handle_.get(), &entry);
      if (result == ARCHIVE_EOF) return false;
      if (result < ARCHIVE_WARN) {
        broken_ = reason_of(handle_.get());
        return false;
      }
      const char* const name = archive_entry_pathname(entry);
      const bool alone = archive_format(handle_.get()) == ARCHIVE_FORMAT_RAW;
      if (alone && archive_filter_count(handle_.get()) < 2) {
        broken_ = "it is not packed as its first bytes say";
        return false;
      }
      const std::string member = alone || name == nullptr ? "" : text::printable_path(name);
      if (!alone && (archive_entry_filetype(entry) != AE_IFREG || is_hidden(member))) continue;
      open(member);
      return true;
    }
    return false;
  }

  void open(const std::string& member) {
    Place place{place_.file, place_.relative, false, {}, place_.options, place_.depth + 1};
    if (!member.empty()) {
      place.file += '/' + member;
      place.relative += '/' + member;
    }
    place.named = member.empty() && place_.named;
    member_ = std::make_unique<FileRecords>(
        std::make_unique<MemberSource>(handle_.get(), allowance_), std::move(place));
  }

  std::optional<Item> end() {
    ended_ = true;
    packed_.drain();
    if (allowance_.exceeded())
      return place_.trouble(0, "unpacks to more than any text would; the rest is left out");
    if (broken_.empty()) return std::nullopt;
    return place_.trouble(
        0, "cannot be unpacked to its end: " + broken_ + "; what came before is kept");
  }

  PackedBytes packed_;
  Allowance allowance_;
  const Place& place_;
  ArchiveHandle handle_;
  std::unique_ptr<FileRecords> member_;
  std::string broken_;
  bool ended_ = false;
};

class TooDeep : public RecordReader {
 public:
  explicit TooDeep(const Place& place) : place_(place) {}
  std::optional<Item> next() override {
    if (std::exchange(told_, true)) return std::nullopt;
    return place_.trouble(0, "is an archive within archives; unpack the outer ones first");
  }

 private:
  const Place& place_;
  bool told_ = false;
};

}  // namespace

std::unique_ptr<RecordReader> read_packed(ByteInput& input, const Place& place) {
  if (place.depth >= kMaxPackedDepth) return std::make_unique<TooDeep>(place);
  return std::make_unique<PackedReader>(input, place);
}

}  // namespace fihris::indexer::read
