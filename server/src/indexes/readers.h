// Searchers of the indexes, lent to the threads that answer.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "fihris/searcher/searcher.h"
#include "indexes/catalog.h"

namespace fihris::server::indexes {

class Readers;

// A searcher of one index for as long as this lives. Must not outlive the Readers.
class Reader {
 public:
  Reader(Readers& readers, std::string uid, std::uint64_t epoch, Searcher searcher);
  ~Reader();
  Reader(Reader&& other) noexcept;
  Reader& operator=(Reader&&) = delete;

  Searcher& operator*() { return *searcher_; }
  Searcher* operator->() { return &*searcher_; }

 private:
  Readers* readers_;
  std::string uid_;
  std::uint64_t epoch_;
  std::optional<Searcher> searcher_;
};

// Thread-safe. Keeps as many searchers of an index as were ever lent at once, up to a bound.
class Readers {
 public:
  explicit Readers(const Catalog& catalog) : catalog_(catalog) {}

  // Nothing for an index without a folder yet: it has no articles. Throws Error as
  // Searcher::open().
  std::optional<Reader> take(std::string_view uid);
  // To be called when the folder of an index is another one than before.
  void forget(std::string_view uid);
  void forget_all();

  // While one is held, no other is: of those who change folders of indexes that are being read.
  // What a search reads is overwritten by the second commit after it began.
  using Change = std::unique_lock<std::shared_timed_mutex>;
  Change change() { return Change(gate_); }
  // While one is held nothing is changed, for a search that changes have broken off. Waits for the
  // change under way, a second at most.
  using Quiet = std::shared_lock<std::shared_timed_mutex>;
  Quiet quiet();

 private:
  friend class Reader;
  struct Shelf {
    std::uint64_t epoch = 0;
    std::vector<Searcher> idle;
  };
  void give_back(const std::string& uid, std::uint64_t epoch, Searcher searcher);

  const Catalog& catalog_;
  std::shared_timed_mutex gate_;
  std::mutex mutex_;
  std::map<std::string, Shelf, std::less<>> shelves_;
};

// A text that changes whenever the articles, the settings or the synonyms of the index in `dir`
// do, whoever changed them. Costs some system calls.
std::string change_token(const std::filesystem::path& dir);

}  // namespace fihris::server::indexes
