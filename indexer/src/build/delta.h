// The small database beside a generation that takes single changes.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>

#include "document/article_document.h"
#include "fihris/store/article.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/internal/content_digest.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::indexer::build {

// The one writer of a delta. Changes are seen by readers, all at once, with commit(). Throws
// Xapian's errors; after one, and when it is destroyed, what was not committed is gone.
class Delta {
 public:
  // Opens the delta of a generation; makes it when it is absent.
  explicit Delta(const store::Generation& generation);
  // True when it took the place of a live article.
  bool put(const Article& article, const Xapian::Document& document);
  // False when there is no such article.
  bool remove(const std::string& id);
  void commit();
  bool has_uncommitted() const { return in_transaction_; }

  // Committed articles and tombstones: what a merge would put away.
  std::uint64_t changes() const;

 private:
  bool bury(const std::string& id_term);
  bool forget(const std::string& id_term);
  void begin();

  std::filesystem::path path_;
  Xapian::Database generation_;
  Xapian::WritableDatabase delta_;
  IndexInfo info_;
  store::Tombstones built_in_;  // of the generation
  store::Tombstones dead_;      // since
  store::ContentDigest digest_;
  DocumentCodec codec_;
  document::SpaceEstimate space_;
  bool in_transaction_ = false;
};

// What is not committed when it goes out of scope is dropped, and the delta with it: after an error
// it is opened afresh.
class DeltaTransaction {
 public:
  explicit DeltaTransaction(std::optional<Delta>& delta) : delta_(delta) {}
  ~DeltaTransaction() {
    if (delta_ && delta_->has_uncommitted()) delta_.reset();
  }
  DeltaTransaction(const DeltaTransaction&) = delete;
  DeltaTransaction& operator=(const DeltaTransaction&) = delete;

 private:
  std::optional<Delta>& delta_;
};

}  // namespace fihris::indexer::build
