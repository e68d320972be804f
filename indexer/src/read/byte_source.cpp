#include "read/byte_source.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace fihris::indexer::read {
namespace {

std::string system_message(int code) { return std::generic_category().message(code); }

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

class DescriptorSource : public ByteSource {
 public:
  // Takes the descriptor over unless it is standard input. -1 when it could not be opened.
  explicit DescriptorSource(int descriptor) : descriptor_(descriptor) {
    XXH3_64bits_reset(hash_.get());
    if (descriptor_ < 0) error_ = system_message(errno);
  }
  ~DescriptorSource() override {
    if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
  }

  std::size_t read(char* into, std::size_t size) override {
    if (descriptor_ < 0 || !error_.empty()) return 0;
    ssize_t got = 0;
    do {
      got = ::read(descriptor_, into, size);
    } while (got < 0 && errno == EINTR);
    if (got < 0) error_ = system_message(errno);
    if (got <= 0) return 0;
    XXH3_64bits_update(hash_.get(), into, static_cast<std::size_t>(got));
    return static_cast<std::size_t>(got);
  }

  bool wait(int milliseconds) override {
    if (descriptor_ < 0) return true;
    pollfd ready{descriptor_, POLLIN, 0};
    return ::poll(&ready, 1, milliseconds) > 0;
  }

  std::optional<std::uint64_t> hash() const override { return XXH3_64bits_digest(hash_.get()); }

 private:
  int descriptor_;
  std::unique_ptr<XXH3_state_t, FreeState> hash_{XXH3_createState()};
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

  std::size_t read(char* into, std::size_t size) override {
    const std::size_t got = bytes_.copy(into, size, at_);
    at_ += got;
    return got;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::filesystem::path& file) {
  return std::make_unique<DescriptorSource>(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
}

std::unique_ptr<ByteSource> standard_input() {
  return std::make_unique<DescriptorSource>(STDIN_FILENO);
}

std::unique_ptr<ByteSource> in_memory(std::string bytes) {
  return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace fihris::indexer::read
