#include "http/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <memory>
#include <new>

#include "errors/api_error.h"

namespace fihris::server::http {
namespace {

// Of zlib's numbers: the window of 32 KB in gzip's frame.
constexpr int kGzipWindow = 15 + 16;
// Answers are packed while somebody waits: the quickest level gives most of what there is to gain.
constexpr int kLevel = 1;
constexpr int kMemory = 8;

Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

// Kept by a thread: its tables are larger than most answers.
class Deflater {
 public:
  Deflater() {
    if (::deflateInit2(&stream_, kLevel, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK)
      throw std::bad_alloc();
  }
  ~Deflater() { ::deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  std::string pack(std::string_view bytes) {
    ::deflateReset(&stream_);
    std::string packed(::deflateBound(&stream_, bytes.size()), '\0');
    stream_.next_in = bytes_of(bytes);
    stream_.avail_in = static_cast<uInt>(bytes.size());
    stream_.next_out = bytes_of(packed);
    stream_.avail_out = static_cast<uInt>(packed.size());
    ::deflate(&stream_, Z_FINISH);
    packed.resize(packed.size() - stream_.avail_out);
    return packed;
  }

 private:
  z_stream stream_{};
};

class Inflater {
 public:
  explicit Inflater(std::string_view bytes) {
    if (::inflateInit2(&stream_, kGzipWindow) != Z_OK) throw std::bad_alloc();
    stream_.next_in = bytes_of(bytes);
    stream_.avail_in = static_cast<uInt>(bytes.size());
  }
  ~Inflater() { ::inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Adds the next bytes to `out`. False: there are none, or they are broken.
  bool more(std::string& out) {
    std::array<char, 65536> buffer;
    stream_.next_out = bytes_of({buffer.data(), buffer.size()});
    stream_.avail_out = buffer.size();
    const int result = ::inflate(&stream_, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream_.avail_out);
    ended_ = result == Z_STREAM_END;
    return result == Z_OK;
  }
  bool whole() const { return ended_ && stream_.avail_in == 0; }

 private:
  z_stream stream_{};
  bool ended_ = false;
};

}  // namespace

std::string gzip(std::string_view bytes) {
  thread_local Deflater deflater;
  return deflater.pack(bytes);
}

std::optional<std::string> gunzip(std::string_view bytes, std::size_t limit) {
  if (bytes.size() > std::numeric_limits<uInt>::max()) return std::nullopt;
  Inflater inflater(bytes);
  std::string out;
  bool more = true;
  while (more) {
    more = inflater.more(out);
    if (out.size() > limit)
      throw errors::ApiError("payload_too_large",
                             "The body of the request has, unpacked, more "
                             "than " +
                                 std::to_string(limit) + " bytes: send it in parts.");
  }
  if (!inflater.whole()) return std::nullopt;
  return out;
}

}  // namespace fihris::server::http
