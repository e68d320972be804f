#include "disk/sha256.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <vector>

#include "fihris/store/internal/files.h"

namespace fihris::store {

namespace {

using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

void require(int openssl_result, const std::filesystem::path& path) {
  if (openssl_result == 1) return;
  throw Error(ErrorCode::kInputOutput, "OpenSSL cannot compute the SHA-256 of " + path.string());
}

std::string hex(const unsigned char* bytes, std::size_t size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text.push_back(kDigits[bytes[i] >> 4]);
    text.push_back(kDigits[bytes[i] & 0xF]);
  }
  return text;
}

}  // namespace

std::string sha256_of_file(const std::filesystem::path& path) {
  const std::optional<FileDescriptor> file = open_existing(path, O_RDONLY);
  if (!file) throw system_error("cannot open", path, ENOENT);
  const Digest digest(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  require(EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr), path);
  std::vector<char> buffer(std::size_t{1} << 18);
  while (true) {
    const ssize_t got = ::read(file->get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw system_error("cannot read", path, errno);
    if (got == 0) break;
    require(EVP_DigestUpdate(digest.get(), buffer.data(), static_cast<std::size_t>(got)), path);
  }
  std::array<unsigned char, EVP_MAX_MD_SIZE> result{};
  unsigned size = 0;
  require(EVP_DigestFinal_ex(digest.get(), result.data(), &size), path);
  return hex(result.data(), size);
}

}  // namespace fihris::store
