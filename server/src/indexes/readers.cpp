#include "indexes/readers.h"

#include <sys/stat.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <utility>

#include "fihris/store/settings.h"

namespace fihris::server::indexes {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostIdle = 16;

void append_state(std::string& token, const fs::path& file) {
  struct stat state {};
  std::array<char, 64> text{};
  if (::stat(file.c_str(), &state) == 0) {
    std::snprintf(text.data(), text.size(), "%llx.%llx.%lx",
                  static_cast<unsigned long long>(state.st_ino),
                  static_cast<unsigned long long>(state.st_mtim.tv_sec),
                  static_cast<unsigned long>(state.st_mtim.tv_nsec));
  }
  token.append(text.data()).append("-");
}

}  // namespace

Reader::Reader(Readers& readers, std::string uid, std::uint64_t epoch, Searcher searcher)
    : readers_(&readers), uid_(std::move(uid)), epoch_(epoch), searcher_(std::move(searcher)) {}

Reader::Reader(Reader&& other) noexcept
    : readers_(std::exchange(other.readers_, nullptr)),
      uid_(std::move(other.uid_)),
      epoch_(other.epoch_),
      searcher_(std::move(other.searcher_)) {}

Reader::~Reader() {
  if (readers_ != nullptr) readers_->give_back(uid_, epoch_, *std::move(searcher_));
}

std::optional<Reader> Readers::take(std::string_view uid) {
  std::uint64_t epoch = 0;
  {
    const std::lock_guard lock(mutex_);
    auto found = shelves_.find(uid);
    if (found == shelves_.end()) found = shelves_.try_emplace(std::string(uid)).first;
    Shelf& shelf = found->second;
    epoch = shelf.epoch;
    if (!shelf.idle.empty()) {
      Searcher searcher = std::move(shelf.idle.back());
      shelf.idle.pop_back();
      return Reader(*this, std::string(uid), epoch, std::move(searcher));
    }
  }
  const fs::path dir = catalog_.directory(uid);
  std::error_code ignored;
  if (!fs::exists(dir / "CURRENT", ignored)) return std::nullopt;
  // The pool of threads is what uses the processors.
  return Reader(*this, std::string(uid), epoch, Searcher::open(dir, {.threads = 1}));
}

void Readers::forget(std::string_view uid) {
  std::vector<Searcher> closed;  // outside of the lock
  const std::lock_guard lock(mutex_);
  const auto found = shelves_.find(uid);
  if (found == shelves_.end()) return;
  ++found->second.epoch;
  closed.swap(found->second.idle);
}

void Readers::forget_all() {
  std::vector<std::string> uids;
  {
    const std::lock_guard lock(mutex_);
    for (const auto& [uid, shelf] : shelves_) uids.push_back(uid);
  }
  for (const std::string& uid : uids) forget(uid);
}

Readers::Quiet Readers::quiet() {
  constexpr auto kLongest = std::chrono::seconds(1);
  Quiet quiet(gate_, std::defer_lock);
  static_cast<void>(quiet.try_lock_for(kLongest));
  return quiet;
}

void Readers::give_back(const std::string& uid, std::uint64_t epoch, Searcher searcher) {
  const std::lock_guard lock(mutex_);
  Shelf& shelf = shelves_[uid];
  if (shelf.epoch == epoch && shelf.idle.size() < kMostIdle)
    shelf.idle.push_back(std::move(searcher));
}

std::string change_token(const fs::path& dir) {
  std::string token;
  std::ifstream pointer(dir / "CURRENT");
  std::string newest;
  for (std::string line; std::getline(pointer, line);) newest = line;
  append_state(token, dir / "CURRENT");
  append_state(token, dir / newest / "delta" / "iamglass");
  append_state(token, dir / kSettingsFile);
  append_state(token, dir / kSynonymsFile);
  return token;
}

}  // namespace fihris::server::indexes
