// The small database beside the parts of an index that takes single changes.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "document/article_document.h"
#include "fihris/store/article.h"
#include "fihris/store/document_codec.h"
#include "fihris/store/internal/content_digest.h"
#include "fihris/store/internal/index_directory.h"
#include "fihris/store/internal/metadata.h"
#include "fihris/store/internal/tombstones.h"

namespace fihris::indexer::build {

// The one writer of a delta. Changes are seen by readers, all at once, with commit(). Throws
// Xapian's errors; after one, and when it is destroyed, what was not committed is gone.
class Delta {
 public:
  // Opens the delta of an index with these parts, oldest first; makes it when it is absent.
  explicit Delta(const std::vector<store::Generation>& parts);
  // True when it took the place of a live article.
  bool put(const Article& article, const Xapian::Document& document);
  // False when there is no such article.
  bool remove(const std::string& id);
  void commit();
  bool has_uncommitted() const { return in_transaction_; }

  // Committed articles and tombstones.
  std::uint64_t documents() const { return delta_.get_doccount(); }
  std::uint64_t dead() const;

 private:
  bool bury(const std::string& id_term);
  bool forget(const std::string& id_term);
  void begin();

  std::filesystem::path path_;
  std::vector<store::NumberedDatabase> parts_;
  Xapian::WritableDatabase delta_;
  IndexInfo info_;
  std::vector<store::Tombstones> built_in_;  // of each part
  std::vector<store::Tombstones> dead_;      // since
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
